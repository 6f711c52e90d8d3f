import type { Knex } from 'knex';
import type { State } from '../decisions/states';
import { fromTable, type StateRow } from './state';

/** Each is one plain query with an index under it (`indexes.ts`), fit for 200,000 documents. */

const MOST_OWN = 500;

/** Drafts and returned documents of these departments, longest untouched first. */
export const unfinishedOf = async (knex: Knex, departments: string[]): Promise<StateRow[]> =>
  ((await knex('review_state')
    .whereIn('state', ['returned', 'draft'])
    .whereIn('department_code', departments)
    .orderBy([{ column: 'state', order: 'desc' }, { column: 'changed_at' }])
    .limit(MOST_OWN)) as Record<string, unknown>[]).map(fromTable);

/** Documents in one state that wait for somebody, oldest first, and how many there are. */
export const waitingIn = async (knex: Knex, state: State, limit: number): Promise<{ rows: StateRow[]; count: number }> => {
  const rows = ((await knex('review_state').where({ state }).orderBy('changed_at').limit(limit)) as Record<string, unknown>[]).map(fromTable);
  const row = (await knex('review_state').where({ state }).count({ count: '*' }).first()) as { count: number | string };
  return { rows, count: Number(row.count) };
};

/** Documents somebody proposed to withdraw, oldest first. */
export const proposals = async (knex: Knex, limit: number): Promise<StateRow[]> =>
  ((await knex('review_state').whereNotNull('proposed_by').orderBy('changed_at').limit(limit)) as Record<string, unknown>[]).map(fromTable);

export interface Output {
  column: string;
  department: string;
  today: number;
  week: number;
}

/** What became public since these moments, by column and department. */
export const outputSince = async (knex: Knex, starts: { day: string; week: string }, departments: 'all' | string[]): Promise<Output[]> => {
  const query = knex('review_state').where('published_at', '>=', starts.week).whereNotNull('live_revision');
  // Grouped by expressions: by the plain columns SQLite would walk a whole index sorted by them instead of this week's part of another.
  void query.groupByRaw("column_code || '', department_code || ''");
  if (departments !== 'all') void query.whereIn('department_code', departments);
  const rows = (await query.count({ week: '*' }).select(
    knex.raw("column_code || '' AS column_code"),
    knex.raw("department_code || '' AS department_code"),
    knex.raw('SUM(CASE WHEN published_at >= ? THEN 1 ELSE 0 END) AS today', [starts.day]),
  )) as { column_code: string; department_code: string; today: number | string; week: number | string }[];
  return rows.map((row) => ({ column: row.column_code, department: row.department_code, today: Number(row.today), week: Number(row.week) }));
};

export interface LimitedColumn {
  code: string;
  name: string;
  freshWithinDays: number;
  newest: string | null;
}

/** Columns with a limit, and when each got its newest public item. */
export const limitedColumns = async (knex: Knex): Promise<LimitedColumn[]> => {
  const columns = (await knex('columns').whereNotNull('fresh_within_days').orderBy('position').select('code', 'name', 'fresh_within_days')) as {
    code: string;
    name: string;
    fresh_within_days: number;
  }[];
  const found: LimitedColumn[] = [];
  for (const { code, name, fresh_within_days } of columns) {
    const newest = (await knex('review_state')
      .where({ column_code: code })
      .whereNotNull('published_at')
      .whereNotNull('live_revision')
      .orderBy('published_at', 'desc')
      .first('published_at')) as { published_at: string } | undefined;
    found.push({ code, name, freshWithinDays: fresh_within_days, newest: newest?.published_at ?? null });
  }
  return found;
};

export interface Publishing {
  release: { number: number; liveAt: string } | null;
  waiting: number;
  since: string | null;
  /** Why the last nudge did not arrive; null when none waits. */
  webhookError: string | null;
  setAside: StateRow[];
}

/** What the publisher has acknowledged and what it has not. */
export const publishing = async (knex: Knex, limit: number): Promise<Publishing> => {
  const release = (await knex('publication_acknowledgement').orderBy('release', 'desc').first('release', 'up_to', 'live_at')) as
    | { release: number | string; up_to: number | string; live_at: string }
    | undefined;
  const upTo = Number(release?.up_to ?? 0);
  const last = (await knex('publication_event').max({ last: 'seq' }).first()) as { last: number | string | null };
  const first = (await knex('publication_event').where('seq', '>', upTo).orderBy('seq').first('at')) as { at: string } | undefined;
  const outbox = (await knex('publication_outbox').whereNull('delivered_at').orderBy('cursor', 'desc').first('last_error')) as { last_error: string | null } | undefined;
  const setAside = ((await knex('review_state').whereNotNull('set_aside_reason').orderBy('changed_at').limit(limit)) as Record<string, unknown>[]).map(fromTable);
  return {
    release: release ? { number: Number(release.release), liveAt: release.live_at } : null,
    waiting: Math.max(0, Number(last.last ?? 0) - upTo),
    since: first?.at ?? null,
    webhookError: outbox?.last_error ?? null,
    setAside,
  };
};
