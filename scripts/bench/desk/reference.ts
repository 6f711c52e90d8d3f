import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Settings } from '../../settings.ts';
import { timed } from '../timing.ts';

/** Reference: one row inserted and committed, flushed to the disk, which no decision can do without. */
export const bareCommits = async (folder: string, count: number): Promise<number[]> => {
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE decision (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO decision (text) VALUES (?)');
  const times: number[] = [];
  for (let each = 0; each < count; each += 1) times.push((await timed(() => insert.run('初审通过'))).ms);
  database.close();
  return times;
};

const STATES = ['submitted', 'first-approved', 'approved'];

/** Reference: the rows of an inbox read from the database file, without a server. */
export const bareInbox = async (settings: Settings, count: number): Promise<number[]> => {
  const database = new Database(join(settings.dataFolder, 'cms', 'gongkai.db'), { readonly: true });
  const read = database.prepare('SELECT * FROM review_state WHERE state = ? ORDER BY changed_at LIMIT 50');
  const times: number[] = [];
  for (let each = 0; each < count; each += 1) times.push((await timed(() => STATES.map((state) => read.all(state)))).ms);
  database.close();
  return times;
};
