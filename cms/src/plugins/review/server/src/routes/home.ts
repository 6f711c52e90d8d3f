import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { actorOf } from '../actors';
import { freshnessOf } from '../decisions/freshness';
import type { Widget } from '../decisions/home';
import { readableDepartments, widgetsFor } from '../decisions/home';
import { readPromises } from '../../../../office/server/src/tables/promises';
import { startsOf } from '../decisions/output';
import { healthOf } from '../decisions/publisher-health';
import type { Actor } from '../decisions/roles';
import type { State } from '../decisions/states';
import { STATES } from '../decisions/states';
import { limitedColumns, outputSince, proposals, publishing, unfinishedOf, waitingIn } from '../tables/home';
import type { StateRow } from '../tables/state';
import type { AdminContext } from './panel';

/** So many of each list; the rest is behind a link. */
const SHOWN = 8;

const itemOf = (row: StateRow) => ({
  documentId: row.document_id,
  title: row.title,
  state: row.state,
  column: row.column_code,
  department: row.department_code,
  since: row.changed_at,
  by: row.edited_by_name,
  reason: row.state === 'returned' ? row.return_reason : null,
});

/** What a reviewer of this role is waited for. */
const REVIEWS: Partial<Record<Actor['roles'][number], State>> = { 'deputy-head': 'submitted', head: 'first-approved' };

const groupOf = (state: State | 'withdrawal-proposed', label: string, rows: StateRow[], count: number) => ({ state, label, count, items: rows.map(itemOf) });

const waiting = async (knex: Knex, actor: Actor) => {
  const groups = [];
  for (const role of actor.roles) {
    const state = REVIEWS[role];
    if (!state) continue;
    const { rows, count } = await waitingIn(knex, state, SHOWN);
    groups.push(groupOf(state, STATES[state], rows, count));
  }
  if (actor.roles.includes('head')) {
    const rows = await proposals(knex, SHOWN);
    if (rows.length > 0) groups.push(groupOf('withdrawal-proposed', '待确认撤回', rows, rows.length));
  }
  return groups;
};

const unfinished = async (knex: Knex, actor: Actor) => {
  const own = (await unfinishedOf(knex, actor.departments)).filter((row) => row.authors.includes(actor.id));
  return groupOf('draft', '我的未完成稿件', own.slice(0, SHOWN), own.length);
};

const approved = async (knex: Knex) => {
  const { rows, count } = await waitingIn(knex, 'approved', SHOWN);
  return groupOf('approved', STATES.approved, rows, count);
};

/** What the whole site promises a day (办公设置); null: nothing is promised. */
const promisedADay = async (knex: Knex): Promise<number | null> =>
  (await readPromises(knex)).find(({ measure, department }) => measure === 'items-per-day' && department === '')?.amount ?? null;

const output = async (knex: Knex, actor: Actor, now: string) => {
  const starts = startsOf(now);
  const everything = await outputSince(knex, starts, 'all');
  const readable = readableDepartments(actor);
  const total = (key: 'today' | 'week') => everything.reduce((sum, row) => sum + row[key], 0);
  return {
    promisedADay: await promisedADay(knex),
    weekday: starts.weekday,
    weekFrom: starts.week,
    today: total('today'),
    week: total('week'),
    rows: readable === 'all' ? everything : everything.filter((row) => readable.includes(row.department)),
  };
};

const freshness = async (knex: Knex, now: string) => {
  const columns = (await limitedColumns(knex)).map((column) => ({ ...column, ...freshnessOf(column.freshWithinDays, column.newest, now) }));
  return { limited: columns.length, columns: columns.filter(({ state }) => state !== 'fresh').sort((a, b) => (a.daysLeft ?? -Infinity) - (b.daysLeft ?? -Infinity)) };
};

const publisher = async (knex: Knex, actor: Actor, now: string) => {
  const { setAside, ...facts } = await publishing(knex, SHOWN);
  const health = healthOf({ ...facts, release: facts.release?.number ?? null, setAside: setAside.length }, now);
  // Those who keep accounts are told how many, not which: they see no content.
  const listed = readableDepartments(actor) === 'all' ? setAside.map((row) => ({ documentId: row.document_id, title: row.title, reason: row.set_aside_reason })) : [];
  return { health, ...facts, setAside: setAside.length, setAsideDocuments: listed };
};

const PARTS: Record<Widget, (knex: Knex, actor: Actor, now: string) => Promise<unknown>> = { unfinished, waiting, approved, output, freshness: (knex, _actor, now) => freshness(knex, now), publisher };

export const homeController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/home: the parts of this person's home page, and none of the others. */
  async show(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const now = new Date().toISOString();
    const parts: Partial<Record<Widget, unknown>> = {};
    for (const widget of widgetsFor(actor.roles)) parts[widget] = await PARTS[widget](strapi.db.connection, actor, now);
    ctx.body = { now, ...parts };
  },
});
