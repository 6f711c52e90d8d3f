import type { Knex } from 'knex';
import { indexNumber } from '../decisions/index-number';

/** The next 索引号 of a department and year, inside the door's transaction: what is rolled back leaves no gap. */
export const nextIndexNumber = async (trx: Knex.Transaction, department: string, year: string, count = 1): Promise<string> => {
  const row = (await trx('review_index_number').where({ department, year }).first('last')) as { last: number } | undefined;
  const first = (row?.last ?? 0) + 1;
  const last = first + count - 1;
  if (row) await trx('review_index_number').where({ department, year }).update({ last });
  else await trx('review_index_number').insert({ department, year, last });
  return indexNumber(department, year, first);
};
