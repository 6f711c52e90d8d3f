import type { Core } from '@strapi/strapi';
import { definePlainTables } from '../../../../review/server/src/tables/definitions';
import { forgetOld } from './store';
import { AUTOSAVE_TABLES } from './table';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes the table, and forgets old rows now and once a day. @returns how to stop */
export const startAutosave = async (strapi: Core.Strapi): Promise<() => void> => {
  const knex = strapi.db.connection;
  await definePlainTables(knex, AUTOSAVE_TABLES);
  const sweep = () => forgetOld(knex, Date.now());
  await sweep();
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => strapi.log.error(`清理过期的自动保存：${String(error)}`));
  }, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
