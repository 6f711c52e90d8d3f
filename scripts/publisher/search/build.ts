import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { SearchError } from './errors.ts';
import type { BundleContents } from './write-bundle.ts';

export interface BuildOrder {
  replicaFile: string;
  /** Where finished bundles go. */
  folder: string;
  kind: 'base' | 'warm';
  /** Null: all documents. */
  ids: string[] | null;
  /** Most characters of one bundle. */
  characters: number;
}

export type BuildAnswer = { type: 'bundle'; contents: BundleContents } | { type: 'done' } | { type: 'failed'; message: string };

/**
 * Bytes of text in one chunk of an index. The default (20,000) makes a reader fetch 30 kB for each pair of a query; at this size it is a
 * third, for a slightly longer table of chunks. Marked unstable by Pagefind: its version is pinned.
 */
const CHUNK_SIZE = '6000';

/** One background build. `done` resolves with its bundles, or null when it was stopped. */
export interface BackgroundBuild {
  done: Promise<BundleContents[] | null>;
  stop(): void;
}

/** Starts a background build. @throws (rejects) SearchError SEARCH_BUILD_DIED */
export function startBuild(order: BuildOrder): BackgroundBuild {
  const child = fork(join(import.meta.dirname, 'build-child.ts'), [], {
    env: { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: CHUNK_SIZE },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stopped = false;
  const done = collect(child).catch((error: unknown) => {
    if (stopped) return null;
    throw error;
  });
  child.send(order);
  return { done, stop: () => void ((stopped = true), child.kill('SIGKILL')) };
}

async function collect(child: ChildProcess): Promise<BundleContents[]> {
  const bundles: BundleContents[] = [];
  let ended = false;
  let complaint = '';
  child.stderr?.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-2_000)));
  child.on('message', (message: BuildAnswer) => {
    if (message.type === 'bundle') bundles.push(message.contents);
    else if (message.type === 'done') ended = true;
    else complaint = message.message;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...how) => resolve(how));
  });
  if (!ended) throw new SearchError('SEARCH_BUILD_DIED', complaint || `${signal ?? code}`);
  return bundles;
}
