import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import type { Actor } from '../decisions/roles';
import type { State } from '../decisions/states';
import { STATES } from '../decisions/states';
import { fromTable } from '../tables/state';
import type { AdminContext } from './panel';

/** What waits for somebody of this role: states, oldest first. */
const WAITING: Partial<Record<Actor['roles'][number], State[]>> = {
  uploader: ['returned', 'draft'],
  'deputy-head': ['submitted'],
  head: ['first-approved'],
  releaser: ['approved'],
};

const MOST = 50;

export const inboxController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/inbox: what waits for this person, oldest first, and what the publisher could not render. */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const knex = strapi.db.connection;
    const groups = [];
    for (const role of actor.roles) {
      for (const state of WAITING[role] ?? []) {
        const query = knex('review_state').where({ state }).orderBy('changed_at').limit(MOST);
        if (role === 'uploader') query.whereIn('department_code', actor.departments);
        const rows = ((await query) as Record<string, unknown>[]).map(fromTable);
        groups.push({
          state,
          label: STATES[state],
          items: rows.map((row) => ({
            documentId: row.document_id,
            title: row.title,
            column: row.column_code,
            department: row.department_code,
            since: row.changed_at,
            by: row.edited_by_name,
            reason: row.return_reason,
          })),
        });
      }
    }
    if (actor.roles.includes('head')) groups.push(await proposals(strapi));
    ctx.body = { groups, alarms: await alarms(strapi, actor) };
  },
});

const proposals = async (strapi: Core.Strapi) => {
  const rows = (await strapi.db.connection('review_state').whereNotNull('proposed_by').orderBy('changed_at').limit(MOST)) as Record<string, unknown>[];
  return {
    state: 'withdrawal-proposed',
    label: '待确认撤回',
    items: rows.map(fromTable).map((row) => ({
      documentId: row.document_id,
      title: row.title,
      column: row.column_code,
      department: row.department_code,
      since: row.changed_at,
      by: row.edited_by_name,
      reason: row.withdrawal_reason,
    })),
  };
};

const alarms = async (strapi: Core.Strapi, actor: Actor) => {
  if (actor.roles.length === 0) return [];
  const rows = (await strapi.db.connection('review_state').whereNotNull('set_aside_reason').limit(MOST)) as Record<string, unknown>[];
  return rows.map(fromTable).map((row) => ({ documentId: row.document_id, title: row.title, reason: row.set_aside_reason }));
};
