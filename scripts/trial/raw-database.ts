import Database from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import type { Settings } from '../settings.ts';

/** A connection past the CMS, as somebody with access to the database has it. */
export interface RawDatabase {
  readonly kind: 'sqlite' | 'postgres';
  run(sql: string): Promise<void>;
  rows<T>(sql: string): Promise<T[]>;
  /** Switches the triggers of a table off, does something, switches them on again. */
  withoutTriggers(table: string, work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const openSqlite = (file: string): RawDatabase => {
  const database = new Database(file, { timeout: 10_000 });
  return {
    kind: 'sqlite',
    run: async (sql) => void database.exec(sql),
    rows: async <T>(sql: string) => database.prepare(sql).all() as T[],
    withoutTriggers: async (table, work) => {
      const triggers = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?").all(table) as { name: string; sql: string }[];
      for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
      await work();
      const stillThere = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table);
      if (stillThere) for (const { sql } of triggers) database.exec(sql);
    },
    close: async () => void database.close(),
  };
};

const openPostgres = async (url: string): Promise<RawDatabase> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows = async <T>(sql: string) => (await client.query(sql)).rows as T[];
  return {
    kind: 'postgres',
    run: async (sql) => void (await client.query(sql)),
    rows,
    withoutTriggers: async (table, work) => {
      const names = await rows<{ tgname: string }>(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = '${table}'::regclass`);
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await work();
      if (!(await rows<{ t: string | null }>(`SELECT to_regclass('${table}') AS t`))[0]?.t) return;
      for (const { tgname } of names) await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${tgname}`);
    },
    close: () => client.end(),
  };
};

export const openRawDatabase = async (settings: Settings): Promise<RawDatabase> =>
  settings.databaseUrl ? openPostgres(settings.databaseUrl) : openSqlite(join(settings.dataFolder, 'cms', 'gongkai.db'));
