/**
 * Counts that statistics read, so that a figure never costs a walk over all documents: by department and month, and corrections with
 * their moments. They came after the format: made where they are missing, and filled once from what is there.
 */
import type Database from 'better-sqlite3';
import type { PublicDocument } from '../contract/index.ts';
import { prepared, run } from './statements.ts';

const TABLES = `
CREATE TABLE department_months (
  department_code TEXT NOT NULL, column_code TEXT NOT NULL, month TEXT NOT NULL, documents INTEGER NOT NULL,
  PRIMARY KEY (department_code, column_code, month)
) WITHOUT ROWID;
CREATE TABLE corrections (id TEXT NOT NULL, place INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (id, place)) WITHOUT ROWID;
INSERT INTO department_months SELECT department_code, column_code, month, count(*) FROM documents GROUP BY 1, 2, 3;
INSERT INTO corrections SELECT documents.id, each.key, json_extract(each.value, '$.at')
  FROM documents JOIN contents USING (number), json_each(contents.json, '$.corrections') AS each;
`;

export function openCounts(database: Database.Database): void {
  const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'department_months'").get();
  if (there === undefined) database.transaction(() => void database.exec(TABLES)).immediate();
}

/** Where a document is counted. */
export interface Counted {
  department: string;
  column: string;
  month: string;
}

/** Where the document with this id is counted now; null where it is not there. */
export function countedAt(database: Database.Database, id: string): Counted | null {
  const sql = 'SELECT department_code AS department, column_code AS "column", month FROM documents WHERE id = ?';
  return (prepared(database, sql).get(id) as Counted | undefined) ?? null;
}

/** One count anew, as in `recount`: a sum kept by adding and subtracting would carry one mistake for ever. */
export function recountDepartment(database: Database.Database, { department, column, month }: Counted): void {
  const where = 'department_code = ? AND column_code = ? AND month = ?';
  run(database, `DELETE FROM department_months WHERE ${where}`, department, column, month);
  run(
    database,
    `INSERT INTO department_months SELECT department_code, column_code, month, count(*) FROM documents
     WHERE ${where} GROUP BY department_code, column_code, month`,
    department,
    column,
    month,
  );
}

export function putCorrections(database: Database.Database, { id, corrections }: Pick<PublicDocument, 'id' | 'corrections'>): void {
  forgetCorrections(database, id);
  corrections.forEach(({ at }, place) => run(database, 'INSERT INTO corrections VALUES (?, ?, ?)', id, place, at));
}

export function forgetCorrections(database: Database.Database, id: string): void {
  run(database, 'DELETE FROM corrections WHERE id = ?', id);
}
