import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { SiteError } from './errors.ts';
import { makeParticularsTables } from './particulars.ts';

/** Raised whenever the tables change; a replica of another format is thrown away and filled again from the feed. */
const FORMAT = '1';
/** How long a writer waits for a reader that is in the way of a checkpoint. */
const BUSY_TIMEOUT_MS = 5_000;

// `published` is '' for a document without a date, which sorts it behind all others; NULLs would need a second index.
// `content` of a document lives in a table of its own: lists then never read the pages that hold bodies.
// `months` holds counts that would otherwise be a walk over all documents of a column for every publication.
const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE columns (code TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE departments (code TEXT PRIMARY KEY, position INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  column_code TEXT NOT NULL,
  month TEXT NOT NULL,
  department_code TEXT NOT NULL,
  published TEXT NOT NULL,
  updated TEXT NOT NULL,
  pinned TEXT,
  moved INTEGER,
  seq INTEGER NOT NULL,
  card TEXT NOT NULL
);
CREATE INDEX documents_of_column ON documents (column_code, published DESC, id);
CREATE INDEX documents_of_month ON documents (column_code, month, published DESC, id);
CREATE INDEX documents_of_department ON documents (department_code, published DESC, id);
CREATE INDEX documents_by_both ON documents (department_code, column_code, month);
CREATE INDEX documents_for_sitemap ON documents (month, column_code, id, updated);
CREATE INDEX documents_pinned ON documents (column_code, pinned DESC, id) WHERE pinned IS NOT NULL;
CREATE INDEX documents_moved ON documents (id) WHERE moved IS NOT NULL;
CREATE TABLE contents (number INTEGER PRIMARY KEY, json TEXT NOT NULL);

CREATE TABLE relations (target TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (target, kind, source)) WITHOUT ROWID;
CREATE INDEX relations_of_source ON relations (source);
CREATE TABLE months (
  column_code TEXT NOT NULL, month TEXT NOT NULL, documents INTEGER NOT NULL, updated TEXT NOT NULL, PRIMARY KEY (column_code, month)
) WITHOUT ROWID;
CREATE INDEX months_of_all ON months (month, column_code, documents, updated);
CREATE TABLE withdrawals (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE pending_paths (path TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pending_documents (id TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE previous (id TEXT PRIMARY KEY, version INTEGER NOT NULL, seq INTEGER, json TEXT);
CREATE TABLE set_aside (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
`;

// Came after the format: made where it is missing, empty until a document is shown in a further column. Counts of `months` are of a
// column's own documents; those shown besides are few and counted when asked for, since they go with the column they stand in.
const PLACEMENTS = `
CREATE TABLE IF NOT EXISTS placements (
  column_code TEXT NOT NULL, id TEXT NOT NULL, month TEXT NOT NULL, department_code TEXT NOT NULL, PRIMARY KEY (column_code, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS placements_of_document ON placements (id);
CREATE INDEX IF NOT EXISTS placements_of_month ON placements (month, column_code);
`;

/** Opens the file for the one process that writes it; makes the tables in a new one. */
export function openForWriting(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // What a leak took back must not stay in free pages of the file.
  database.pragma('secure_delete = ON');
  if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() === undefined) {
    database.transaction(() => {
      database.exec(TABLES);
      database.prepare("INSERT INTO meta VALUES ('format', ?)").run(FORMAT);
    })();
  }
  refuseOtherFormat(database, file).exec(PLACEMENTS);
  makeParticularsTables(database);
  return database;
}

/** Opens the file for pages: any number of processes, beside the one that writes. */
export function openForReading(file: string): Database.Database {
  if (!existsSync(file)) throw new SiteError('REPLICA_MISSING', `没有找到公开副本：${file}`, '先让发布机从变更流取一次数据');
  return refuseOtherFormat(new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS }), file);
}

function refuseOtherFormat(database: Database.Database, file: string): Database.Database {
  const row = database.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'format'").get();
  if (row?.value === FORMAT) return database;
  database.close();
  throw new SiteError(
    'REPLICA_FORMAT',
    `公开副本的格式与程序不符：${file}`,
    '停下发布机，删除这个文件，再启动：它会从变更流重新取得全部公开内容',
  );
}
