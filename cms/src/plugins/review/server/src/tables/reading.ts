import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/**
 * A connection to read our tables with. Inside a transaction it must be that one: on SQLite there is a single connection and a bare
 * query would wait for it until it times out (60 s); on PostgreSQL it would read past what the transaction wrote.
 */
export const reading = async (strapi: Core.Strapi): Promise<Knex> =>
  strapi.db.inTransaction()
    ? ((await strapi.db.transaction(async ({ trx }) => ({ trx }))) as unknown as { trx: Knex }).trx
    : strapi.db.connection;
