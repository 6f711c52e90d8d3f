import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublisherError } from './errors.ts';

export interface Lock {
  release(): void;
}

/**
 * Takes the right to write replica, search and tree: one process of a data folder has it. The lock is an open exclusive transaction
 * on a small SQLite file, so the operating system lets go of it when the holder dies, however it dies. A file with a pid in it was
 * refused: after a power cut its number may belong to somebody else, and two successors can take over one stale file.
 * The pid is written beside it for people only.
 * @throws PublisherError PUBLISHER_RUNNING
 */
export function takeLock(dataFolder: string): Lock {
  const run = join(dataFolder, 'run');
  mkdirSync(run, { recursive: true });
  const database = new Database(join(run, 'publisher.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause;
    throw new PublisherError('PUBLISHER_RUNNING', `进程号 ${holder(run)}`, cause);
  }
  writeFileSync(join(run, 'publisher.pid'), `${process.pid}\n`);
  return { release: () => database.close() };
}

function holder(run: string): string {
  try {
    return readFileSync(join(run, 'publisher.pid'), 'utf8').trim();
  } catch {
    // The holder has the lock and has not written its number yet.
    return '未知';
  }
}
