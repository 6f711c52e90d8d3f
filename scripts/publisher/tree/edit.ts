import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PublisherError } from '../errors.ts';
import { byFolder, pathParts } from './changes.ts';
import type { FolderChanges, PutFile, PutTree, TreeChanges } from './changes.ts';
import { EMPTY } from './manifest.ts';
import type { Entry, Manifest } from './manifest.ts';
import { fileEntry } from './objects.ts';
import type { Objects } from './objects.ts';

/**
 * Carries changes out on a tree and returns the hash of the new root; nothing has its name before `objects.commit()`. Only
 * directories along changed paths are made; everything else is shared with the tree before.
 * @param base hash of the root to start from; null: nothing
 */
export function edit(objects: Objects, base: string | null, changes: TreeChanges): string {
  const editing = new Editing(objects, changes.keepOnly !== undefined);
  const start = changes.keepOnly ? editing.keep(base, changes.keepOnly) : { hash: base, manifest: editing.manifest(base) };
  const manifest = editing.folder(start.manifest, start.hash, byFolder(changes), '');
  return manifest.hash ?? objects.make(EMPTY, null, new Map(), false);
}

interface Folder {
  /** Null: the directory is empty and so is not there. */
  hash: string | null;
  manifest: Manifest;
}

class Editing {
  readonly #objects: Objects;
  /** A full build trusts no directory by its name: it reads it through, and so mends what `verify` finds. */
  readonly #distrust: boolean;

  constructor(objects: Objects, distrust: boolean) {
    this.#objects = objects;
    this.#distrust = distrust;
  }

  manifest(hash: string | null): Manifest {
    return hash === null ? EMPTY : this.#objects.manifest(hash);
  }

  folder(before: Manifest, baseHash: string | null, changes: FolderChanges, path: string): Folder {
    const next = new Map(changes.emptied ? EMPTY : before);
    const sources = new Map<string, PutFile>();
    for (const [name, leaf] of changes.leaves) {
      const at = join(path, name);
      if (leaf.type === 'remove') removeFile(next, name);
      else if (leaf.type === 'tree') this.#putTree(next, name, leaf.tree, at);
      else this.#putFile(next, name, leaf.file, sources, at);
    }
    for (const [name, below] of changes.below) this.#below(next, name, below, join(path, name));
    return this.#make(next, baseHash, sources);
  }

  #putFile(next: Map<string, Entry>, name: string, file: PutFile, sources: Map<string, PutFile>, path: string): void {
    const was = next.get(name);
    if (was?.type === 'dir') throw new PublisherError('TREE_PATH_CONFLICT', path);
    const entry = fileEntry(file);
    // The same bytes again: the file that is there stays, so that a directory may stay too.
    if (was?.sha256 === entry.sha256 && !this.#distrust) return;
    next.set(name, entry);
    sources.set(name, file);
  }

  #putTree(next: Map<string, Entry>, name: string, tree: PutTree, path: string): void {
    const was = next.get(name);
    if (was?.type === 'file') throw new PublisherError('TREE_PATH_CONFLICT', path);
    if (was && tree.unlessPresent) return;
    setFolder(next, name, this.#fromDisk(tree.folder));
  }

  #below(next: Map<string, Entry>, name: string, changes: FolderChanges, path: string): void {
    const was = next.get(name);
    if (was?.type === 'file') {
      // Nothing to take away below a file; something to put there is a contradiction.
      if (!puts(changes)) return;
      throw new PublisherError('TREE_PATH_CONFLICT', path);
    }
    setFolder(next, name, this.folder(this.manifest(was?.hash ?? null), was?.hash ?? null, changes, path));
  }

  /** A folder of ordinary files, taken over as it stands. */
  #fromDisk(folder: string): Folder {
    const next = new Map<string, Entry>();
    const sources = new Map<string, PutFile>();
    for (const found of readdirSync(folder, { withFileTypes: true })) {
      pathParts(found.name);
      const from = join(folder, found.name);
      if (found.isDirectory()) setFolder(next, found.name, this.#fromDisk(from));
      else if (found.isFile()) {
        const file = { path: found.name, from };
        next.set(found.name, fileEntry(file));
        sources.set(found.name, file);
      }
    }
    return this.#make(next, null, sources);
  }

  #make(manifest: Manifest, base: string | null, sources: Map<string, PutFile>): Folder {
    if (manifest.size === 0) return { hash: null, manifest };
    return { hash: this.#objects.make(manifest, base, sources, this.#distrust), manifest };
  }

  /** A tree of nothing but the named directories of the base. */
  keep(base: string | null, paths: string[]): Folder {
    const kept = new Map<string, Entry>();
    for (const path of paths) {
      const entry = entryAt(this.#objects, base, path);
      if (entry?.type === 'dir') kept.set(path, entry);
    }
    return { hash: null, manifest: kept };
  }
}

/** What stands at a path of a tree; undefined: nothing. */
export function entryAt(objects: Objects, root: string | null, path: string): Entry | undefined {
  let at: Entry | undefined = root === null ? undefined : { type: 'dir', hash: root };
  for (const part of pathParts(path)) {
    if (at?.type !== 'dir') return undefined;
    at = objects.manifest(at.hash).get(part);
  }
  return at;
}

function setFolder(next: Map<string, Entry>, name: string, folder: Folder): void {
  if (folder.hash === null) next.delete(name);
  else next.set(name, { type: 'dir', hash: folder.hash });
}

function removeFile(next: Map<string, Entry>, name: string): void {
  if (next.get(name)?.type === 'file') next.delete(name);
}

function puts(changes: FolderChanges): boolean {
  const here = [...changes.leaves.values()].some((leaf) => leaf.type !== 'remove');
  return here || [...changes.below.values()].some(puts);
}
