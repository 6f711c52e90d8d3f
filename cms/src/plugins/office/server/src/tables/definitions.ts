import type { TableDefinitions } from '../../../../review/server/src/tables/definitions';

/** Tables of the office plugin; plain tables, as those of the review and for the same reasons. */
export const TABLES: TableDefinitions = {
  office_register: (t) => {
    t.string('id', 20).primary();
    t.string('kind', 4).notNullable();
    t.string('year', 4).notNullable();
    t.integer('number').notNullable();
    t.string('day', 10).notNullable();
    t.string('received_at', 30);
    t.string('department', 12).notNullable();
    t.string('from_organ', 200).notNullable();
    t.string('to_organ', 400).notNullable();
    t.string('document_number', 120).notNullable();
    t.string('title', 400).notNullable();
    t.integer('copies').notNullable();
    t.string('secrecy', 12).notNullable();
    t.string('urgency', 12).notNullable();
    t.string('written_on', 10);
    t.string('due_on', 10);
    t.string('relay', 16);
    t.string('disclosure', 12);
    t.string('relay_due_at', 30);
    t.string('disclosure_due_on', 10);
    t.string('notes', 4000).notNullable();
    t.string('signed_by', 200);
    t.string('signed_at', 30);
    t.string('file_number', 60);
    t.string('filed_at', 30);
    t.string('voided_at', 30);
    t.string('void_reason', 2000);
    t.integer('version').notNullable();
    t.string('created_by_name', 200).notNullable();
    t.string('created_at', 30).notNullable();
    t.string('changed_by_name', 200).notNullable();
    t.string('changed_at', 30).notNullable();
    t.unique(['kind', 'year', 'number'], { indexName: 'office_register_number_unique' });
    t.index(['department', 'year'], 'office_register_department_idx');
    t.index(['disclosure_due_on'], 'office_register_disclosure_idx');
    t.index(['relay_due_at'], 'office_register_relay_idx');
    t.index(['due_on'], 'office_register_due_idx');
  },
  /** The last number given out; it is never turned back. */
  office_register_number: (t) => {
    t.string('kind', 4).notNullable();
    t.string('year', 4).notNullable();
    t.integer('last').notNullable();
    t.primary(['kind', 'year']);
  },
  office_register_link: (t) => {
    t.string('entry_id', 20).notNullable();
    t.string('public_id', 10).notNullable();
    t.string('linked_at', 30).notNullable();
    t.string('linked_by_name', 200).notNullable();
    t.primary(['entry_id', 'public_id']);
    t.index(['public_id'], 'office_register_link_public_idx');
  },
  office_calendar: (t) => {
    t.string('year', 4).primary();
    t.string('source', 300).notNullable();
    t.integer('version').notNullable();
    t.string('changed_by_name', 200).notNullable();
    t.string('changed_at', 30).notNullable();
  },
  office_holiday: (t) => {
    t.string('day', 10).primary();
    t.string('year', 4).notNullable();
    t.string('kind', 4).notNullable();
    t.string('name', 60).notNullable();
    t.index(['year'], 'office_holiday_year_idx');
  },
  office_promise: (t) => {
    t.string('id', 20).primary();
    /** Empty: the whole site. */
    t.string('department', 12).notNullable();
    t.string('measure', 20).notNullable();
    t.string('name', 120).notNullable();
    t.integer('amount').notNullable();
    t.string('unit', 20).notNullable();
    t.string('note', 1000).notNullable();
    t.integer('position').notNullable();
    t.integer('version').notNullable();
    t.string('changed_by_name', 200).notNullable();
    t.string('changed_at', 30).notNullable();
  },
  office_template: (t) => {
    t.string('id', 20).primary();
    t.string('name', 120).notNullable();
    /** Empty: for every column. */
    t.string('column_code', 20).notNullable();
    t.string('title_pattern', 400).notNullable();
    t.text('body').notNullable();
    t.integer('version').notNullable();
    t.string('changed_by_name', 200).notNullable();
    t.string('changed_at', 30).notNullable();
    t.index(['column_code'], 'office_template_column_idx');
  },
  office_notice: (t) => {
    t.string('id', 20).primary();
    t.string('account', 40).notNullable();
    t.string('kind', 20).notNullable();
    t.string('object', 120).notNullable();
    t.string('title', 400).notNullable();
    t.string('text', 1000).notNullable();
    t.string('link', 300).notNullable();
    t.string('created_at', 30).notNullable();
    t.string('read_at', 30);
    /** When what it asked for was done, by whomever: it no longer counts. */
    t.string('settled_at', 30);
    t.index(['account', 'created_at', 'id'], 'office_notice_account_idx');
    t.index(['object', 'kind'], 'office_notice_object_idx');
  },
  /** What has been told as overdue already; the key names the step, so that the next step is told anew. */
  office_told: (t) => {
    t.string('key', 160).primary();
    t.string('at', 30).notNullable();
  },
  office_notice_choice: (t) => {
    t.string('account', 40).notNullable();
    t.string('kind', 20).notNullable();
    t.boolean('on_screen').notNullable();
    t.boolean('by_mail').notNullable();
    t.primary(['account', 'kind']);
  },
  office_mail: (t) => {
    t.string('id', 20).primary();
    t.string('account', 40).notNullable();
    t.string('address', 320).notNullable();
    t.string('subject', 400).notNullable();
    t.text('body').notNullable();
    t.string('created_at', 30).notNullable();
    t.string('available_at', 30).notNullable();
    t.integer('attempts').notNullable();
    t.string('sent_at', 30);
    t.string('given_up_at', 30);
    t.string('last_error', 1000);
    t.index(['sent_at', 'given_up_at', 'available_at'], 'office_mail_due_idx');
  },
};
