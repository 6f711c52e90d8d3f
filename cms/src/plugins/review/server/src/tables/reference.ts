import type { Knex } from 'knex';

/** Kind of a column, null where there is no such column. */
export const columnKind = async (knex: Knex, code: string): Promise<string | null> => {
  const row = (await knex('columns').where({ code }).first('kind')) as { kind: string } | undefined;
  return row?.kind ?? null;
};

export const departmentExists = async (knex: Knex, code: string): Promise<boolean> =>
  (await knex('departments').where({ code }).first('id')) !== undefined;
