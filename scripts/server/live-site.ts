import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** The release a request is answered from, beginning to end, even if another goes live meanwhile. */
export interface LiveSite {
  /** Real folder of the release's root: immutable. */
  root: string;
  /** Addresses that answer 410. */
  gone: ReadonlySet<string>;
}

/** @returns a function that says what is live now; null before the first release */
export function openLiveSite(siteFolder: string): () => Promise<LiveSite | null> {
  let known: LiveSite | null = null;
  return async () => {
    const root = await realpath(join(siteFolder, 'current')).catch(absent);
    if (root === null) return null;
    if (known?.root !== root) known = { root, gone: await readGone(root) };
    return known;
  };
}

async function readGone(root: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(root, 'gone.txt'), 'utf8').catch(absent);
  return new Set((text ?? '').split('\n').filter((line) => line !== ''));
}

function absent(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}
