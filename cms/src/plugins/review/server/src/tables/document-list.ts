import type { Knex } from 'knex';
import type { State } from '../decisions/states';

/** What the list is asked for, checked. Moments are ISO 8601 in UTC. */
export interface ListFilter {
  /** Departments whose documents this person reads. */
  departments: 'all' | string[];
  states: State[];
  column: string | null;
  /** Only what this account wrote in the present round. */
  author: string | null;
  /** Words in title, 索引号 or 发文字号. */
  text: string;
  /** By which moment: sorted, bounded by `from` and `before`, and paged. */
  by: 'changed_at' | 'published_at';
  newestFirst: boolean;
  from: string | null;
  before: string | null;
  /** Goes on behind this row, or in front of it. */
  cursor: { at: string; documentId: string; backwards: boolean } | null;
}

export interface Listed {
  document_id: string;
  state: State;
  title: string;
  column_code: string;
  department_code: string;
  index_number: string | null;
  edited_by_name: string | null;
  changed_at: string;
  published_at: string | null;
  live_revision: number | null;
  proposed_by: string | null;
  set_aside_reason: string | null;
}

const SHOWN = [
  ...['document_id', 'state', 'title', 'column_code', 'department_code', 'index_number', 'edited_by_name'],
  ...['changed_at', 'published_at', 'live_revision', 'proposed_by', 'set_aside_reason'],
].map((column) => `review_state.${column}`);

/** Counting further helps nobody and costs a walk through the whole table. */
export const COUNTED_UP_TO = 10_000;

const contains = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;

const withWords = (knex: Knex, query: Knex.QueryBuilder, text: string): void => {
  // 文号 stands in the drafts' own table; its index holds it, and most documents have none.
  const numbered = knex('documents').whereNotNull('document_number').whereRaw("document_number LIKE ? ESCAPE '!'", [contains(text)]).select('document_id');
  void query.where((either) => {
    void either
      .whereRaw("title LIKE ? ESCAPE '!'", [contains(text)])
      .orWhereRaw("index_number LIKE ? ESCAPE '!'", [contains(text.toUpperCase())])
      .orWhereIn('review_state.document_id', numbered);
  });
};

/** Nearly everything is released: there the state must not be what an index is chosen by (neither planner would know on SQLite). */
const MOST_COMMON: State = 'released';

const withStates = (query: Knex.QueryBuilder, states: State[]): void => {
  if (states.length === 0) return;
  if (states.includes(MOST_COMMON)) void query.whereRaw(`(state || '') IN (${states.map(() => '?').join(',')})`, states);
  else void query.whereIn('state', states);
};

/** Rows of one department, or of all where `department` is null, without order and limit. */
const matching = (knex: Knex, filter: ListFilter, department: string | null): Knex.QueryBuilder => {
  const { states, column, author, text, by, from, before } = filter;
  const query = knex('review_state');
  withStates(query, states);
  if (department !== null) void query.where('department_code', department);
  // With both, the department is the narrower one.
  if (column !== null) void (department === null ? query.where('column_code', column) : query.whereRaw("(column_code || '') = ?", [column]));
  if (author !== null) void query.whereRaw('authors LIKE ?', [`%${JSON.stringify(author)}%`]);
  // Every row has a moment: said so, the index that holds the titles is walked and not the rows.
  if (text !== '') withWords(knex, query.where(by, '>', ''), text);
  if (by === 'published_at') void query.whereNotNull('published_at');
  if (from !== null) void query.where(by, '>=', from);
  if (before !== null) void query.where(by, '<', before);
  return query;
};

const descends = ({ newestFirst, cursor }: ListFilter): boolean => newestFirst !== (cursor?.backwards ?? false);

const page = (knex: Knex, filter: ListFilter, department: string | null, limit: number): Knex.QueryBuilder => {
  const { by, cursor } = filter;
  const query = matching(knex, filter, department);
  const down = descends(filter);
  if (cursor) void query.whereRaw(`(${by}, review_state.document_id) ${down ? '<' : '>'} (?, ?)`, [cursor.at, cursor.documentId]);
  return query.orderBy([
    { column: by, order: down ? 'desc' : 'asc' },
    { column: 'review_state.document_id', order: down ? 'desc' : 'asc' },
  ]).limit(limit);
};

/**
 * A page of documents by keyset: the same few rows are read on the first page and on the last. Each department is asked for by itself
 * and the answers are merged, because no index is sorted over several departments.
 */
export const listDocuments = async (knex: Knex, filter: ListFilter, limit: number): Promise<Listed[]> => {
  const departments = filter.departments === 'all' ? [null] : filter.departments;
  const keys: { document_id: string; at: string }[] = [];
  for (const department of departments) {
    keys.push(...((await page(knex, filter, department, limit).select('review_state.document_id', `${filter.by} as at`)) as typeof keys));
  }
  const order = (row: (typeof keys)[number]) => `${row.at} ${row.document_id}`;
  keys.sort((a, b) => (order(a) < order(b) ? -1 : 1) * (descends(filter) ? -1 : 1));
  const wanted = keys.slice(0, limit).map((row) => row.document_id);
  if (wanted.length === 0) return [];
  const rows = (await knex('review_state').whereIn('document_id', wanted).select(SHOWN)) as Listed[];
  return rows.sort((a, b) => wanted.indexOf(a.document_id) - wanted.indexOf(b.document_id));
};

/** How many there are, counted up to a limit. */
export const countDocuments = async (knex: Knex, filter: ListFilter): Promise<{ count: number; more: boolean }> => {
  let count = 0;
  for (const department of filter.departments === 'all' ? [null] : filter.departments) {
    const some = matching(knex, filter, department).select(knex.raw('1 as one')).limit(COUNTED_UP_TO + 1 - count);
    const row = (await knex.from(some.as('some')).count({ count: '*' }).first()) as { count: number | string };
    count += Number(row.count);
    if (count > COUNTED_UP_TO) return { count: COUNTED_UP_TO, more: true };
  }
  return { count, more: false };
};

/** 发文字号 of these documents, as their drafts have it. */
export const documentNumbers = async (knex: Knex, ids: string[]): Promise<Map<string, string>> => {
  const rows = (await knex('documents').whereIn('document_id', ids).whereNull('published_at').whereNotNull('document_number').select('document_id', 'document_number')) as {
    document_id: string;
    document_number: string;
  }[];
  return new Map(rows.map((row) => [row.document_id, row.document_number]));
};

