import type { Knex } from 'knex';

/** 文稿模板. */
export interface Template {
  id: string;
  name: string;
  /** Empty: for every column. */
  column: string;
  /** `关于{事项}的公告`; what stands in braces is filled in by hand. */
  titlePattern: string;
  /** Sanitised HTML. */
  body: string;
  version: number;
}

interface Row {
  id: string;
  name: string;
  column_code: string;
  title_pattern: string;
  body: string;
  version: number;
}

const fromTable = (row: Row): Template => ({ id: row.id, name: row.name, column: row.column_code, titlePattern: row.title_pattern, body: row.body, version: row.version });

/** Templates for a column: its own first, then those for every column. Without a column: all. */
export const readTemplates = async (knex: Knex, column?: string): Promise<Template[]> => {
  const query = knex('office_template').orderBy([{ column: 'column_code', order: 'desc' }, { column: 'name' }]);
  if (column) query.whereIn('column_code', [column, '']);
  return ((await query) as Row[]).map(fromTable);
};

export const readTemplate = async (knex: Knex, id: string): Promise<Template | null> => {
  const row = (await knex('office_template').where({ id }).first()) as Row | undefined;
  return row ? fromTable(row) : null;
};

export const putTemplate = async (trx: Knex.Transaction, template: Template, by: { name: string; at: string }): Promise<void> => {
  await trx('office_template')
    .insert({
      id: template.id,
      name: template.name,
      column_code: template.column,
      title_pattern: template.titlePattern,
      body: template.body,
      version: template.version,
      changed_by_name: by.name,
      changed_at: by.at,
    })
    .onConflict('id')
    .merge();
};
