import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { PublisherError } from '../errors.ts';
import { failpoint } from '../failpoint.ts';
import type { PutFile } from './changes.ts';
import { flush } from './durability.ts';
import { fromSidecar, hashOf, toSidecar } from './manifest.ts';
import type { FileEntry, Manifest } from './manifest.ts';

/** Prefix of directories being made; after a crash they are swept. */
export const UNFINISHED = '.new-';
/** Prefix of directories being deleted: renamed first, so that a half-deleted directory never bears the name of a whole one. */
export const DOOMED = '.gone-';

/** Manifests kept in memory, counted in entries: about 30 MB. */
const REMEMBERED_ENTRIES = 100_000;

interface Made {
  hash: string;
  folder: string;
  manifest: Manifest;
}

/** The folder `objects/`: immutable directories by hash. One process at a time writes here (the publisher's lock). */
export class Objects {
  readonly folder: string;
  #remembered = new Map<string, Manifest>();
  #rememberedEntries = 0;
  #made = new Map<string, Made>();
  /** Directories begun, whether they were filled or not. */
  #begun: string[] = [];
  #toFlush: string[] = [];
  #count = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  path(hash: string): string {
    return join(this.folder, hash);
  }

  has(hash: string): boolean {
    return this.#remembered.has(hash) || existsSync(this.path(hash));
  }

  /** @throws PublisherError TREE_OBJECT_DAMAGED when it is not there or not what its name says */
  manifest(hash: string): Manifest {
    const known = this.#remembered.get(hash) ?? this.#made.get(hash)?.manifest;
    if (known) return known;
    const manifest = fromSidecar(hash, this.#sidecar(hash));
    this.#remember(hash, manifest);
    return manifest;
  }

  /**
   * Objects a directory links to. Where its manifest is damaged the links themselves are asked: what they lead to must not be
   * deleted as long as anybody may be looking at it.
   */
  children(hash: string): string[] {
    try {
      return [...this.manifest(hash).values()].flatMap((entry) => (entry.type === 'dir' ? [entry.hash] : []));
    } catch {
      const links = readdirSync(this.path(hash), { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
      return links.map(({ name }) => basename(readlinkSync(join(this.path(hash), name))));
    }
  }

  #sidecar(hash: string): string {
    try {
      return readFileSync(`${this.path(hash)}.json`, 'utf8');
    } catch (cause) {
      throw new PublisherError('TREE_OBJECT_DAMAGED', hash, cause);
    }
  }

  /**
   * Makes the directory of a manifest beside its final place: what stays is hard-linked from `base`, what is new is linked or
   * written from `sources`, subdirectories become relative links. Nothing is visible under its name before `commit`.
   */
  make(manifest: Manifest, base: string | null, sources: ReadonlyMap<string, PutFile>, distrust: boolean): string {
    const hash = hashOf(manifest);
    if (this.#made.has(hash)) return hash;
    if (this.has(hash) && !(distrust && !isSound(this.path(hash), manifest))) return hash;
    const folder = join(this.folder, `${UNFINISHED}${process.pid}-${(this.#count += 1)}`);
    this.#begun.push(folder);
    mkdirSync(folder);
    for (const [name, entry] of manifest) {
      const to = join(folder, name);
      const source = sources.get(name);
      if (entry.type === 'dir') symlinkSync(`../${entry.hash}`, to);
      else if (source) this.#place(source, to);
      else if (base) this.#link(join(this.#made.get(base)?.folder ?? this.path(base), name), to);
      else throw new PublisherError('TREE_OBJECT_DAMAGED', `${hash}/${name}`);
    }
    writeFileSync(`${folder}.json`, toSidecar(manifest));
    this.#toFlush.push(folder, `${folder}.json`);
    this.#made.set(hash, { hash, folder, manifest });
    return hash;
  }

  #place(source: PutFile, to: string): void {
    if (typeof source.from === 'string') linkOrCopy(source.from, to);
    else writeFileSync(to, source.from);
    this.#toFlush.push(to);
  }

  #link(from: string, to: string): void {
    if (linkOrCopy(from, to) === 'copied') this.#toFlush.push(to);
  }

  /** Gives everything made since the last time its name, children before parents, once all of it is on disk. */
  async commit(): Promise<Made[]> {
    failpoint('after-link');
    await flush(this.#toFlush, this.folder);
    failpoint('after-sync');
    const made = [...this.#made.values()];
    for (const { hash, folder, manifest } of made) {
      renameSync(`${folder}.json`, `${this.path(hash)}.json`);
      if (existsSync(this.path(hash))) this.#setAside(hash);
      renameSync(folder, this.path(hash));
      this.#remember(hash, manifest);
    }
    if (made.length > 0) await flush([this.folder], this.folder);
    this.#forgetMade();
    failpoint('after-objects');
    return made;
  }

  /** Throws away what was made and not committed (a disk that filled up, a bad path). */
  abandon(): void {
    for (const folder of this.#begun) {
      rmSync(folder, { recursive: true, force: true });
      rmSync(`${folder}.json`, { force: true });
    }
    this.#forgetMade();
  }

  #forgetMade(): void {
    this.#made.clear();
    this.#begun = [];
    this.#toFlush = [];
  }

  delete(hash: string): void {
    this.#forget(hash);
    const doomed = existsSync(this.path(hash)) ? this.#setAside(hash) : null;
    rmSync(`${this.path(hash)}.json`, { force: true });
    if (doomed) rmSync(doomed, { recursive: true, force: true });
  }

  #setAside(hash: string): string {
    const doomed = join(this.folder, `${DOOMED}${process.pid}-${(this.#count += 1)}`);
    renameSync(this.path(hash), doomed);
    return doomed;
  }

  #remember(hash: string, manifest: Manifest): void {
    this.#forget(hash);
    this.#remembered.set(hash, manifest);
    this.#rememberedEntries += manifest.size;
    for (const oldest of this.#remembered.keys()) {
      if (this.#rememberedEntries <= REMEMBERED_ENTRIES || oldest === hash) break;
      this.#forget(oldest);
    }
  }

  #forget(hash: string): void {
    const manifest = this.#remembered.get(hash);
    if (!manifest) return;
    this.#remembered.delete(hash);
    this.#rememberedEntries -= manifest.size;
  }
}

/** Hash and size of what is to be put. */
export function fileEntry(file: PutFile): FileEntry {
  if (typeof file.from !== 'string') return { type: 'file', sha256: sha256(file.from), bytes: file.from.byteLength };
  return hashFile(file.from, file.sha256);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const CHUNK_BYTES = 1 << 18;
const chunk = Buffer.alloc(CHUNK_BYTES);

/** Synchronous on purpose: for the small files of a page a read by the thread pool costs five times the read itself. */
export function hashFile(file: string, known?: string): FileEntry {
  if (known) return { type: 'file', sha256: known, bytes: statSync(file).size };
  const descriptor = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (let read = 1; read > 0; bytes += read) {
      read = readSync(descriptor, chunk, 0, CHUNK_BYTES, bytes);
      hash.update(chunk.subarray(0, read));
    }
    return { type: 'file', sha256: hash.digest('hex'), bytes };
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a directory still is what its manifest says. */
function isSound(folder: string, manifest: Manifest): boolean {
  const sidecar = existsSync(`${folder}.json`) ? readFileSync(`${folder}.json`, 'utf8') : '';
  if (sidecar !== toSidecar(manifest) || readdirSync(folder).length !== manifest.size) return false;
  return [...manifest].every(([name, entry]) => {
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (entry.type === 'dir') return found?.isSymbolicLink() && readlinkSync(path) === `../${entry.hash}`;
    return found?.isFile() && hashFile(path).sha256 === entry.sha256;
  });
}

/** Other file system, too many links to one file, or a file system without links: then a copy. */
const CANNOT_LINK = new Set(['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function linkOrCopy(from: string, to: string): 'linked' | 'copied' {
  try {
    linkSync(from, to);
    return 'linked';
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new PublisherError('TREE_OBJECT_DAMAGED', from, thrown);
    if (!CANNOT_LINK.has(code)) throw thrown;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    return 'copied';
  }
}
