import type { Knex } from 'knex';
import { REVIEWING_TABLES } from './reviewing-tables';

/**
 * Tables of the review and publication plugins. Plain tables, not content types: Strapi leaves tables it does not know alone, does
 * not rebuild them (which would drop the triggers), and offers no screen to edit them. Rows are named by `document_id`, never by
 * row id: publishing gives a document a new row.
 */
export type TableDefinitions = Record<string, (table: Knex.CreateTableBuilder) => void>;

const TABLES: TableDefinitions = {
  review_state: (t) => {
    t.string('document_id', 40).primary();
    t.string('public_id', 10).notNullable().unique();
    t.string('state', 20).notNullable();
    t.integer('round').notNullable();
    t.integer('version').notNullable();
    t.integer('revision');
    t.string('content_hash', 64);
    t.string('title', 400).notNullable();
    t.string('column_code', 20).notNullable();
    t.string('department_code', 12).notNullable();
    t.text('authors').notNullable();
    t.string('edited_by_name', 200);
    t.string('edited_at', 30);
    t.string('submitted_by', 40);
    t.string('first_by', 40);
    t.string('final_by', 40);
    t.integer('live_revision');
    t.bigInteger('live_event');
    t.string('live_column', 20);
    t.string('month', 6);
    t.string('published_at', 30);
    t.string('released_at', 30);
    t.string('index_number', 40).unique();
    t.text('corrections').notNullable();
    t.string('correction_reason', 2000);
    t.text('former_columns').notNullable();
    t.string('pinned_at', 30);
    t.string('pinned_until', 30);
    t.string('proposed_by', 40);
    t.string('withdrawal_kind', 10);
    t.string('withdrawal_reason', 2000);
    t.string('withdrawn_at', 30);
    t.string('return_reason', 2000);
    t.bigInteger('live_release');
    t.string('live_at', 30);
    t.string('set_aside_reason', 2000);
    t.string('changed_at', 30).notNullable();
    t.index(['state', 'changed_at'], 'review_state_state_idx');
    t.index(['department_code', 'state'], 'review_state_department_idx');
    t.index(['live_event'], 'review_state_event_idx');
  },
  review_revision: (t) => {
    t.string('document_id', 40).notNullable();
    t.integer('revision').notNullable();
    t.string('kind', 20).notNullable();
    t.string('content_hash', 64).notNullable();
    t.text('content').notNullable();
    t.string('made_by', 40).notNullable();
    t.string('made_at', 30).notNullable();
    t.primary(['document_id', 'revision']);
  },
  review_audit: (t) => {
    t.bigInteger('seq').primary();
    t.string('at', 30).notNullable();
    t.string('actor_id', 40).notNullable();
    t.string('actor_name', 200).notNullable();
    t.string('action', 40).notNullable();
    t.string('object', 120).notNullable();
    t.text('detail').notNullable();
    t.string('previous_hash', 64).notNullable();
    t.string('hash', 64).notNullable();
    t.index(['object', 'seq'], 'review_audit_object_idx');
  },
  review_audit_head: (t) => {
    t.integer('id').primary();
    t.bigInteger('seq').notNullable();
    t.string('hash', 64).notNullable();
  },
  review_index_number: (t) => {
    t.string('department', 12).notNullable();
    t.string('year', 4).notNullable();
    t.integer('last').notNullable();
    t.primary(['department', 'year']);
  },
  review_import: (t) => {
    t.string('source', 60).notNullable();
    t.string('key', 120).notNullable();
    t.string('document_id', 40).notNullable();
    t.string('row_hash', 64).notNullable();
    t.primary(['source', 'key']);
  },
  review_file_use: (t) => {
    t.integer('file_id').notNullable();
    t.string('document_id', 40).notNullable();
    t.primary(['file_id', 'document_id']);
  },
  review_file: (t) => {
    t.string('sha256', 64).notNullable();
    t.string('document_id', 40).notNullable();
    t.primary(['sha256', 'document_id']);
    t.index(['document_id'], 'review_file_document_idx');
  },
  publication_event: (t) => {
    t.bigInteger('seq').primary();
    t.string('at', 30).notNullable();
    t.string('type', 30).notNullable();
    t.string('object', 60).notNullable();
    t.bigInteger('audit_seq').notNullable();
    t.index(['object', 'seq'], 'publication_event_object_idx');
  },
  publication_outbox: (t) => {
    t.string('id', 40).primary();
    t.bigInteger('cursor').notNullable();
    t.string('created_at', 30).notNullable();
    t.string('available_at', 30).notNullable();
    t.integer('attempts').notNullable();
    t.string('delivered_at', 30);
    t.string('last_error', 1000);
    t.index(['delivered_at', 'available_at'], 'publication_outbox_due_idx');
  },
  publication_due: (t) => {
    t.string('id', 80).primary();
    t.string('due_at', 30).notNullable();
    t.string('kind', 20).notNullable();
    t.string('document_id', 40).notNullable();
    t.index(['due_at'], 'publication_due_at_idx');
  },
  review_deputy: (t) => {
    t.string('id', 40).primary();
    t.string('principal_id', 40).notNullable();
    t.string('principal_name', 200).notNullable();
    t.string('deputy_id', 40).notNullable();
    t.string('deputy_name', 200).notNullable();
    t.string('role', 20).notNullable();
    t.string('from_at', 30).notNullable();
    t.string('until_at', 30).notNullable();
    t.string('reason', 2000).notNullable();
    t.string('named_by', 40).notNullable();
    t.string('named_by_name', 200).notNullable();
    t.string('named_at', 30).notNullable();
    t.string('revoked_at', 30);
    t.string('revoked_by_name', 200);
    t.index(['deputy_id', 'until_at'], 'review_deputy_deputy_idx');
  },
  publication_acknowledgement: (t) => {
    t.bigInteger('release').primary();
    t.bigInteger('up_to').notNullable();
    t.string('root', 80).notNullable();
    t.string('live_at', 30).notNullable();
  },
  ...REVIEWING_TABLES,
};

/**
 * Columns that came after a table's first definition, each made where it is missing: a database of an earlier version opens, and a new
 * one is made by the same lines. All of them may be null.
 */
const ADDED: Record<string, Record<string, (t: Knex.CreateTableBuilder) => unknown>> = {
  review_state: {
    correction_note: (t) => t.string('correction_note', 2000),
    first_for: (t) => t.string('first_for', 40),
    final_for: (t) => t.string('final_for', 40),
    proposed_for: (t) => t.string('proposed_for', 40),
    release_at: (t) => t.string('release_at', 30),
    take_down_at: (t) => t.string('take_down_at', 30),
    due_fault: (t) => t.string('due_fault', 2000),
    urgent_by: (t) => t.string('urgent_by', 40),
    urgent_for: (t) => t.string('urgent_for', 40),
    urgent_by_name: (t) => t.string('urgent_by_name', 200),
    urgent_at: (t) => t.string('urgent_at', 30),
    urgent_reason: (t) => t.string('urgent_reason', 2000),
    second_review_due: (t) => t.string('second_review_due', 30),
    repealed_by: (t) => t.string('repealed_by', 10),
    leak_seen_at: (t) => t.string('leak_seen_at', 30),
    further_columns: (t) => t.text('further_columns'),
    in_force_at: (t) => t.string('in_force_at', 30),
    in_force_until: (t) => t.string('in_force_until', 30),
  },
  publication_due: {
    planned_by: (t) => t.string('planned_by', 40),
    planned_by_name: (t) => t.string('planned_by_name', 200),
    planned_at: (t) => t.string('planned_at', 30),
    input: (t) => t.text('input'),
    attempts: (t) => t.integer('attempts'),
    retry_at: (t) => t.string('retry_at', 30),
    last_error: (t) => t.string('last_error', 1000),
  },
};

/** Few of many rows each: what the inbox and the alarms look for among everything that was ever published. */
const INDEXES = [
  'review_state_release_at_idx ON review_state (release_at) WHERE release_at IS NOT NULL',
  'review_state_second_review_idx ON review_state (second_review_due) WHERE second_review_due IS NOT NULL',
  "review_state_leak_idx ON review_state (withdrawn_at) WHERE withdrawal_kind = 'leak' AND leak_seen_at IS NULL",
];

const addMissingColumns = async (knex: Knex, table: string): Promise<void> => {
  const present = await knex(table).columnInfo();
  const missing = Object.entries(ADDED[table] ?? {}).filter(([column]) => !Object.hasOwn(present, column));
  if (missing.length > 0) await knex.schema.alterTable(table, (t) => missing.forEach(([, define]) => define(t)));
};

/** Tables whose rows are never changed or deleted once written. */
const APPEND_ONLY = ['review_audit', 'review_revision', 'review_note', 'publication_event'];

/** Names of the triggers that keep a table append-only; `numbered` tables also refuse any number but the next. */
const NUMBERED = ['review_audit', 'review_note', 'publication_event'];

export const isPostgres = (knex: Knex): boolean => (knex.client as { dialect: string }).dialect === 'postgresql';

const sqliteTriggers = (table: string): string[] => [
  `CREATE TRIGGER IF NOT EXISTS ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END`,
  `CREATE TRIGGER IF NOT EXISTS ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END`,
  // INSERT OR REPLACE deletes without firing the delete trigger; asking for the next number (or a new key) stops it.
  NUMBERED.includes(table)
    ? `CREATE TRIGGER IF NOT EXISTS ${table}_next_only BEFORE INSERT ON ${table} WHEN NEW.seq <> COALESCE((SELECT MAX(seq) FROM ${table}), 0) + 1 BEGIN SELECT RAISE(ABORT, '${table}: only the next number may be written'); END`
    : `CREATE TRIGGER IF NOT EXISTS ${table}_next_only BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE document_id = NEW.document_id AND revision = NEW.revision) BEGIN SELECT RAISE(ABORT, '${table}: this revision exists'); END`,
];

const postgresTriggers = (table: string): string[] => {
  const refuse = `CREATE OR REPLACE FUNCTION ${table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${table}: rows are never changed or deleted'; END $$`;
  const next = `CREATE OR REPLACE FUNCTION ${table}_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.seq <> COALESCE((SELECT MAX(seq) FROM ${table}), 0) + 1 THEN RAISE EXCEPTION '${table}: only the next number may be written'; END IF; RETURN NEW; END $$`;
  const triggers: [string, string][] = [
    [`${table}_no_update`, `BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_refuse()`],
    [`${table}_no_delete`, `BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_refuse()`],
    [`${table}_no_truncate`, `BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuse()`],
  ];
  if (NUMBERED.includes(table)) triggers.push([`${table}_next_only`, `BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_next()`]);
  return [
    refuse,
    ...(NUMBERED.includes(table) ? [next] : []),
    ...triggers.flatMap(([name, rest]) => [
      `CREATE OR REPLACE TRIGGER ${name} ${rest}`,
      // ALWAYS: also when a session sets session_replication_role to replica.
      `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`,
    ]),
  ];
};

const existingTriggers = async (knex: Knex): Promise<Set<string>> => {
  const rows = isPostgres(knex)
    ? ((await knex.raw('SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = \'A\'')) as { rows: { name: string }[] }).rows
    : ((await knex.raw("SELECT name FROM sqlite_master WHERE type = 'trigger'")) as { name: string }[]);
  return new Set(rows.map((row) => row.name));
};

const expectedTriggers = (knex: Knex): string[] =>
  APPEND_ONLY.flatMap((table) => [
    `${table}_no_update`,
    `${table}_no_delete`,
    ...(isPostgres(knex) ? [`${table}_no_truncate`] : []),
    ...(NUMBERED.includes(table) || !isPostgres(knex) ? [`${table}_next_only`] : []),
  ]);

/** Triggers that should be there and are not, or (PostgreSQL) are there but switched off. */
export const missingTriggers = async (knex: Knex): Promise<string[]> => {
  const present = await existingTriggers(knex);
  return expectedTriggers(knex).filter((name) => !present.has(name));
};

/**
 * Whether the role we run under owns the table. On PostgreSQL another role may (docs/operations.zh-CN.md): then whoever gets hold of
 * ours can only add to the table, and so can we, while its triggers stand; one that is missing stops the start.
 */
export const isOurs = async (knex: Knex, table: string): Promise<boolean> => {
  if (!isPostgres(knex)) return true;
  const sql = "SELECT pg_has_role(relowner, 'USAGE') AS ours FROM pg_class WHERE oid = ?::regclass";
  return ((await knex.raw(sql, [table])) as { rows: { ours: boolean }[] }).rows[0]?.ours ?? true;
};

/** The same for another plugin's tables without triggers: makes what is missing. */
export const definePlainTables = async (knex: Knex, tables: TableDefinitions): Promise<void> => {
  for (const [name, define] of Object.entries(tables)) if (!(await knex.schema.hasTable(name))) await knex.schema.createTable(name, define);
};

/**
 * Makes what is missing; safe at every start.
 * @returns names of triggers that were missing although their table was there: somebody removed them.
 */
export const defineTables = async (knex: Knex): Promise<{ removedTriggers: string[] }> => {
  const before = await existingTriggers(knex);
  const removedTriggers: string[] = [];
  for (const [name, define] of Object.entries(TABLES)) {
    const exists = await knex.schema.hasTable(name);
    if (!exists) await knex.schema.createTable(name, define);
    await addMissingColumns(knex, name);
    if (!APPEND_ONLY.includes(name)) continue;
    const missing = expectedTriggers(knex).filter((trigger) => trigger.startsWith(`${name}_`) && !before.has(trigger));
    if (exists) removedTriggers.push(...missing);
    if (exists && missing.length === 0 && !(await isOurs(knex, name))) continue;
    for (const statement of isPostgres(knex) ? postgresTriggers(name) : sqliteTriggers(name)) await knex.raw(statement);
  }
  for (const index of INDEXES) await knex.raw(`CREATE INDEX IF NOT EXISTS ${index}`);
  await knex('review_audit_head').insert({ id: 1, seq: 0, hash: '0'.repeat(64) }).onConflict('id').ignore();
  return { removedTriggers };
};
