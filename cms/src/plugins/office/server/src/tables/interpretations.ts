import type { Knex } from 'knex';
import { isPostgres } from '../../../../review/server/src/tables/definitions';

export interface Uninterpreted {
  documentId: string;
  publicId: string;
  title: string;
  department: string;
  publishedAt: string | null;
}

const MOST_LISTED = 200;

/** Public ids that some live document interprets. Only relations are read out of the revisions, never their bodies. */
const interpreted = async (knex: Knex): Promise<Set<string>> => {
  const relations = isPostgres(knex)
    ? "(review_revision.content::jsonb #>> '{relations,interprets}') as interprets"
    : "json_extract(review_revision.content, '$.relations.interprets') as interprets";
  const rows = (await knex('review_state')
    .join('columns', 'columns.code', 'review_state.live_column')
    .join('review_revision', (on) => void on.on('review_revision.document_id', 'review_state.document_id').andOn('review_revision.revision', 'review_state.live_revision'))
    .where('columns.kind', 'interpretation')
    .whereNotNull('review_state.live_revision')
    .select(knex.raw(relations))) as { interprets: string | null }[];
  return new Set(rows.flatMap(({ interprets }) => (interprets ? (JSON.parse(interprets) as string[]) : [])));
};

/**
 * 还没有解读的文件: live documents of columns of the kind `official` that no live 政策解读 names, newest first. No national rule fixes a
 * number of days (regulations: "three working days" was not found), so none is computed.
 */
export const withoutInterpretation = async (knex: Knex, seen: string[] | null): Promise<Uninterpreted[]> => {
  const known = await interpreted(knex);
  const query = knex('review_state')
    .join('columns', 'columns.code', 'review_state.live_column')
    .where('columns.kind', 'official')
    .whereNotNull('review_state.live_revision')
    .orderBy('review_state.released_at', 'desc')
    .limit(MOST_LISTED + known.size)
    .select('review_state.document_id', 'review_state.public_id', 'review_state.title', 'review_state.department_code', 'review_state.published_at');
  if (seen) query.whereIn('review_state.department_code', seen);
  const rows = (await query) as { document_id: string; public_id: string; title: string; department_code: string; published_at: string | null }[];
  return rows
    .filter((row) => !known.has(row.public_id))
    .slice(0, MOST_LISTED)
    .map((row) => ({ documentId: row.document_id, publicId: row.public_id, title: row.title, department: row.department_code, publishedAt: row.published_at }));
};
