import { createHash } from 'node:crypto';
import { PublisherError } from '../errors.ts';

export interface FileEntry {
  type: 'file';
  sha256: string;
  bytes: number;
}

export interface FolderEntry {
  type: 'dir';
  /** Name of the object that stands there. */
  hash: string;
}

export type Entry = FileEntry | FolderEntry;

/** One directory: what each name in it is. */
export type Manifest = ReadonlyMap<string, Entry>;

export const EMPTY: Manifest = new Map();

/**
 * The text whose SHA-256 names a directory: one line an entry, sorted by code unit so that every machine sorts alike. Because an
 * entry of a subdirectory is that directory's hash, the hash of the root speaks for every byte of the site (a Merkle tree).
 */
export function canonical(manifest: Manifest): string {
  const lines: string[] = [];
  for (const name of [...manifest.keys()].sort()) {
    const entry = manifest.get(name)!;
    lines.push(entry.type === 'file' ? `${name}\tfile\t${entry.sha256}\t${entry.bytes}\n` : `${name}\tdir\t${entry.hash}\n`);
  }
  return lines.join('');
}

/** Name of a directory: SHA-256 of its canonical text, 64 hexadecimal digits. */
export function hashOf(manifest: Manifest): string {
  return createHash('sha256').update(canonical(manifest)).digest('hex');
}

/** Content of `<hash>.json`. */
export function toSidecar(manifest: Manifest): string {
  const entries = [...manifest.keys()].sort().map((name) => ({ name, ...manifest.get(name)! }));
  return `${JSON.stringify({ entries })}\n`;
}

/**
 * Reads `<hash>.json` and checks that it is the one its name promises: a release is never built on an altered manifest.
 * @throws PublisherError TREE_OBJECT_DAMAGED
 */
export function fromSidecar(hash: string, text: string): Manifest {
  const manifest = parse(text);
  if (!manifest || hashOf(manifest) !== hash) throw new PublisherError('TREE_OBJECT_DAMAGED', hash);
  return manifest;
}

function parse(text: string): Manifest | null {
  try {
    const { entries } = JSON.parse(text) as { entries: (Entry & { name: string })[] };
    return new Map(entries.map(({ name, ...entry }) => [name, entry as Entry]));
  } catch {
    // Not JSON, or not ours: the caller reports it as damage.
    return null;
  }
}
