import { command } from './command';
import { unplan } from './plans';
import { NOBODY_YET } from './submit';

/** 退回: the reason goes to the author and into the audit; approvals given so far are void, and so is a release that was planned. */
export const returnToAuthor = command({
  action: 'return',
  async call({ trx, row, input, to }) {
    await unplan(trx, row.document_id, 'release');
    return {
      changes: {
        state: to,
        return_reason: input.reason?.trim() ?? null,
        content_hash: null,
        submitted_by: null,
        ...NOBODY_YET,
        release_at: null,
        due_fault: null,
      },
      detail: { revision: row.revision, reason: input.reason?.trim() ?? '', round: row.round },
    };
  },
});
