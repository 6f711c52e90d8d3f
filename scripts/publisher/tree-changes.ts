import type { Plan } from '@gongkai/site/replica';
import { join } from 'node:path';
import type { Rendered } from './render.ts';
import type { StagedSearch } from './stage-search.ts';
import type { PutFile, TreeChanges } from './tree.ts';
import type { Workshop } from './workshop.ts';

/** What a full build takes over: scripts and styles an open page may still ask for, and the search bundles. */
const KEPT_BY_FULL_BUILD = ['_astro', 'search'];

interface Made {
  plan: Plan;
  rendered: Rendered;
  search: StagedSearch;
  /** Files that could not be made anew and must not stay as they are. */
  stale: string[];
}

/** The changes of the tree that a plan, its rendered pages and the search come to. */
export function changesOfRelease({ blobs }: Workshop, { plan, rendered, search, stale }: Made): TreeChanges {
  const pages = rendered.folders.flatMap(({ folder, written }) =>
    written.map((path): PutFile => ({ path, from: join(folder, path) })),
  );
  const files = plan.files.map(({ path, sha256 }): PutFile => ({ path, from: blobs.path(sha256), sha256 }));
  return {
    put: [...pages, ...files, ...search.put],
    // A full build reads bundles through as well, so that it mends a damaged one.
    putTrees: search.trees.map((tree) => ({ ...tree, unlessPresent: !plan.everything })),
    remove: [...plan.remove, ...search.remove, ...stale],
    removeTrees: [...plan.removeTrees, ...search.drop],
    ...(plan.everything && { keepOnly: KEPT_BY_FULL_BUILD }),
  };
}
