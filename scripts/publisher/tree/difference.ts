import type { FileEntry, Manifest } from './manifest.ts';
import { EMPTY } from './manifest.ts';
import type { Objects } from './objects.ts';

/** One file that is not the same in two trees. */
export interface FileDifference {
  path: string;
  /** Object it lies in and its entry; null: not there. */
  left: { folder: string; entry: FileEntry } | null;
  right: { folder: string; entry: FileEntry } | null;
}

/** Files that differ between two trees. Directories that are the same on both sides are never opened: costs what differs. */
export function* difference(objects: Objects, left: string | null, right: string | null, path = ''): Generator<FileDifference> {
  if (left === right) return;
  const [a, b] = [manifestOf(objects, left), manifestOf(objects, right)];
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const at = path ? `${path}/${name}` : name;
    const [mine, theirs] = [a.get(name), b.get(name)];
    yield* difference(objects, mine?.type === 'dir' ? mine.hash : null, theirs?.type === 'dir' ? theirs.hash : null, at);
    const leftFile = mine?.type === 'file' ? { folder: left!, entry: mine } : null;
    const rightFile = theirs?.type === 'file' ? { folder: right!, entry: theirs } : null;
    if (leftFile?.entry.sha256 !== rightFile?.entry.sha256) yield { path: at, left: leftFile, right: rightFile };
  }
}

function manifestOf(objects: Objects, hash: string | null): Manifest {
  return hash === null ? EMPTY : objects.manifest(hash);
}
