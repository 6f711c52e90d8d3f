import { join } from 'node:path';
import { PublisherError } from '../errors.ts';
import type { PutFile } from './changes.ts';
import { difference } from './difference.ts';
import type { FileDifference } from './difference.ts';
import { namesAny } from './naming.ts';
import { hashFile } from './objects.ts';
import type { Objects } from './objects.ts';
import type { LiveRelease, Release } from './releases.ts';

/**
 * The release a rollback goes to. Without a number: the one before; after a rollback the one before what that brought back, so that
 * asking twice goes back twice.
 * @throws PublisherError TREE_NO_RELEASE
 */
export function rollbackTarget(releases: Release[], current: LiveRelease, number?: number): LiveRelease {
  const before = current.restores ?? current.number;
  const target = releases.findLast((release) =>
    number === undefined
      ? release.number < before && release.root !== null && release.root !== current.root
      : release.number === number,
  );
  if (!target || target.root === null) throw new PublisherError('TREE_NO_RELEASE', number === undefined ? '' : String(number));
  return target as LiveRelease;
}

/** Documents withdrawn after a release. */
export function withdrawnSince(releases: Release[], target: Release): string[] {
  return [...new Set(releases.filter(({ number }) => number > target.number).flatMap(({ withdrawn }) => withdrawn))];
}

/**
 * What turns the live tree into an earlier one without bringing back anything withdrawn since.
 *
 * The law: neither body nor title nor attachment nor search hit of a withdrawn document returns. It is not enough to take the pages
 * the withdrawal itself touched from the live tree: a document moved to another column first, or gone from a newest list before it
 * was withdrawn, stands in the earlier tree on pages its withdrawal had no reason to touch. So every file that differs is looked
 * at: where the earlier version or the live one names a withdrawn document, the live one stays. The live one naming it matters
 * too: the notice at its address and gone.txt, which the earlier tree knows nothing of.
 *
 * Search stays as it is: its bundles cannot be read this way, and they hold nothing withdrawn. Styles of the live pages that stay
 * are kept beside the earlier ones. Both are made whole again by `rebuild`.
 */
export function rollbackChanges(
  objects: Objects,
  target: LiveRelease,
  current: LiveRelease,
  withdrawn: string[],
): { put: PutFile[]; remove: string[] } {
  const put: PutFile[] = [];
  const remove: string[] = [];
  for (const file of difference(objects, target.root, current.root)) {
    if (staysAsItIs(objects, file, withdrawn)) continue;
    if (file.left) put.push(earlier(objects, file.path, file.left));
    else remove.push(file.path);
  }
  return { put, remove };
}

function staysAsItIs(objects: Objects, file: FileDifference, withdrawn: string[]): boolean {
  if (file.path.startsWith('search/') && file.path !== 'search/index.html') return true;
  if (file.path.startsWith('_astro/') && !file.left) return true;
  return namesAny(objects, file.path, file.left, withdrawn) || namesAny(objects, file.path, file.right, withdrawn);
}

function earlier(objects: Objects, path: string, side: NonNullable<FileDifference['left']>): PutFile {
  const from = join(objects.path(side.folder), path.slice(path.lastIndexOf('/') + 1));
  const { sha256 } = hashFile(from);
  // Nobody has looked at these bytes since they were replaced: an altered one must not come back as approved.
  if (sha256 !== side.entry.sha256) throw new PublisherError('TREE_OBJECT_DAMAGED', path);
  return { path, from, sha256 };
}
