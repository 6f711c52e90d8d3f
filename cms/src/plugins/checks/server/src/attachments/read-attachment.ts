import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Extracted } from './extracted';
import { LIMITS, nothingRead } from './extracted';

/** Changes when extraction finds more than before, so that nothing old is read from the cache. */
const VERSION = 1;

const inWorker = (bytes: Buffer, name: string): Promise<Extracted> =>
  new Promise((resolve) => {
    const worker = new Worker(join(__dirname, 'extract-in-worker.js'), {
      workerData: { bytes: new Uint8Array(bytes), name },
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes },
      // What a library prints about a file is nobody's log.
      stdout: true,
      stderr: true,
    });
    const done = (extracted: Extracted) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(extracted);
    };
    const timer = setTimeout(() => done(nothingRead(`${LIMITS.milliseconds / 1000} 秒内没有读完`)), LIMITS.milliseconds);
    worker.once('message', (answer: Extracted | { fault: string }) => done('fault' in answer ? nothingRead(`文件损坏或格式不对（${answer.fault.slice(0, 80)}）`) : answer));
    worker.once('error', (error) => done(nothingRead(`文件太大或损坏（${error.message.slice(0, 80)}）`)));
    worker.once('exit', () => done(nothingRead('读取中断')));
  });

const cached = (file: string): Extracted | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Extracted;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!missing && !(error instanceof SyntaxError)) throw error;
    return null;
  }
};

/**
 * Text of a file known by its hash, read once: the same bytes have the same text. What timed out is not remembered.
 * @param folder of the cache, in the data folder; it holds drafts' texts and so is as private as the drafts
 */
export const readAttachment = async (folder: string, blob: string, sha256: string, name: string): Promise<Extracted> => {
  const file = join(folder, `v${VERSION}`, sha256.slice(0, 2), `${sha256}.json`);
  const known = cached(file);
  if (known) return known;
  const extracted = await inWorker(await readFile(blob), name);
  if (extracted.unreadable === null || extracted.paragraphs.length > 0) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}.part`, JSON.stringify(extracted), { mode: 0o600 });
    renameSync(`${file}.${process.pid}.part`, file);
  }
  return extracted;
};
