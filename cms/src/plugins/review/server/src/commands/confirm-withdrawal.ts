import { command } from './command';
import { DOCUMENT } from './draft';

/**
 * 确认撤回: 发布错误 after a proposal, 泄密 by any head at once. The address answers 410 afterwards; for a leak every trace goes.
 * The revision stays here: the audit must be able to show what was public.
 */
export const confirmWithdrawal = command({
  action: 'confirm-withdrawal',
  async call({ strapi, trx, row, input, at, to, announce }) {
    const kind = input.kind === 'leak' ? 'leak' : (row.withdrawal_kind ?? 'error');
    const reason = input.reason?.trim() || row.withdrawal_reason || '';
    await strapi.documents(DOCUMENT).unpublish({ documentId: row.document_id });
    await trx('review_file').where({ document_id: row.document_id }).delete();
    await trx('publication_due').where({ document_id: row.document_id }).delete();
    announce({ type: 'document.withdrawn', object: `document:${row.document_id}` });
    return {
      changes: {
        state: to,
        live_revision: null,
        withdrawal_kind: kind,
        withdrawal_reason: reason,
        withdrawn_at: at,
        pinned_at: null,
        pinned_until: null,
        proposed_by: null,
        live_at: null,
        live_release: null,
      },
      detail: { kind, reason, proposedBy: row.proposed_by, revision: row.live_revision },
    };
  },
});
