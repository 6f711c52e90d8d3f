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

/**
 * Why something leaves the public, by what becomes of its page. `invalid` 失效 and `repealed` 废止: it stays, with a banner; `error`
 * 发布错误: it goes, a notice without the title stays; `leak` 泄密: every trace goes; `expired` 到期下线: as planned, a notice stays.
 */
export const WITHDRAWAL_KINDS = { invalid: '失效', repealed: '废止', error: '发布错误', leak: '泄密', expired: '到期下线' } as const;
export type WithdrawalKind = keyof typeof WITHDRAWAL_KINDS;
/** Kinds a person may propose. */
export const PROPOSED_KINDS = ['invalid', 'repealed', 'error', 'leak'] as const;
export type ProposedKind = (typeof PROPOSED_KINDS)[number];

/** Whether the page stays, with a banner. */
export const keepsPage = (kind: WithdrawalKind | null): kind is 'invalid' | 'repealed' => kind === 'invalid' || kind === 'repealed';

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
  /** Whom the reviewers and the proposer stood in for; both people count as having done it. */
  firstFor: string | null;
  finalFor: string | null;
  proposedFor: string | null;
  /** Who proposed its withdrawal; null: nobody has. */
  proposedBy: string | null;
  withdrawal: WithdrawalKind | null;
  /** Instant of a release or take-down that is planned; null: none. */
  releaseAt: string | null;
  takeDownAt: string | null;
  /** Who released it in the urgent lane, and whom that person stood in for. */
  urgentBy: string | null;
  urgentFor: string | null;
  /** Until when the second review of an urgent release is due; null: none is open. */
  secondReviewDue: string | null;
  /** Whether a head has taken note of a withdrawn leak. */
  leakSeen: boolean;
  furtherColumns: string[];
  /** Whether it stands on top of the home page as an emergency. */
  inForce: boolean;
}
