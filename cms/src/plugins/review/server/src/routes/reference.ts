import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import type { AdminContext } from './panel';

/** Lists the pickers of the edit view ask for. */
export const referenceController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/columns */
  async columns(ctx: AdminContext) {
    const rows = await strapi.db.connection('columns').select('code', 'name', 'kind').orderBy('position');
    ctx.body = { columns: rows };
  },
  /** GET /review/departments: `own` marks those this person uploads for. */
  async departments(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const rows = (await strapi.db.connection('departments').select('code', 'name').orderBy('position')) as { code: string; name: string }[];
    ctx.body = { departments: rows.map((row) => ({ ...row, own: actor.departments.includes(row.code) })) };
  },
  /** GET /review/links?q=: public documents to link to, by title or 发文字号; ?ids= gives the titles of known ones. */
  async links(ctx: AdminContext) {
    const knex = strapi.db.connection;
    const query = knex('review_state').whereNotNull('live_revision').select('public_id', 'title', 'live_column', 'index_number').limit(20);
    const { q = '', ids } = ctx.query;
    if (ids) query.whereIn('public_id', ids.split(',').slice(0, 50));
    else if (q.trim() !== '') query.where('title', 'like', `%${q.trim().replace(/[%_]/g, '')}%`).orderBy('released_at', 'desc');
    else query.orderBy('released_at', 'desc');
    const rows = (await query) as { public_id: string; title: string; live_column: string; index_number: string | null }[];
    ctx.body = { documents: rows.map((row) => ({ id: row.public_id, title: row.title, column: row.live_column, indexNumber: row.index_number })) };
  },
});
