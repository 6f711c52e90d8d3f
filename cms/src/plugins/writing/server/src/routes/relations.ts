import type { Core } from '@strapi/strapi';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { actorOf } from '../../../../review/server/src/actors';
import { STATES, type State } from '../../../../review/server/src/decisions/states';
import { textOf, sanitiseBody } from '../../../../review/server/src/content/sanitise';
import { particularsOf } from '../decisions/particulars';
import { keywordsFor, topicFor } from '../decisions/suggestions';

const RELATIONS = { interprets: 'interprets', amends: 'amends', repeals: 'repeals' } as const;
const SAID: Record<keyof typeof RELATIONS, string> = { interprets: '解读本文', amends: '修改本文', repeals: '废止本文' };
const MOST = 50;

interface Row {
  document_id: string;
  title: string;
  state: State;
}

export const relationsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /writing/documents/:documentId/cited-by: documents that interpret, amend or repeal this one; of others, what this person may see. */
  async citedBy(ctx: AdminContext) {
    const knex = strapi.db.connection;
    const actor = await actorOf(strapi, ctx.state.user);
    const own = (await knex('review_state').where({ document_id: ctx.params.documentId }).first('public_id')) as { public_id: string } | undefined;
    if (!own) {
      ctx.body = { documents: [] };
      return;
    }
    const all = actor.roles.some((role) => ['deputy-head', 'head', 'releaser', 'auditor'].includes(role));
    const documents = [];
    for (const [relation, column] of Object.entries(RELATIONS)) {
      const query = knex('documents')
        .join('review_state', 'review_state.document_id', 'documents.document_id')
        // Lists of ids, as JSON in either database: an id is ten letters and digits, nothing to escape.
        .whereRaw(`CAST(documents.${column} AS TEXT) LIKE ?`, [`%"${own.public_id}"%`])
        .whereNot('review_state.state', 'discarded')
        .distinct('review_state.document_id', 'review_state.title', 'review_state.state')
        .limit(MOST);
      if (!all) query.where((either) => void either.whereIn('review_state.department_code', actor.departments).orWhereNotNull('review_state.live_revision'));
      for (const row of (await query) as Row[]) {
        documents.push({ documentId: row.document_id, title: row.title, state: STATES[row.state], relation: SAID[relation as keyof typeof SAID] });
      }
    }
    ctx.body = { documents };
  },
  /** POST /writing/suggestions, body {title, body}: classes, keywords and particulars the text itself suggests. */
  suggest(ctx: AdminContext) {
    const { title, body } = ctx.request.body;
    const html = sanitiseBody(typeof body === 'string' ? body : '');
    const heading = typeof title === 'string' ? title : '';
    const text = textOf(html);
    const lines = html.split(/<\/(?:p|h[2-4]|li|td|th)>/).map((line) => textOf(line));
    ctx.body = { topicClass: topicFor(heading, text), keywords: keywordsFor(heading, text), particulars: particularsOf(lines) };
  },
});
