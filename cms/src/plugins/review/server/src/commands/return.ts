import { command } from './command';

/** 退回: the reason goes to the author and into the audit; approvals given so far are void. */
export const returnToAuthor = command({
  action: 'return',
  call: async ({ row, input, to }) => ({
    changes: {
      state: to,
      return_reason: input.reason?.trim() ?? null,
      content_hash: null,
      submitted_by: null,
      first_by: null,
      final_by: null,
    },
    detail: { revision: row.revision, reason: input.reason?.trim() ?? '', round: row.round },
  }),
});
