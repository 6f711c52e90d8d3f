/**
 * 分类: where a document stands in the ready lists of its column (and of further columns) by department and by theme. Kept apart from
 * the documents because a theme is known by its words only, and because counting a department's documents in a column would be a walk
 * over all of them for every page that says how many there are. Years need no table: they are sums of months.
 */
import type Database from 'better-sqlite3';
import type { PublicDocument } from '../contract/index.ts';
import { furtherColumns } from '../plan/addresses.ts';
import { themeCode } from '../plan/themes.ts';

// Only what is shown is filed: a document whose own column is closed stands in no other column's lists either.
export const FILINGS = `
CREATE TABLE filings (
  column_code TEXT NOT NULL, shelf TEXT NOT NULL, value TEXT NOT NULL, year TEXT NOT NULL, published TEXT NOT NULL, id TEXT NOT NULL,
  label TEXT NOT NULL, PRIMARY KEY (column_code, shelf, value, published DESC, id)
) WITHOUT ROWID;
CREATE INDEX filings_of_year ON filings (column_code, shelf, value, year, published DESC, id, label);
CREATE INDEX filings_of_document ON filings (id);
CREATE TABLE shelves (
  column_code TEXT NOT NULL, shelf TEXT NOT NULL, value TEXT NOT NULL, year TEXT NOT NULL, documents INTEGER NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY (column_code, shelf, value, year)
) WITHOUT ROWID;
`;

type Filed = Pick<PublicDocument, 'id' | 'column' | 'month' | 'department' | 'topicClass' | 'publishedAt' | 'furtherColumns'>;
interface Shelf {
  column_code: string;
  shelf: string;
  value: string;
  year: string;
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

function prepared(database: Database.Database, sql: string): Database.Statement<unknown[], unknown> {
  const known = statements.get(database) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  statements.set(database, known);
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = database.prepare<unknown[], unknown>(sql)));
  return statement;
}

/** Files a document anew: in its own column, and in further ones while its own is standing. */
export function fileDocument(database: Database.Database, document: Filed): void {
  const before = takeOut(database, document.id);
  const standing = prepared(database, 'SELECT 1 FROM columns WHERE code = ?').get(document.column) !== undefined;
  const theme = document.topicClass.trim();
  const year = document.month.slice(0, 4);
  const after: Shelf[] = [];
  for (const column of [document.column, ...(standing ? furtherColumns(document) : [])]) {
    const places: [string, string, string][] = [['bumen', document.department, '']];
    if (theme !== '') places.push(['zhuti', themeCode(theme), theme]);
    for (const [shelf, value, label] of places) {
      prepared(database, 'INSERT INTO filings VALUES (?, ?, ?, ?, ?, ?, ?)').run(
        column, shelf, value, year, document.publishedAt ?? '', document.id, label,
      );
      after.push({ column_code: column, shelf, value, year });
    }
  }
  recount(database, [...before, ...after]);
}

export function unfileDocument(database: Database.Database, id: string): void {
  recount(database, takeOut(database, id));
}

/** After a column came or went: its documents come to or leave the lists of further columns. */
export function refilePlaced(database: Database.Database, column: string): void {
  const rows = prepared(
    database,
    `SELECT DISTINCT c.json FROM placements p JOIN documents d ON d.id = p.id JOIN contents c ON c.number = d.number WHERE d.column_code = ?`,
  ).all(column) as { json: string }[];
  for (const { json } of rows) fileDocument(database, JSON.parse(json) as PublicDocument);
}

/** For a replica filled before there were any: files everything. */
export function fileEverything(database: Database.Database): void {
  const ids = database.prepare<[], string>('SELECT id FROM documents').pluck().all();
  const content = database.prepare<[string], string>('SELECT json FROM documents JOIN contents USING (number) WHERE id = ?').pluck();
  for (const id of ids) fileDocument(database, JSON.parse(content.get(id)!) as PublicDocument);
}

function takeOut(database: Database.Database, id: string): Shelf[] {
  const places = prepared(database, 'SELECT column_code, shelf, value, year FROM filings WHERE id = ?').all(id) as Shelf[];
  prepared(database, 'DELETE FROM filings WHERE id = ?').run(id);
  return places;
}

/** Counts anew: a sum kept by adding and subtracting would carry one mistake for ever. */
function recount(database: Database.Database, shelves: Shelf[]): void {
  for (const { column_code, shelf, value, year } of shelves) {
    prepared(database, 'DELETE FROM shelves WHERE column_code = ? AND shelf = ? AND value = ? AND year = ?').run(column_code, shelf, value, year);
    prepared(
      database,
      `INSERT INTO shelves SELECT column_code, shelf, value, year, count(*), max(label) FROM filings
       WHERE column_code = ? AND shelf = ? AND value = ? AND year = ? GROUP BY column_code, shelf, value, year`,
    ).run(column_code, shelf, value, year);
  }
}
