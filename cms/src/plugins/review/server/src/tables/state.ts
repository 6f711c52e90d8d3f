import type { Knex } from 'knex';
import type { Situation, State } from '../decisions/states';

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
  correction_reason: string | null;
  former_columns: string[];
  pinned_at: string | null;
  pinned_until: string | null;
  proposed_by: string | null;
  withdrawal_kind: 'error' | 'leak' | null;
  withdrawal_reason: string | null;
  withdrawn_at: string | null;
  return_reason: string | null;
  live_release: number | null;
  live_at: string | null;
  set_aside_reason: string | null;
  changed_at: string;
}

const LISTS = ['authors', 'corrections', 'former_columns'] as const;

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
});
