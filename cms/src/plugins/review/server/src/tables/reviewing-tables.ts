import type { TableDefinitions } from './definitions';

/** Tables of the screens on which people review: who has read what, marked passages, notes between colleagues. */
export const REVIEWING_TABLES: TableDefinitions = {
  /** Who has had which revision before them: several are approved at once only by whoever has opened each. */
  review_opened: (t) => {
    t.string('actor_id', 40).notNullable();
    t.string('document_id', 40).notNullable();
    t.integer('revision').notNullable();
    t.string('content_hash', 64).notNullable();
    t.string('at', 30).notNullable();
    t.primary(['actor_id', 'document_id', 'revision']);
  },
  /** Passages a reviewer marked when returning a revision; resolved when the next one is submitted. */
  review_mark: (t) => {
    t.string('document_id', 40).notNullable();
    t.integer('revision').notNullable();
    t.integer('place').notNullable();
    t.integer('block').notNullable();
    t.integer('from_offset').notNullable();
    t.integer('to_offset').notNullable();
    t.text('quote').notNullable();
    t.text('remark').notNullable();
    t.string('marked_by', 40).notNullable();
    t.string('marked_by_name', 200).notNullable();
    t.string('marked_at', 30).notNullable();
    t.string('resolved_at', 30);
    t.primary(['document_id', 'revision', 'place']);
  },
  /** 内部意见: never public, never changed. */
  review_note: (t) => {
    t.bigInteger('seq').primary();
    t.string('document_id', 40).notNullable();
    t.integer('revision');
    t.string('author_id', 40).notNullable();
    t.string('author_name', 200).notNullable();
    t.string('at', 30).notNullable();
    t.text('text').notNullable();
    t.text('mentions').notNullable();
    t.index(['document_id', 'seq'], 'review_note_document_idx');
  },
};
