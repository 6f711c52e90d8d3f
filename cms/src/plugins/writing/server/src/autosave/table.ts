import type { TableDefinitions } from '../../../../review/server/src/tables/definitions';

/**
 * 自动保存: what somebody has typed and not yet saved, one row for each account and form. It is private to the account until it is
 * saved, nothing of the review sees it, and so it passes no door and leaves no audit entry: an entry for every few keystrokes would
 * bury what the audit is for. What is saved with the form's own button goes through the door as ever.
 */
export const AUTOSAVE_TABLES: TableDefinitions = {
  writing_autosave: (t) => {
    t.string('account', 40).notNullable();
    /** Document id, or `new:…` for a document that was never saved. */
    t.string('form', 60).notNullable();
    /** Window that wrote it: two windows of one person are told apart by it. */
    t.string('tab', 40).notNullable();
    /** Counts the writes of a form, so that no clock decides which text is newer. */
    t.integer('seq').notNullable();
    /** Version of the document under the text; null for a new one. */
    t.integer('base_version');
    /** Changed fields with their values, and what stood there before, as JSON. */
    t.text('changed').notNullable();
    t.text('base').notNullable();
    t.string('saved_at', 30).notNullable();
    t.primary(['account', 'form']);
    t.index(['saved_at'], 'writing_autosave_saved_idx');
  },
};
