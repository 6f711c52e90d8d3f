import type { WithdrawalKind } from '../decisions/states';
import type { StateRow } from '../tables/state';
import type { CommandContext } from './command';
import { DOCUMENT } from './draft';

/**
 * Takes a document from the public. The address answers 410 afterwards; for a leak every trace goes. The revision stays here: the audit
 * must be able to show what was public.
 */
export const takeAway = async (
  { strapi, trx, row, at, announce }: CommandContext,
  kind: Exclude<WithdrawalKind, 'invalid' | 'repealed'>,
  reason: string,
): Promise<Partial<StateRow>> => {
  await strapi.documents(DOCUMENT).unpublish({ documentId: row.document_id });
  await trx('review_file').where({ document_id: row.document_id }).delete();
  await trx('publication_due').where({ document_id: row.document_id }).delete();
  announce({ type: 'document.withdrawn', object: `document:${row.document_id}` });
  if (kind === 'leak') strapi.log.error(`泄密撤回：${row.document_id}（编号 ${row.public_id}）。请站长在待办里确认知悉，并按规定报告。`);
  return {
    state: 'withdrawn',
    live_revision: null,
    withdrawal_kind: kind,
    withdrawal_reason: reason,
    withdrawn_at: at,
    leak_seen_at: null,
    pinned_at: null,
    pinned_until: null,
    in_force_at: null,
    in_force_until: null,
    proposed_by: null,
    proposed_for: null,
    release_at: null,
    take_down_at: null,
    due_fault: null,
    live_at: null,
    live_release: null,
  };
};
