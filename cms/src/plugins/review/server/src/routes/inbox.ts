import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import { perform } from '../commands/perform';
import type { QueueName } from '../decisions/queues';
import { isQueue, QUEUES, queuesOf, urgencyOf } from '../decisions/queues';
import type { Actor } from '../decisions/roles';
import type { Action } from '../decisions/transitions';
import { decide } from '../decisions/transitions';
import { invalid, Refusal } from '../errors';
import type { InboxFilter } from '../tables/inbox';
import { countBy, countFound, countWaiting, lineOf, pageOf } from '../tables/inbox';
import { openedBy, openedKey } from '../tables/opened';
import type { StateRow } from '../tables/state';
import { fromTable, situationOf } from '../tables/state';
import type { AdminContext } from './panel';
import { rowFor } from './panel';

/** Items of one queue on the home page, and alarms. */
const MOST = 50;
const PAGE_SIZES = [25, 50, 100];
const MOST_AT_ONCE = 100;

const reasonOf = (queue: QueueName, row: StateRow): string | null => (queue === 'withdrawal-proposed' ? row.withdrawal_reason : row.return_reason);

const briefly = (queue: QueueName, row: StateRow) => ({
  documentId: row.document_id,
  title: row.title,
  column: row.column_code,
  department: row.department_code,
  since: row.changed_at,
  by: row.edited_by_name,
  reason: reasonOf(queue, row),
});

/** What this person could do to it at once, or why not. */
const approvalOf = (queue: QueueName, row: StateRow, actor: Actor): { approve: Action | null; blocked: string | null } => {
  const { approve } = QUEUES[queue];
  if (!approve) return { approve: null, blocked: null };
  const decision = decide(approve, situationOf(row), actor);
  return decision.allowed ? { approve, blocked: null } : { approve: null, blocked: decision.message };
};

const URGENCIES = ['late', 'soon'] as const;

/** The filter in an address; what is not understood is refused, not passed over: a filter that does nothing misleads. */
const filterIn = (query: Record<string, string | undefined>, actor: Actor): InboxFilter | null => {
  const queues = queuesOf(actor.roles);
  const { queue = queues[0], column, department, urgency, hours, title } = query;
  if (queue === undefined) return null;
  if (!isQueue(queue) || !queues.includes(queue)) throw invalid('INVALID', '没有这个待办分组。', '请从「待办」重新进入。');
  const known = URGENCIES.find((name) => name === urgency);
  if (urgency && !known) throw invalid('INVALID', '没有这个紧急程度。', '请重新选择。');
  if (hours && !(Number(hours) > 0)) throw invalid('INVALID', '等待时间应是小时数。', '请重新选择。');
  return {
    queue,
    ...(column ? { column } : {}),
    ...(department ? { department } : {}),
    ...(known ? { urgency: known } : {}),
    ...(hours ? { hours: Number(hours) } : {}),
    ...(title?.trim() ? { title: title.trim() } : {}),
  };
};

interface Wanted {
  documentId: string;
  version: number;
}

const wantedIn = (items: unknown): Wanted[] => {
  const wanted = (Array.isArray(items) ? items : []).filter(
    (item): item is Wanted => typeof (item as Wanted)?.documentId === 'string' && Number.isInteger((item as Wanted)?.version),
  );
  if (!Array.isArray(items) || wanted.length !== items.length || wanted.length === 0) throw invalid('INVALID', '没有选中要办理的信息。', '请勾选后再办理。');
  if (wanted.length > MOST_AT_ONCE) throw invalid('INVALID', `一次最多办理 ${MOST_AT_ONCE} 条。`, '请分几次办理。');
  return wanted;
};

type Result =
  | { documentId: string; title: string; outcome: 'done'; state: string }
  | { documentId: string; title: string | null; outcome: 'refused'; code: string; message: string; hint: string };

/** Approves one of several, as if its button had been pressed; whoever has not opened this very text may not. */
const approveOne = async (strapi: Core.Strapi, actor: Actor, { documentId, version }: Wanted, secrecy: unknown): Promise<Result> => {
  let title: string | null = null;
  try {
    const row = await rowFor(strapi, actor, documentId);
    title = row.title;
    const queue = isQueue(row.state) ? row.state : null;
    const action = queue && QUEUES[queue].approve;
    if (!action) throw invalid('WRONG_STATE', '这条信息现在不能成批通过。', '请打开后单独办理。');
    const opened = await openedBy(strapi.db.connection, actor.id, [documentId]);
    if (!opened.has(openedKey(documentId, row.revision, row.content_hash))) {
      throw invalid('NOT_OPENED', '您还没有打开看过这一版。', '请先打开看过，再成批通过。');
    }
    const after = await perform(strapi, actor, { documentId, action, version, input: action === 'first-approve' && secrecy != null ? { secrecy } : {} });
    return { documentId, title: row.title, outcome: 'done', state: after.state };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, hint } = error.details as { code: string; hint: string };
    return { documentId, title, outcome: 'refused', code, message: error.message, hint };
  }
};

export const inboxController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/inbox: what waits for this person, oldest first, and what the publisher could not render. */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const knex = strapi.db.connection;
    const groups = [];
    for (const queue of queuesOf(actor.roles)) {
      const rows = await pageOf(knex, actor, { queue }, Date.now(), { from: 0, size: MOST });
      const total = rows.length < MOST ? rows.length : await countWaiting(knex, actor, queue);
      groups.push({ state: queue, label: QUEUES[queue].label, total, items: rows.map((row) => briefly(queue, row)) });
    }
    ctx.body = { groups, alarms: await alarms(strapi, actor) };
  },

  /** GET /review/inbox/queue?queue=&column=&department=&urgency=&hours=&title=&page=&pageSize=: a page of one queue, with counts. */
  async queue(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const knex = strapi.db.connection;
    const now = Date.now();
    const filter = filterIn(ctx.query, actor);
    const queues = [];
    for (const name of queuesOf(actor.roles)) queues.push({ queue: name, label: QUEUES[name].label, total: await countWaiting(knex, actor, name) });
    if (!filter) {
      ctx.body = { queue: null, queues, page: 1, pageSize: MOST, total: 0, items: [], columns: [], departments: [], limitHours: null };
      return;
    }
    const pageSize = PAGE_SIZES.find((size) => String(size) === ctx.query.pageSize) ?? MOST;
    const page = Math.max(1, Math.floor(Number(ctx.query.page) || 1));
    const rows = await pageOf(knex, actor, filter, now, { from: (page - 1) * pageSize, size: pageSize });
    const opened = await openedBy(knex, actor.id, rows.map((row) => row.document_id));
    const { limitMs } = QUEUES[filter.queue];
    ctx.body = {
      queue: filter.queue,
      queues,
      page,
      pageSize,
      total: await countFound(knex, actor, filter, now),
      limitHours: limitMs === null ? null : limitMs / 3_600_000,
      items: rows.map((row) => ({
        ...briefly(filter.queue, row),
        state: row.state,
        round: row.round,
        version: row.version,
        correction: row.live_revision !== null,
        urgency: urgencyOf(filter.queue, row.changed_at, now),
        opened: opened.has(openedKey(row.document_id, row.revision, row.content_hash)),
        ...approvalOf(filter.queue, row, actor),
      })),
      columns: await countBy(knex, actor, filter.queue, 'column_code'),
      departments: await countBy(knex, actor, filter.queue, 'department_code'),
    };
  },

  /** GET /review/inbox/line?document=&queue=…: what comes before and after a document in a queue, to go on without going back. */
  async line(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const filter = filterIn(ctx.query, actor);
    const line = filter ? await lineOf(strapi.db.connection, actor, filter, Date.now()) : [];
    const at = line.indexOf(ctx.query.document ?? '');
    ctx.body = {
      position: at < 0 ? null : at + 1,
      total: line.length,
      previous: at > 0 ? (line[at - 1] ?? null) : null,
      next: line[at + 1] ?? null,
    };
  },

  /** POST /review/inbox/approve, body {items: [{documentId, version}], secrecy?}: each on its own; what became of each is told. */
  async approve(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const results: Result[] = [];
    for (const wanted of wantedIn(ctx.request.body.items)) results.push(await approveOne(strapi, actor, wanted, ctx.request.body.secrecy));
    ctx.body = { results };
  },
});

const alarms = async (strapi: Core.Strapi, actor: Actor) => {
  if (actor.roles.length === 0) return [];
  const query = strapi.db.connection('review_state').whereNotNull('set_aside_reason').orderBy('changed_at').limit(MOST);
  const readsAll = actor.roles.some((role) => role !== 'uploader' && role !== 'system-admin' && role !== 'security-admin');
  const rows = (await (readsAll ? query : query.whereIn('department_code', actor.departments))) as Record<string, unknown>[];
  return rows.map(fromTable).map((row) => ({ documentId: row.document_id, title: row.title, reason: row.set_aside_reason }));
};
