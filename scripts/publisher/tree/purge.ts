import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference } from './difference.ts';
import { entryAt } from './edit.ts';
import { namesAny } from './naming.ts';
import type { Objects } from './objects.ts';
import type { LiveRelease, Release } from './releases.ts';

/**
 * Kept releases that must be destroyed because a document leaked (泄密): those that so much as name it where the live tree does not.
 * A release whose gone.txt lists it already goes too: the document was withdrawn before and is a leak only now, and the search
 * bundles of that release may still hold its words, without an address one could look for.
 */
export function releasesThatHold(objects: Objects, releases: Release[], current: LiveRelease, ids: string[]): Release[] {
  return releases.filter((release) => {
    if (release.root === null || release.root === current.root) return false;
    if (listedAsGone(objects, release.root, ids)) return true;
    for (const file of difference(objects, release.root, current.root)) {
      if (namesAny(objects, file.path, file.left, ids)) return true;
    }
    return false;
  });
}

function listedAsGone(objects: Objects, root: string, ids: string[]): boolean {
  if (entryAt(objects, root, 'gone.txt')?.type !== 'file') return false;
  const text = readFileSync(join(objects.path(root), 'gone.txt'), 'utf8');
  return ids.some((id) => text.includes(id));
}
