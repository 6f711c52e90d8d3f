import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PublisherError } from './errors.ts';
import { flushNow } from './tree/durability.ts';

/** A download may take this long in all: a large attachment over a slow line. */
const DOWNLOAD_WITHIN_MS = 300_000;
const DOWNLOADS_AT_ONCE = 4;

export interface Fetched {
  /** Files that cannot be had: the document they belong to is set aside. */
  failed: { path: string; error: PublisherError }[];
}

/** `publisher/blobs/`: files of what is public, by content hash. All of it can be fetched again. */
export interface Blobs {
  path(sha256: string): string;
  /**
   * Sees to it that every file is there.
   * @param check read what is there already and fetch it again where it is not what it should be (full builds)
   * @throws PublisherError FEED_UNREACHABLE where the CMS does not answer: to be tried again, nobody's fault
   */
  fetch(files: { path: string; sha256: string }[], check: boolean): Promise<Fetched>;
  delete(sha256: string): void;
}

export function openBlobs(folder: string, source: { cmsUrl: string; feedToken: string; signal: AbortSignal }): Blobs {
  mkdirSync(folder, { recursive: true });
  sweep(folder);
  const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  async function isThere(sha256: string, check: boolean): Promise<boolean> {
    if (!existsSync(path(sha256))) return false;
    return !check || (await hashOf(path(sha256))) === sha256;
  }

  async function download(sha256: string): Promise<void> {
    const answer = await ask(`${source.cmsUrl}/api/publication/blobs/${sha256}`, source.feedToken, source.signal);
    const to = path(sha256);
    const unfinished = `${to}.new-${process.pid}`;
    mkdirSync(dirname(to), { recursive: true });
    try {
      const found = await store(answer, unfinished);
      if (found !== sha256) throw new PublisherError('FILE_DAMAGED', sha256);
      flushNow(unfinished);
      renameSync(unfinished, to);
    } finally {
      rmSync(unfinished, { force: true });
    }
  }

  return {
    path,
    async fetch(files, check) {
      const failed: Fetched['failed'] = [];
      const byHash = Map.groupBy(files, ({ sha256 }) => sha256);
      const waiting = byHash.entries();
      const work = async () => {
        for (const [sha256, places] of waiting) {
          try {
            if (!(await isThere(sha256, check))) await download(sha256);
          } catch (thrown) {
            if (!isAbout(thrown)) throw thrown;
            for (const { path } of places) failed.push({ path, error: thrown });
          }
        }
      };
      await Promise.all(Array.from({ length: DOWNLOADS_AT_ONCE }, work));
      return { failed };
    },
    delete: (sha256) => rmSync(path(sha256), { force: true }),
  };
}

/** Errors of one file, which holds up its document and nothing else. */
function isAbout(thrown: unknown): thrown is PublisherError {
  return thrown instanceof PublisherError && (thrown.code === 'FILE_MISSING' || thrown.code === 'FILE_DAMAGED');
}

async function ask(address: string, feedToken: string, signal: AbortSignal): Promise<Response> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_WITHIN_MS)]);
  const answer = await fetch(address, { headers: { authorization: `Bearer ${feedToken}` }, signal: limit }).catch(
    (cause: unknown) => {
      throw new PublisherError('FEED_UNREACHABLE', address, cause);
    },
  );
  if (answer.status === 404 || answer.status === 410) throw new PublisherError('FILE_MISSING', address);
  if (!answer.ok) throw new PublisherError('FEED_REFUSED', `${answer.status} ${address}`);
  return answer;
}

/** @returns SHA-256 of what was written */
async function store(answer: Response, file: string): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  // fetch's own stream type and Node's differ in name only; both are read as an async iterable of bytes.
  const body = answer.body as AsyncIterable<Uint8Array> | null;
  await pipeline(Readable.from(body ?? []), hashing, createWriteStream(file));
  return hash.digest('hex');
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Downloads a crash cut short. */
function sweep(folder: string): void {
  for (const part of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, part))) {
      if (name.includes('.new-')) rmSync(join(folder, part, name), { force: true });
    }
  }
}
