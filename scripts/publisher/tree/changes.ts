import { PublisherError } from '../errors.ts';

/** Bytes of a file: a file on disk (hard-linked, so nobody may write to it afterwards) or bytes in memory. */
export interface PutFile {
  path: string;
  from: string | Uint8Array;
  /** SHA-256 of the bytes, where the caller has checked it already (blobs, an earlier release): spares reading the file again. */
  sha256?: string;
}

export interface PutTree {
  path: string;
  /** Folder on disk that becomes the directory at `path`, whole. */
  folder: string;
  /** For folders named by their content: one that is there already is left alone, without a look inside. */
  unlessPresent?: boolean;
}

export interface TreeChanges {
  put?: PutFile[];
  putTrees?: PutTree[];
  /** Files to delete. One that is not there is no error: a plan may be carried out twice. */
  remove?: string[];
  /** Directories to delete whole; taken away before anything is put. */
  removeTrees?: string[];
  /** Start from an empty tree and take over only these directories from the base (a full build). */
  keepOnly?: string[];
}

type Leaf = { type: 'put'; file: PutFile } | { type: 'tree'; tree: PutTree } | { type: 'remove' };

/** The changes of one directory. */
export interface FolderChanges {
  /** Forget what stood here before. */
  emptied: boolean;
  leaves: Map<string, Leaf>;
  below: Map<string, FolderChanges>;
}

/** Sorts changes into the directories they touch: only these are made anew. */
export function byFolder(changes: TreeChanges): FolderChanges {
  const root = folder();
  for (const path of changes.removeTrees ?? []) enter(root, pathParts(path)).emptied = true;
  for (const path of changes.remove ?? []) leaf(root, path, { type: 'remove' });
  for (const tree of changes.putTrees ?? []) leaf(root, tree.path, { type: 'tree', tree });
  for (const file of changes.put ?? []) leaf(root, file.path, { type: 'put', file });
  return root;
}

function folder(): FolderChanges {
  return { emptied: false, leaves: new Map(), below: new Map() };
}

function enter(from: FolderChanges, parts: string[]): FolderChanges {
  let at = from;
  for (const part of parts) {
    let next = at.below.get(part);
    if (!next) at.below.set(part, (next = folder()));
    at = next;
  }
  return at;
}

function leaf(root: FolderChanges, path: string, change: Leaf): void {
  const parts = pathParts(path);
  const name = parts.pop()!;
  enter(root, parts).leaves.set(name, change);
}

/**
 * Cuts a path of the site into names.
 * @throws PublisherError TREE_PATH_BAD for anything that could leave the tree or break a line of a manifest
 */
export function pathParts(path: string): string[] {
  const parts = path.split('/');
  const bad = parts.some((part) => part === '' || part === '.' || part === '..' || part.length > 255);
  // A tab or line end would forge lines of a manifest; a backslash is a separator elsewhere.
  if (bad || /[\u0000-\u001f\u007f\\]/.test(path)) throw new PublisherError('TREE_PATH_BAD', JSON.stringify(path));
  return parts;
}
