import { command } from './command';

/** 申请撤回, or 申请失效/废止: one person says why; a head confirms. What is live stays as it is until then. */
export const proposeWithdrawal = command({
  action: 'propose-withdrawal',
  call: async ({ actor, represented, input }) => ({
    changes: {
      proposed_by: actor.id,
      proposed_for: represented?.id ?? null,
      withdrawal_kind: input.kind ?? 'error',
      withdrawal_reason: input.reason?.trim() ?? null,
      repealed_by: null,
    },
    detail: { kind: input.kind ?? 'error', reason: input.reason?.trim() ?? '' },
  }),
});
