import type { Knex } from 'knex';
import type { Situation, State, WithdrawalKind } from '../decisions/states';

/** Row of `review_state`: where a document stands. Lists are JSON in the table and lists here. */
export interface StateRow {
  document_id: string;
  public_id: string;
  state: State;
  round: number;
  version: number;
  revision: number | null;
  content_hash: string | null;
  title: string;
  column_code: string;
  department_code: string;
  authors: string[];
  edited_by_name: string | null;
  edited_at: string | null;
  submitted_by: string | null;
  first_by: string | null;
  final_by: string | null;
  live_revision: number | null;
  live_event: number | null;
  live_column: string | null;
  month: string | null;
  published_at: string | null;
  released_at: string | null;
  index_number: string | null;
  corrections: { at: string; reason: string }[];
  /** Why, for the house; what the public is told is the note. */
  correction_reason: string | null;
  correction_note: string | null;
  former_columns: string[];
  pinned_at: string | null;
  pinned_until: string | null;
  proposed_by: string | null;
  withdrawal_kind: WithdrawalKind | null;
  withdrawal_reason: string | null;
  withdrawn_at: string | null;
  return_reason: string | null;
  live_release: number | null;
  live_at: string | null;
  set_aside_reason: string | null;
  changed_at: string;
  /** Whom the reviewers, the proposer and the urgent releaser stood in for. */
  first_for: string | null;
  final_for: string | null;
  proposed_for: string | null;
  /** Instant of a planned release; kept until the next round, so that one that does not go live is seen. */
  release_at: string | null;
  take_down_at: string | null;
  /** Why a due change has not been done yet. */
  due_fault: string | null;
  urgent_by: string | null;
  urgent_for: string | null;
  urgent_by_name: string | null;
  urgent_at: string | null;
  urgent_reason: string | null;
  second_review_due: string | null;
  /** Public id of the document that repeals this one, where that is why its invalidation was proposed. */
  repealed_by: string | null;
  leak_seen_at: string | null;
  further_columns: string[];
  /** Since when it stands on top of the home page as an emergency; null: it does not. */
  in_force_at: string | null;
  in_force_until: string | null;
}

const LISTS = ['authors', 'corrections', 'former_columns', 'further_columns'] as const;

export const toTable = (row: Partial<StateRow>): Record<string, unknown> => {
  const stored: Record<string, unknown> = { ...row };
  for (const list of LISTS) if (row[list]) stored[list] = JSON.stringify(row[list]);
  return stored;
};

const number = (value: unknown): number | null => (value == null ? null : Number(value));

export const fromTable = (stored: Record<string, unknown>): StateRow => {
  const row = { ...stored } as unknown as StateRow;
  row.authors = JSON.parse(stored.authors as string) as string[];
  row.corrections = JSON.parse(stored.corrections as string) as StateRow['corrections'];
  row.former_columns = JSON.parse(stored.former_columns as string) as string[];
  // Null in rows older than the column.
  row.further_columns = JSON.parse((stored.further_columns as string | null) ?? '[]') as string[];
  row.in_force_at ??= null;
  row.in_force_until ??= null;
  row.live_event = number(stored.live_event);
  row.live_release = number(stored.live_release);
  return row;
};

export const readState = async (knex: Knex, documentId: string): Promise<StateRow | null> => {
  const row = (await knex('review_state').where({ document_id: documentId }).first()) as Record<string, unknown> | undefined;
  return row ? fromTable(row) : null;
};

export const insertState = async (trx: Knex.Transaction, row: StateRow): Promise<void> => {
  await trx('review_state').insert(toTable(row));
};

/**
 * Writes changes if nobody else was in between.
 * @returns false when the row has another version by now.
 */
export const updateState = async (trx: Knex.Transaction, row: StateRow, changes: Partial<StateRow>): Promise<boolean> => {
  const touched = await trx('review_state')
    .where({ document_id: row.document_id, version: row.version })
    .update(toTable({ ...changes, version: row.version + 1 }));
  return touched === 1;
};

/** The draft row carries a copy of the state for lists; what counts is `review_state`. */
export const mirrorState = async (trx: Knex.Transaction, documentId: string, changes: { state: State; version: number }): Promise<void> => {
  await trx('documents').where({ document_id: documentId }).update({ review_state: changes.state, lock_version: changes.version });
};

/** A new document in its first round. */
export const freshState = (given: {
  documentId: string;
  publicId: string;
  title: string;
  column: string;
  department: string;
  author: string;
  authorName: string;
  at: string;
}): StateRow => ({
  document_id: given.documentId,
  public_id: given.publicId,
  state: 'draft',
  round: 1,
  version: 1,
  revision: null,
  content_hash: null,
  title: given.title,
  column_code: given.column,
  department_code: given.department,
  authors: [given.author],
  edited_by_name: given.authorName,
  edited_at: given.at,
  submitted_by: null,
  first_by: null,
  final_by: null,
  live_revision: null,
  live_event: null,
  live_column: null,
  month: null,
  published_at: null,
  released_at: null,
  index_number: null,
  corrections: [],
  correction_reason: null,
  correction_note: null,
  former_columns: [],
  pinned_at: null,
  pinned_until: null,
  proposed_by: null,
  withdrawal_kind: null,
  withdrawal_reason: null,
  withdrawn_at: null,
  return_reason: null,
  live_release: null,
  live_at: null,
  set_aside_reason: null,
  changed_at: given.at,
  first_for: null,
  final_for: null,
  proposed_for: null,
  release_at: null,
  take_down_at: null,
  due_fault: null,
  urgent_by: null,
  urgent_for: null,
  urgent_by_name: null,
  urgent_at: null,
  urgent_reason: null,
  second_review_due: null,
  repealed_by: null,
  leak_seen_at: null,
  further_columns: [],
  in_force_at: null,
  in_force_until: null,
});

export const situationOf = (row: StateRow): Situation => ({
  state: row.state,
  live: row.live_revision !== null,
  department: row.department_code,
  authors: row.authors,
  submittedBy: row.submitted_by,
  firstBy: row.first_by,
  finalBy: row.final_by,
  proposedBy: row.proposed_by,
  withdrawal: row.withdrawal_kind,
  firstFor: row.first_for,
  finalFor: row.final_for,
  proposedFor: row.proposed_for,
  // A planned release that went out leaves its moment behind; it is planned only while it waits.
  releaseAt: row.state === 'approved' ? row.release_at : null,
  takeDownAt: row.take_down_at,
  urgentBy: row.urgent_by,
  urgentFor: row.urgent_for,
  secondReviewDue: row.second_review_due,
  leakSeen: row.leak_seen_at !== null,
  furtherColumns: row.further_columns,
  inForce: row.in_force_at !== null,
});
