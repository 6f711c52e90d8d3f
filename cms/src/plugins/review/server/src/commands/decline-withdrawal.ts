import { command } from './command';

/** 不予撤回: the head says why it stays. */
export const declineWithdrawal = command({
  action: 'decline-withdrawal',
  call: async ({ row, input }) => ({
    changes: { proposed_by: null, withdrawal_kind: null, withdrawal_reason: null },
    detail: { proposedBy: row.proposed_by, reason: input.reason?.trim() ?? '' },
  }),
});
