import type { StateRow } from '../tables/state';
import type { CommandInput } from './command';
import { command } from './command';
import { NOBODY_YET } from './submit';

/** What a new round begins with: nobody has approved anything, and what the public is to be told. */
export const newRound = (row: StateRow, authors: string[], input: CommandInput): Partial<StateRow> => ({
  state: 'draft',
  round: row.round + 1,
  authors,
  content_hash: null,
  submitted_by: null,
  ...NOBODY_YET,
  release_at: null,
  correction_reason: input.reason?.trim() ?? null,
  correction_note: input.note?.trim() ?? null,
});

/** 更正: opens a new round; what is live stays live until the corrected text has passed all four people again. */
export const correct = command({
  action: 'correct',
  call: async ({ row, actor, input }) => ({
    changes: newRound(row, [actor.id], input),
    detail: { round: row.round + 1, reason: input.reason?.trim() ?? '', note: input.note?.trim() ?? '' },
  }),
});
