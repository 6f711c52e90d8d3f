import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { LATE_AFTER_MS, NOT_LIVE_AFTER_MS } from '../decisions/due';
import type { DueRow } from './due';
import type { StateRow } from './state';
import { fromTable } from './state';

/** What somebody has to look at, whoever's turn it is otherwise. */
export const ALARMS = {
  'not-released': '定时发布没有按时发布',
  'not-taken-down': '定时下线没有按时下线',
  'not-unpinned': '置顶没有按时取消',
  'not-ended': '应急信息没有按时结束',
  'not-live': '定时发布后没有上线',
  'set-aside': '没有上线：页面生成失败',
  leak: '泄密撤回，待站长知悉',
  'second-review': '应急发布，待补审',
} as const;
export type AlarmKind = keyof typeof ALARMS;

export interface Alarm {
  kind: AlarmKind;
  label: string;
  documentId: string;
  title: string;
  department: string;
  /** What happened, in Chinese. */
  reason: string;
  /** Since when it stands. */
  since: string;
  /** Until when it has to be done; null: at once. */
  dueAt: string | null;
  overdue: boolean;
  by: string | null;
}

const MOST = 100;

const ago = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

const alarm = (kind: AlarmKind, row: StateRow, more: Pick<Alarm, 'reason' | 'since'> & Partial<Alarm>): Alarm => ({
  kind,
  label: ALARMS[kind],
  documentId: row.document_id,
  title: row.title,
  department: row.department_code,
  dueAt: null,
  overdue: true,
  by: null,
  ...more,
});

const statesWhere = async (query: Knex.QueryBuilder): Promise<StateRow[]> => ((await query.limit(MOST)) as Record<string, unknown>[]).map(fromTable);

const LATE = { release: 'not-released', 'take-down': 'not-taken-down', unpin: 'not-unpinned', 'emergency-ends': 'not-ended' } as const;

/** Due changes whose moment has passed and that are not done: refused by a gate, or the CMS was down. */
const lateOnes = async (knex: Knex, now: string): Promise<Alarm[]> => {
  const due = (await knex('publication_due').where('due_at', '<', ago(now, LATE_AFTER_MS)).orWhereNotNull('last_error').orderBy('due_at').limit(MOST)) as DueRow[];
  const rows = new Map((await statesWhere(knex('review_state').whereIn('document_id', due.map((row) => row.document_id)))).map((row) => [row.document_id, row]));
  return due.flatMap((each) => {
    const row = rows.get(each.document_id);
    if (!row) return [];
    return [alarm(LATE[each.kind], row, { reason: each.last_error ?? '到时没有办理，系统正在重试。', since: each.due_at, dueAt: each.due_at, by: each.planned_by_name })];
  });
};

/** Went out as planned and was never acknowledged: the publisher stands still. */
const notLive = async (knex: Knex, now: string): Promise<Alarm[]> => {
  const rows = await statesWhere(
    knex('review_state')
      .whereNotNull('release_at')
      .where('release_at', '<', ago(now, NOT_LIVE_AFTER_MS))
      .where('released_at', '<', ago(now, NOT_LIVE_AFTER_MS))
      .where({ state: 'released' })
      .whereNull('live_at')
      .whereNull('set_aside_reason'),
  );
  return rows.map((row) => alarm('not-live', row, { reason: '已到时发布，但发布机没有回执。请检查发布机。', since: row.release_at ?? row.changed_at, dueAt: row.release_at }));
};

const setAside = async (knex: Knex): Promise<Alarm[]> =>
  (await statesWhere(knex('review_state').whereNotNull('set_aside_reason'))).map((row) =>
    alarm('set-aside', row, { reason: row.set_aside_reason ?? '', since: row.released_at ?? row.changed_at }),
  );

const openLeaks = (knex: Knex): Promise<StateRow[]> =>
  statesWhere(knex('review_state').where({ withdrawal_kind: 'leak', state: 'withdrawn' }).whereNull('leak_seen_at').orderBy('withdrawn_at'));

const leaks = async (knex: Knex): Promise<Alarm[]> =>
  (await openLeaks(knex)).map((row) =>
    alarm('leak', row, { reason: row.withdrawal_reason ?? '', since: row.withdrawn_at ?? row.changed_at, by: row.edited_by_name }),
  );

const secondReviews = async (knex: Knex, now: string): Promise<Alarm[]> =>
  (await statesWhere(knex('review_state').whereNotNull('second_review_due').orderBy('second_review_due'))).map((row) =>
    alarm('second-review', row, {
      reason: row.urgent_reason ?? '',
      since: row.urgent_at ?? row.changed_at,
      dueAt: row.second_review_due,
      overdue: (row.second_review_due ?? now) < now,
      by: row.urgent_by_name,
    }),
  );

/** Every alarm that stands now: leaks first, then what is late, then what is open. */
export const standingAlarms = async (knex: Knex, now: string): Promise<Alarm[]> => [
  ...(await leaks(knex)),
  ...(await lateOnes(knex, now)),
  ...(await notLive(knex, now)),
  ...(await setAside(knex)),
  ...(await secondReviews(knex, now)),
];

/** Tells the log of every leak nobody has taken note of, at start and every ten minutes. */
export const logOpenLeaks = async (strapi: Core.Strapi): Promise<void> => {
  for (const row of await openLeaks(strapi.db.connection)) {
    strapi.log.error(`泄密撤回待站长知悉：${row.document_id}（编号 ${row.public_id}），撤回于 ${row.withdrawn_at ?? ''}。`);
  }
};
