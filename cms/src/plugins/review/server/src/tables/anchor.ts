import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Head } from './audit';

/**
 * Heads of the audit chain outside the database (`audit/head.ndjson`), one line a command, forced to disk before the person is told
 * that it was done. A chain whose end was cut off is whole in itself; only what stands elsewhere shows that it once was longer.
 */
export const writeAnchor = (file: string, head: Head, at: string): void => {
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'a', 0o600);
  try {
    writeSync(handle, `${JSON.stringify({ seq: head.seq, hash: head.hash, at })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Every anchored head, oldest first. A last line torn by a power cut is left out; any other unreadable line is an error. */
export const readAnchors = (file: string): Head[] => {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  const torn = lines.pop() ?? '';
  const heads = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Head);
  if (torn === '') return heads;
  try {
    return [...heads, JSON.parse(torn) as Head];
  } catch (error) {
    if (error instanceof SyntaxError) return heads;
    throw error;
  }
};
