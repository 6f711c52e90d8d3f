import { command } from './command';

/** 更正: opens a new round; what is live stays live until the corrected text has passed all four people again. */
export const correct = command({
  action: 'correct',
  call: async ({ row, actor, input, to }) => ({
    changes: {
      state: to,
      round: row.round + 1,
      authors: [actor.id],
      content_hash: null,
      submitted_by: null,
      first_by: null,
      final_by: null,
      correction_reason: input.reason?.trim() ?? null,
    },
    detail: { round: row.round + 1, reason: input.reason?.trim() ?? '' },
  }),
});
