import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asPublisherError } from './errors.ts';

type Detail = Record<string, string | number | boolean | null | undefined>;

/** Log of the publisher: a line of JSON each for machines (`log/publisher.ndjson`), a sentence for whoever watches the terminal. */
export interface Log {
  info(event: string, sentence: string, detail?: Detail): void;
  error(event: string, thrown: unknown, detail?: Detail): void;
}

/** Above this the file is put by as `publisher.ndjson.1`; the one before that goes. */
const ROTATE_ABOVE_BYTES = 20 * 1024 * 1024;
const ROTATE_EVERY_LINES = 1000;

export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'log');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'publisher.ndjson');
  let lines = 0;

  function write(level: 'info' | 'error', event: string, sentence: string, detail: Detail): void {
    const at = new Date().toISOString();
    try {
      if (lines++ % ROTATE_EVERY_LINES === 0) rotate(file);
      appendFileSync(file, `${JSON.stringify({ at, level, event, message: sentence, ...detail })}\n`);
    } catch (thrown) {
      // A full disk must not stop the publisher from saying so.
      process.stderr.write(`无法写入日志 ${file}：${String(thrown)}\n`);
    }
    process.stderr.write(`${at} ${level === 'error' ? '✗ ' : ''}${sentence}\n`);
  }

  return {
    info: (event, sentence, detail = {}) => write('info', event, sentence, detail),
    error: (event, thrown, detail = {}) => {
      const { code, message, hint, cause } = asPublisherError(thrown);
      const stack = code === 'UNEXPECTED' && cause instanceof Error ? cause.stack : undefined;
      write('error', event, `${message}（${code}）。${hint}`, { code, hint, ...detail, stack });
    },
  };
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_ABOVE_BYTES) renameSync(file, `${file}.1`);
}
