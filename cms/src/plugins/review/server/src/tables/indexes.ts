import type { Knex } from 'knex';

/**
 * Indexes of the list and of the home page, for 200,000 documents. Those that begin with a moment hold the title and the 索引号 too, so
 * that a search for words reads the index and not the rows. Partial ones are for the few rows that need somebody.
 */
const INDEXES = [
  'review_state_changed_idx ON review_state (changed_at, document_id, title, index_number)',
  'review_state_column_idx ON review_state (column_code, changed_at, document_id)',
  'review_state_office_idx ON review_state (department_code, changed_at, document_id)',
  'review_state_published_idx ON review_state (published_at, document_id, title, index_number)',
  'review_state_column_published_idx ON review_state (column_code, published_at, document_id)',
  'review_state_office_published_idx ON review_state (department_code, published_at, document_id)',
  'review_state_proposed_idx ON review_state (changed_at) WHERE proposed_by IS NOT NULL',
  'review_state_aside_idx ON review_state (changed_at) WHERE set_aside_reason IS NOT NULL',
];

/** Makes what is missing; safe at every start, also over data from before. */
export const defineIndexes = async (knex: Knex): Promise<void> => {
  for (const index of INDEXES) await knex.raw(`CREATE INDEX IF NOT EXISTS ${index}`);
};
