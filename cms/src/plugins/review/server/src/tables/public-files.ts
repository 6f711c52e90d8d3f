import type { Knex } from 'knex';
import type { Content } from '../content/content';

/** Hashes of every file that is public with this content. */
export const filesOf = (content: Content): string[] => [
  ...new Set([...content.attachments.map((file) => file.sha256), ...content.images.flatMap((image) => image.renditions.map((file) => file.sha256))]),
];

const keyOf = (documentId: string, sha256: string) => ({ sha256, document_id: documentId });

/** Records which files a public document has: only these are handed to the publisher. */
export const ownFiles = async (trx: Knex.Transaction, documentId: string, content: Content): Promise<void> => {
  await trx('review_file').where({ document_id: documentId }).delete();
  for (const sha256 of filesOf(content)) await trx('review_file').insert(keyOf(documentId, sha256));
};

export const isPublicFile = async (knex: Knex, sha256: string): Promise<boolean> =>
  (await knex('review_file').where({ sha256 }).first('sha256')) !== undefined;
