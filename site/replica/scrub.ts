import type Database from 'better-sqlite3';
import { setMeta } from './store.ts';

/**
 * Removes the last traces of a leak from the file. Deleted rows are overwritten at once (`secure_delete`), but the log beside the file
 * keeps older pages until it is cut, and moving rows about leaves scraps in pages that only a rewrite of the file removes for certain.
 *
 * @param depth - `log`: cut the log, milliseconds, before the new release; `file`: rewrite the file too, seconds for a large replica and
 *   therefore only after the page is gone from the site
 */
export function scrub(database: Database.Database, depth: 'log' | 'file'): void {
  const due = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'scrub'").pluck().get() === 'due';
  if (!due) return;
  if (depth === 'log') {
    cutLog(database);
    return;
  }
  database.exec('VACUUM');
  // Still due while a reader is in the way: the next release tries again.
  if (cutLog(database)) setMeta(database, 'scrub', 'done');
}

function cutLog(database: Database.Database): boolean {
  const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0;
}
