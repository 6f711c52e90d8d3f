/**
 * Indexes for the rooms of the site: leaders by name, topics by code, hall texts by room, what is in force, words of documents, and the
 * catalogue. They follow from stored contents, so a replica of an earlier form gets them when it is opened.
 */
import type Database from 'better-sqlite3';
import type { PublicDocument } from '../contract/index.ts';
import { furtherColumns } from '../plan/addresses.ts';
import { catalogueEntry } from '../plan/rooms.ts';

// Counts of the catalogue are kept by triggers: the overview is printed for every publication, and counting anew would be a walk over
// a department's whole year for each document of an import.
const TABLES = `
CREATE TABLE particulars (id TEXT PRIMARY KEY, type TEXT NOT NULL, key TEXT NOT NULL, in_force INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX particulars_by_key ON particulars (type, key);
CREATE INDEX particulars_in_force ON particulars (id) WHERE in_force = 1;
CREATE TABLE topic_sections (
  column_code TEXT NOT NULL, keyword TEXT NOT NULL, code TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (column_code, keyword, code, id)
) WITHOUT ROWID;
CREATE INDEX topic_sections_of_document ON topic_sections (id);
CREATE TABLE keywords (
  word TEXT NOT NULL, column_code TEXT NOT NULL, published TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (word, column_code, published, id)
) WITHOUT ROWID;
CREATE INDEX keywords_of_document ON keywords (id);
CREATE TABLE catalogue (
  id TEXT PRIMARY KEY, department_code TEXT NOT NULL, year TEXT NOT NULL, theme TEXT NOT NULL, column_code TEXT NOT NULL, published TEXT NOT NULL,
  index_number TEXT NOT NULL, written_on TEXT
) WITHOUT ROWID;
CREATE INDEX catalogue_of_department ON catalogue (department_code, year, published DESC, id);
CREATE INDEX catalogue_of_theme ON catalogue (theme, year, published DESC, id);
CREATE TABLE catalogue_counts (
  department_code TEXT NOT NULL, year TEXT NOT NULL, theme TEXT NOT NULL, column_code TEXT NOT NULL, documents INTEGER NOT NULL,
  PRIMARY KEY (department_code, year, theme, column_code)
) WITHOUT ROWID;
CREATE TRIGGER catalogue_grows AFTER INSERT ON catalogue BEGIN
  INSERT INTO catalogue_counts VALUES (new.department_code, new.year, new.theme, new.column_code, 1)
  ON CONFLICT DO UPDATE SET documents = documents + 1;
END;
CREATE TRIGGER catalogue_shrinks AFTER DELETE ON catalogue BEGIN
  UPDATE catalogue_counts SET documents = documents - 1
  WHERE department_code = old.department_code AND year = old.year AND theme = old.theme AND column_code = old.column_code;
  DELETE FROM catalogue_counts WHERE documents = 0 AND
  department_code = old.department_code AND year = old.year AND theme = old.theme AND column_code = old.column_code;
END;
`;

/** Makes the tables where they are missing, and fills them from what the replica holds. */
export function makeParticularsTables(database: Database.Database): void {
  if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'catalogue_counts'").get() !== undefined) return;
  database.transaction(() => {
    database.exec(TABLES);
    const contents = database.prepare<[number], { number: number; json: string }>('SELECT number, json FROM contents WHERE number > ? ORDER BY number LIMIT 500');
    for (let after = -1, rows = contents.all(after); rows.length > 0; rows = contents.all(after)) {
      for (const { number, json } of rows) {
        putParticulars(database, JSON.parse(json) as PublicDocument);
        after = number;
      }
    }
  })();
}

/** What a document is found by in the rooms; replaces what was known of it. */
export function putParticulars(database: Database.Database, document: PublicDocument): void {
  const { id, keywords } = document;
  const published = document.publishedAt ?? '';
  // Contents stored before there were particulars have no such keys.
  const particulars = document.particulars ?? null;
  removeParticulars(database, id);
  if (particulars) {
    run(database, 'INSERT INTO particulars VALUES (?, ?, ?, ?)', id, particulars.type, keyOf(document), (document.inForce ?? false) ? 1 : 0);
  }
  if (particulars?.type === 'topic') {
    for (const { column, keyword } of particulars.sections) {
      run(database, 'INSERT OR IGNORE INTO topic_sections VALUES (?, ?, ?, ?)', column, keyword, particulars.code, id);
    }
  }
  for (const column of [document.column, ...furtherColumns(document)]) {
    for (const word of new Set(keywords)) run(database, 'INSERT INTO keywords VALUES (?, ?, ?, ?)', word, column, published, id);
  }
  const entry = catalogueEntry(document);
  if (entry) {
    const { department, column, indexNumber, writtenOn } = document;
    const place = [id, department, entry.year, entry.theme, column, published];
    run(database, 'INSERT INTO catalogue VALUES (?, ?, ?, ?, ?, ?, ?, ?)', ...place, indexNumber, writtenOn);
  }
}

export function removeParticulars(database: Database.Database, id: string): void {
  for (const table of ['particulars', 'topic_sections', 'keywords', 'catalogue']) run(database, `DELETE FROM ${table} WHERE id = ?`, id);
}

/** What documents with these particulars are looked up by. */
function keyOf({ title, particulars }: PublicDocument): string {
  switch (particulars?.type) {
    case 'person':
    case 'agency':
      return title;
    case 'topic':
      return particulars.code;
    case 'hall':
      return particulars.room;
    default:
      return '';
  }
}

const compiled = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

function run(database: Database.Database, sql: string, ...values: unknown[]): void {
  const statements = compiled.get(database) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  compiled.set(database, statements);
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = database.prepare<unknown[], unknown>(sql)));
  statement.run(...values);
}
