/** States of one round of a document. Whether something is live is told apart: a correction is a new round while the old text stays live. */
export const STATES = {
  draft: '起草',
  submitted: '待初审',
  'first-approved': '待终审',
  approved: '待发布',
  returned: '已退回',
  released: '已发布',
  withdrawn: '已撤回',
  discarded: '已废弃',
} as const;

export type State = keyof typeof STATES;

/** States in which the text may be edited. Everywhere else an edit would void what somebody approved. */
export const EDITABLE: readonly State[] = ['draft', 'returned'];

/** States in which a round waits for somebody other than its author. */
export const IN_REVIEW: readonly State[] = ['submitted', 'first-approved', 'approved'];

/** What the decision about one document needs to know of it. */
export interface Situation {
  state: State;
  /** Whether a revision of it is public now. */
  live: boolean;
  department: string;
  /** Everybody who wrote in this round: author, editors, submitter. */
  authors: string[];
  submittedBy: string | null;
  firstBy: string | null;
  finalBy: string | null;
  /** Who proposed its withdrawal; null: nobody has. */
  proposedBy: string | null;
  withdrawal: 'error' | 'leak' | null;
}
