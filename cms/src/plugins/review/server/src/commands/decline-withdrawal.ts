import { command } from './command';

/** 不予撤回, 不予失效: the head says why it stays as it is. */
export const declineWithdrawal = command({
  action: 'decline-withdrawal',
  call: async ({ row, input }) => ({
    changes: { proposed_by: null, proposed_for: null, withdrawal_kind: null, withdrawal_reason: null, repealed_by: null },
    detail: { kind: row.withdrawal_kind, proposedBy: row.proposed_by, reason: input.reason?.trim() ?? '' },
  }),
});
