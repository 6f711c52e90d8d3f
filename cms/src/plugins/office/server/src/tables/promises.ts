import type { Knex } from 'knex';
import type { Pledge, PromiseFields } from '../decisions/promises';

interface Row {
  id: string;
  department: string;
  measure: Pledge['measure'];
  name: string;
  amount: number;
  unit: string;
  note: string;
  position: number;
  version: number;
}

export const readPromises = async (knex: Knex): Promise<Pledge[]> => {
  const rows = (await knex('office_promise').orderBy([{ column: 'position' }, { column: 'id' }])) as Row[];
  return rows.map(({ id, department, measure, name, amount, unit, note, position, version }) => ({ id, department, measure, name, amount, unit, note, position, version }));
};

export const putPromise = async (trx: Knex.Transaction, id: string, fields: PromiseFields, version: number, by: { name: string; at: string }): Promise<void> => {
  await trx('office_promise')
    .insert({ id, ...fields, version, changed_by_name: by.name, changed_at: by.at })
    .onConflict('id')
    .merge();
};

/**
 * How many items became public since an instant, for a department or the whole site: what a promise of so many a day is held against.
 * Corrections of older items are not new items.
 */
export const publishedSince = async (knex: Knex, since: string): Promise<Map<string, number>> => {
  const rows = (await knex('review_state')
    .whereNotNull('live_revision')
    .where('published_at', '>=', since)
    .groupBy('department_code')
    .select('department_code')
    .count({ count: '*' })) as { department_code: string; count: number | string }[];
  const counts = new Map(rows.map(({ department_code, count }) => [department_code, Number(count)]));
  counts.set('', [...counts.values()].reduce((sum, count) => sum + count, 0));
  return counts;
};
