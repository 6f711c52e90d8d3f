import type { Knex } from 'knex';
import type { QueueName } from '../decisions/queues';
import { QUEUES, sinceFor } from '../decisions/queues';
import type { Actor } from '../decisions/roles';
import type { StateRow } from './state';
import { fromTable } from './state';

/** What narrows a queue; all of it stands in the address of the page. */
export interface InboxFilter {
  queue: QueueName;
  column?: string;
  department?: string;
  urgency?: 'late' | 'soon';
  /** Waiting for at least this many hours. */
  hours?: number;
  /** Part of the title. */
  title?: string;
}

const HOUR_MS = 3_600_000;

/** Characters that mean something to LIKE are taken out: nobody looks for them in a title. */
const literal = (text: string): string => text.replace(/[%_\\]/g, '');

/** One queue, for one person: uploaders see their own departments. */
const waiting = (knex: Knex, actor: Actor, queue: QueueName): Knex.QueryBuilder => {
  const { state, roles } = QUEUES[queue];
  const query = knex('review_state');
  if (state === null) query.whereNotNull('proposed_by');
  else query.where({ state });
  const asUploader = (roles as readonly string[]).includes('uploader');
  return asUploader ? query.whereIn('department_code', actor.departments) : query;
};

const narrowed = (knex: Knex, actor: Actor, filter: InboxFilter, now: number): Knex.QueryBuilder => {
  const query = waiting(knex, actor, filter.queue);
  if (filter.column) query.where('column_code', filter.column);
  if (filter.department) query.where('department_code', filter.department);
  if (filter.title) query.where('title', 'like', `%${literal(filter.title)}%`);
  if (filter.hours) query.where('changed_at', '<=', new Date(now - filter.hours * HOUR_MS).toISOString());
  if (!filter.urgency) return query;
  const bounds = sinceFor(filter.queue, filter.urgency, now);
  if (!bounds) return query.whereRaw('1 = 0');
  if (bounds.after) query.where('changed_at', '>', bounds.after);
  return bounds.before ? query.where('changed_at', '<=', bounds.before) : query;
};

const counted = async (query: Knex.QueryBuilder): Promise<number> => {
  const row = (await query.count({ total: '*' }).first()) as { total: number | string } | undefined;
  return Number(row?.total ?? 0);
};

export const countWaiting = (knex: Knex, actor: Actor, queue: QueueName): Promise<number> => counted(waiting(knex, actor, queue));
export const countFound = (knex: Knex, actor: Actor, filter: InboxFilter, now: number): Promise<number> => counted(narrowed(knex, actor, filter, now));

const oldestFirst = (query: Knex.QueryBuilder): Knex.QueryBuilder => query.orderBy([{ column: 'changed_at' }, { column: 'document_id' }]);

/** A page of a queue, whoever waits longest first. */
export const pageOf = async (knex: Knex, actor: Actor, filter: InboxFilter, now: number, { from, size }: { from: number; size: number }): Promise<StateRow[]> =>
  ((await oldestFirst(narrowed(knex, actor, filter, now)).offset(from).limit(size)) as Record<string, unknown>[]).map(fromTable);

/** Nobody works through more than this from one item to the next. */
const MOST_IN_LINE = 2000;

/** Ids of a queue in its order, for going from item to item. */
export const lineOf = async (knex: Knex, actor: Actor, filter: InboxFilter, now: number): Promise<string[]> =>
  ((await oldestFirst(narrowed(knex, actor, filter, now)).limit(MOST_IN_LINE).select('document_id')) as { document_id: string }[]).map((row) => row.document_id);

/** What a queue holds by column or by department, for the filters. */
export const countBy = async (knex: Knex, actor: Actor, queue: QueueName, field: 'column_code' | 'department_code'): Promise<{ code: string; total: number }[]> => {
  const rows = (await waiting(knex, actor, queue).groupBy(field).select(`${field} as code`).count({ total: '*' })) as { code: string; total: number | string }[];
  return rows.map(({ code, total }) => ({ code, total: Number(total) })).sort((one, other) => other.total - one.total);
};
