import type { Knex } from 'knex';
import type { SecrecyRecord } from '../decisions/secrecy';

interface Row {
  content_hash: string;
  by: string;
  by_name: string;
  at: string;
  result: SecrecyRecord['result'];
  basis: string;
  note: string;
}

/** All records of a document, oldest first; which of them counts is decided by the content hash. */
export const secrecyRecords = async (knex: Knex, documentId: string): Promise<SecrecyRecord[]> =>
  ((await knex('checks_secrecy').where({ document_id: documentId }).orderBy('at')) as Row[]).map((row) => ({
    contentHash: row.content_hash,
    by: row.by,
    byName: row.by_name,
    at: row.at,
    result: row.result,
    basis: row.basis,
    note: row.note,
  }));
