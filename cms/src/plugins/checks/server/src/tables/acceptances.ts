import type { Knex } from 'knex';
import type { Acceptance } from '../decisions/acceptance';

/** Reasons given for warnings of exactly this content. */
export const acceptancesFor = async (knex: Knex, documentId: string, contentHash: string | null): Promise<Acceptance[]> =>
  contentHash === null
    ? []
    : ((await knex('checks_acceptance').where({ document_id: documentId, content_hash: contentHash }).select('finding', 'reason')) as Acceptance[]);
