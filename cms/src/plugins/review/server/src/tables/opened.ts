import type { Knex } from 'knex';

/** Records that a revision has been before somebody; the first time counts. */
export const recordOpened = async (
  knex: Knex,
  opened: { actorId: string; documentId: string; revision: number; contentHash: string; at: string },
): Promise<void> => {
  await knex('review_opened')
    .insert({ actor_id: opened.actorId, document_id: opened.documentId, revision: opened.revision, content_hash: opened.contentHash, at: opened.at })
    .onConflict(['actor_id', 'document_id', 'revision'])
    .ignore();
};

interface OpenedRow {
  document_id: string;
  revision: number;
  content_hash: string;
}

/** Keys (`openedKey`) of the revisions of these documents this person has opened. */
export const openedBy = async (knex: Knex, actorId: string, documentIds: string[]): Promise<Set<string>> => {
  const rows = (await knex('review_opened').where({ actor_id: actorId }).whereIn('document_id', documentIds)) as OpenedRow[];
  return new Set(rows.map((row) => openedKey(row.document_id, row.revision, row.content_hash)));
};

/** A revision by its number and its content: an opened revision counts for these words only. */
export const openedKey = (documentId: string, revision: number | null, contentHash: string | null): string => `${documentId} ${revision} ${contentHash}`;
