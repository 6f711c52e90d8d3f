import type Database from 'better-sqlite3';

/** Statements are compiled once for a connection: a filling replica runs them some hundred thousand times. */
const compiled = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

/** Runs a write. */
export function run(database: Database.Database, sql: string, ...values: unknown[]): void {
  prepared(database, sql).run(...values);
}

/** The compiled statement. */
export function prepared(database: Database.Database, sql: string): Database.Statement<unknown[], unknown> {
  const statements = compiled.get(database) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  compiled.set(database, statements);
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = database.prepare<unknown[], unknown>(sql)));
  return statement;
}
