import type { TableDefinitions } from '../../../../review/server/src/tables/definitions';

/** Tables of the checks plugin. Rows are only ever added, but for `until` of a word: the version in which it was taken out. */
export const TABLES: TableDefinitions = {
  checks_word_list: (t) => {
    t.integer('version').primary();
    t.string('made_by', 40).notNullable();
    t.string('made_by_name', 200).notNullable();
    t.string('made_at', 30).notNullable();
    t.string('note', 500).notNullable();
    t.integer('added').notNullable();
    t.integer('removed').notNullable();
  },
  checks_word: (t) => {
    t.string('id', 40).primary();
    t.string('list', 20).notNullable();
    t.string('word', 120).notNullable();
    t.string('replacement', 120).notNullable();
    t.string('severity', 10).notNullable();
    t.string('note', 400).notNullable();
    t.text('titles').notNullable();
    t.integer('since').notNullable();
    t.integer('until');
    t.index(['until', 'list'], 'checks_word_until_idx');
  },
  checks_acceptance: (t) => {
    t.string('document_id', 40).notNullable();
    t.string('content_hash', 64).notNullable();
    t.string('finding', 40).notNullable();
    t.string('check_id', 40).notNullable();
    t.string('reason', 1000).notNullable();
    t.string('by', 40).notNullable();
    t.string('at', 30).notNullable();
    t.primary(['document_id', 'content_hash', 'finding']);
  },
  checks_run: (t) => {
    t.string('id', 40).primary();
    t.string('document_id', 40).notNullable();
    t.string('content_hash', 64).notNullable();
    t.string('action', 30).notNullable();
    t.string('at', 30).notNullable();
    t.string('by', 40).notNullable();
    t.integer('list_version').notNullable();
    t.integer('warnings').notNullable();
    t.index(['document_id', 'at'], 'checks_run_document_idx');
  },
  checks_secrecy: (t) => {
    t.string('id', 40).primary();
    t.string('document_id', 40).notNullable();
    t.integer('revision').notNullable();
    t.string('content_hash', 64).notNullable();
    t.string('by', 40).notNullable();
    t.string('by_name', 200).notNullable();
    t.string('at', 30).notNullable();
    t.string('result', 20).notNullable();
    t.string('basis', 1000).notNullable();
    t.string('note', 2000).notNullable();
    t.index(['document_id', 'at'], 'checks_secrecy_document_idx');
  },
};
