import { command } from './command';

/** 申请撤回: one person says why; a head confirms. What is live stays live until then. */
export const proposeWithdrawal = command({
  action: 'propose-withdrawal',
  call: async ({ actor, input }) => ({
    changes: { proposed_by: actor.id, withdrawal_kind: input.kind ?? 'error', withdrawal_reason: input.reason?.trim() ?? null },
    detail: { kind: input.kind ?? 'error', reason: input.reason?.trim() ?? '' },
  }),
});
