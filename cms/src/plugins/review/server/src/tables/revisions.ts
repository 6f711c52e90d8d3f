import type { Knex } from 'knex';
import type { Json } from '../decisions/canonical';
import { canonicalJson, contentHash } from '../decisions/canonical';

/** 版本: an immutable snapshot of a document's content. */
export interface Revision {
  documentId: string;
  revision: number;
  kind: 'submitted' | 'imported' | 'moved' | 'invalidated';
  contentHash: string;
  content: Json;
  madeBy: string;
  madeAt: string;
}

export const nextRevision = async (trx: Knex, documentId: string): Promise<number> => {
  const row = (await trx('review_revision').where({ document_id: documentId }).max({ last: 'revision' }).first()) as { last: number | null };
  return (row.last ?? 0) + 1;
};

export const revisionRow = (revision: Omit<Revision, 'contentHash'>) => ({
  document_id: revision.documentId,
  revision: revision.revision,
  kind: revision.kind,
  content_hash: contentHash(revision.content),
  content: canonicalJson(revision.content),
  made_by: revision.madeBy,
  made_at: revision.madeAt,
});

/** Writes a snapshot. @returns its hash. */
export const keepRevision = async (trx: Knex.Transaction, revision: Omit<Revision, 'contentHash'>): Promise<string> => {
  const row = revisionRow(revision);
  await trx('review_revision').insert(row);
  return row.content_hash;
};

export const readRevision = async (knex: Knex, documentId: string, revision: number): Promise<Revision | null> => {
  const row = (await knex('review_revision').where({ document_id: documentId, revision }).first()) as
    | { document_id: string; revision: number; kind: Revision['kind']; content_hash: string; content: string; made_by: string; made_at: string }
    | undefined;
  if (!row) return null;
  return {
    documentId: row.document_id,
    revision: row.revision,
    kind: row.kind,
    contentHash: row.content_hash,
    content: JSON.parse(row.content) as Json,
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
};

/** Revisions of a document without their content, oldest first. */
export const listRevisions = async (knex: Knex, documentId: string): Promise<Omit<Revision, 'content'>[]> =>
  (
    (await knex('review_revision')
      .where({ document_id: documentId })
      .orderBy('revision')
      .select('revision', 'kind', 'content_hash', 'made_by', 'made_at')) as { revision: number; kind: Revision['kind']; content_hash: string; made_by: string; made_at: string }[]
  ).map((row) => ({ documentId, revision: row.revision, kind: row.kind, contentHash: row.content_hash, madeBy: row.made_by, madeAt: row.made_at }));
