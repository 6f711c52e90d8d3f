import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Head } from './audit';

/**
 * Heads of the audit chain outside the database (`audit/head.ndjson`), one line a command, forced to disk before the person is told
 * that it was done. A chain whose end was cut off is whole in itself; only what stands elsewhere shows that it once was longer.
 */
export const writeAnchor = (file: string, head: Head, at: string): void => {
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'a+', 0o600);
  try {
    // A line torn by a power cut must not swallow this one.
    writeSync(handle, `${endsInLine(handle) ? '' : '\n'}${JSON.stringify({ seq: head.seq, hash: head.hash, at })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const NEWLINE = 10;

const endsInLine = (handle: number): boolean => {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(handle, last, 0, 1, size - 1) === 1 && last[0] === NEWLINE);
};

const headOf = (line: string): Head[] => {
  try {
    return [JSON.parse(line) as Head];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
};

/** Every anchored head, oldest first. A line torn by a power cut is left out: the heads after it say more than it did. */
export const readAnchors = (file: string): Head[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap(headOf);
};
