/** Writes of single rows, with the counts and relations that follow from them. No decision is taken here. */
import type Database from 'better-sqlite3';
import type { PublicDocument } from '../contract/index.ts';
import { furtherColumns } from '../plan/addresses.ts';
import { cardOf } from './card.ts';
import { putParticulars, removeParticulars } from './particulars.ts';

/** Statements are compiled once for a connection: a filling replica runs them some hundred thousand times. */
const compiled = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

function run(database: Database.Database, sql: string, ...values: unknown[]): void {
  const statements = compiled.get(database) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  compiled.set(database, statements);
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = database.prepare<unknown[], unknown>(sql)));
  statement.run(...values);
}

export function putDocument(database: Database.Database, document: PublicDocument, seq: number): void {
  run(
    database,
    `INSERT INTO documents (id, column_code, month, department_code, published, updated, pinned, moved, seq, card)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET column_code = excluded.column_code, month = excluded.month,
       department_code = excluded.department_code, published = excluded.published, updated = excluded.updated,
       pinned = excluded.pinned, moved = excluded.moved, seq = excluded.seq, card = excluded.card`,
    document.id,
    document.column,
    document.month,
    document.department,
    document.publishedAt ?? '',
    document.updatedAt,
    document.pinnedAt,
    document.formerColumns.length > 0 ? 1 : null,
    seq,
    JSON.stringify(cardOf(document)),
  );
  run(
    database,
    'INSERT INTO contents SELECT number, ? FROM documents WHERE id = ? ON CONFLICT (number) DO UPDATE SET json = excluded.json',
    JSON.stringify(document),
    document.id,
  );
  run(database, 'DELETE FROM relations WHERE source = ?', document.id);
  for (const [kind, targets] of Object.entries(document.relations)) {
    for (const target of targets) run(database, 'INSERT OR IGNORE INTO relations VALUES (?, ?, ?)', target, kind, document.id);
  }
  run(database, 'DELETE FROM placements WHERE id = ?', document.id);
  for (const column of furtherColumns(document)) {
    run(database, 'INSERT INTO placements VALUES (?, ?, ?, ?)', column, document.id, document.month, document.department);
  }
  putParticulars(database, document);
  recount(database, document.column, document.month);
}

export function removeDocument(database: Database.Database, document: { id: string; column: string; month: string }): void {
  run(database, 'DELETE FROM contents WHERE number = (SELECT number FROM documents WHERE id = ?)', document.id);
  run(database, 'DELETE FROM documents WHERE id = ?', document.id);
  run(database, 'DELETE FROM relations WHERE source = ?', document.id);
  run(database, 'DELETE FROM placements WHERE id = ?', document.id);
  removeParticulars(database, document.id);
  recount(database, document.column, document.month);
}

/** Counts of one month anew: a sum kept by adding and subtracting would carry one mistake for ever. */
export function recount(database: Database.Database, column: string, month: string): void {
  run(database, 'DELETE FROM months WHERE column_code = ? AND month = ?', column, month);
  run(
    database,
    `INSERT INTO months SELECT column_code, month, count(*), max(updated) FROM documents
     WHERE column_code = ? AND month = ? GROUP BY column_code, month`,
    column,
    month,
  );
}

export function putWithdrawal(database: Database.Database, id: string, seq: number, json: string): void {
  run(database, 'INSERT OR REPLACE INTO withdrawals VALUES (?, ?, ?)', id, seq, json);
}

export function removeWithdrawal(database: Database.Database, id: string): void {
  run(database, 'DELETE FROM withdrawals WHERE id = ?', id);
}

export function putCoded(
  database: Database.Database,
  table: 'columns' | 'departments',
  row: { code: string; position: number },
): void {
  run(database, `INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?)`, row.code, row.position, JSON.stringify(row));
}

export function removeCoded(database: Database.Database, table: 'columns' | 'departments', code: string): void {
  run(database, `DELETE FROM ${table} WHERE code = ?`, code);
}

/** Keeps what is live now until the new content is live too; what was kept before is older and is what readers still see. */
export function keepPrevious(
  database: Database.Database,
  id: string,
  before: { seq: number; json: string } | null,
  version: number,
): void {
  run(
    database,
    'INSERT INTO previous VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version',
    id,
    version,
    before?.seq ?? null,
    before?.json ?? null,
  );
}

export function forgetPrevious(database: Database.Database, id: string): void {
  run(database, 'DELETE FROM previous WHERE id = ?', id);
}

export function putSetAside(database: Database.Database, aside: { id: string; seq: number; code: string; reason: string }): void {
  run(database, 'INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?, ?)', aside.id, aside.seq, aside.code, aside.reason);
}

export function forgetSetAside(database: Database.Database, id: string): void {
  run(database, 'DELETE FROM set_aside WHERE id = ?', id);
}

export function setMeta(database: Database.Database, key: string, value: string): void {
  run(database, 'INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
}
