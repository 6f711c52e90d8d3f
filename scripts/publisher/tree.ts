import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PublisherError } from './errors.ts';
import type { TreeChanges } from './tree/changes.ts';
import { References, sweepObjects } from './tree/collect.ts';
import { flushNow } from './tree/durability.ts';
import { edit, entryAt } from './tree/edit.ts';
import type { Entry } from './tree/manifest.ts';
import { namesAny } from './tree/naming.ts';
import { Objects } from './tree/objects.ts';
import { releasesThatHold } from './tree/purge.ts';
import { Releases } from './tree/releases.ts';
import type { LiveRelease, Release } from './tree/releases.ts';
import { rollbackChanges, rollbackTarget, withdrawnSince } from './tree/rollback.ts';
import { verifyTree } from './tree/verify.ts';
import type { TreeVerification } from './tree/verify.ts';

export type { TreeChanges, PutFile, PutTree } from './tree/changes.ts';
export type { LiveRelease, Release } from './tree/releases.ts';
export type { TreeFault, TreeVerification } from './tree/verify.ts';

/** Releases one can go back to, the live one included. */
const RELEASES_KEPT = 5;
/**
 * A release is kept this long after it was live, whatever comes after it: a reader may have begun with it. Without it, readers of a
 * starved machine lost their tree under their feet when five releases went live within one of their turns (found by test).
 */
const GRACE_MS = 60_000;

export interface TreeOptions {
  /** Other than a minute for tests only. */
  graceMs?: number;
}

export interface Edited {
  /** Hash of the new root. */
  root: string;
  /** Directories made. */
  made: number;
  milliseconds: number;
}

export interface NewRelease {
  root: string;
  event: number;
  note: string;
  /** Ids of documents this release withdraws. */
  withdrawn?: string[];
  outOfStep?: string[];
}

/** What anyone may do with the tree, while a publisher is at work too. */
export interface TreeReader {
  current(): LiveRelease | null;
  releases(): Release[];
  /** What stands at a path of a release. */
  entry(release: LiveRelease | null, path: string): Entry | undefined;
  /** Whether the file at a path of a release names one of these documents. */
  names(release: LiveRelease, path: string, ids: string[]): boolean;
  /** Compares every byte of the live release with its root hash. */
  verify(): Promise<TreeVerification>;
}

/** The tree of the site. One process at a time may hold it: its owner has the publisher's lock. */
export interface Tree extends TreeReader {
  /** Makes the directories of a changed tree; nothing is live before `release`. All of it or nothing. */
  edit(base: LiveRelease | null, changes: TreeChanges): Promise<Edited>;
  /** Makes a tree live by one rename(2) of `current`. */
  release(release: NewRelease): LiveRelease;
  /** Brings back an earlier release (the one before, or number `n`) without anything withdrawn since. */
  rollback(n?: number): Promise<LiveRelease>;
  /** Destroys every kept release that names one of these documents. @returns numbers of the releases destroyed */
  purge(ids: string[]): number[];
  /**
   * Deletes releases beyond the last five that nobody can still be reading, and every directory no release needs, those of a tree made and never released too.
   * @returns how many directories
   */
  collect(): number;
}

/** Opens the tree in a folder (`<data>/site`) for its owner, makes it if need be, and sweeps away what a crash left. */
export function openTree(folder: string, { graceMs = GRACE_MS }: TreeOptions = {}): Tree {
  const objectsFolder = join(folder, 'objects');
  for (const part of [objectsFolder, join(folder, 'releases')]) mkdirSync(part, { recursive: true });
  flushNow(folder);
  const objects = new Objects(objectsFolder);
  const releases = new Releases(folder);
  releases.sweep();
  sweepObjects(objectsFolder);
  return new OwnedTree(objects, releases, graceMs);
}

/** Opens the tree to look at it only: changes nothing, sweeps nothing. */
export function readTree(folder: string): TreeReader {
  return new OpenedTree(new Objects(join(folder, 'objects')), new Releases(folder));
}

class OpenedTree implements TreeReader {
  protected readonly objects: Objects;
  protected readonly kept: Releases;

  constructor(objects: Objects, releases: Releases) {
    this.objects = objects;
    this.kept = releases;
  }

  current(): LiveRelease | null {
    return this.kept.current();
  }

  releases(): Release[] {
    return this.kept.list();
  }

  entry(release: LiveRelease | null, path: string): Entry | undefined {
    return entryAt(this.objects, release?.root ?? null, path);
  }

  names(release: LiveRelease, path: string, ids: string[]): boolean {
    const cut = path.lastIndexOf('/');
    const parent = cut < 0 ? { type: 'dir' as const, hash: release.root } : this.entry(release, path.slice(0, cut));
    const entry = this.entry(release, path);
    if (parent?.type !== 'dir' || entry?.type !== 'file') return false;
    return namesAny(this.objects, path, { folder: parent.hash, entry }, ids);
  }

  async verify(): Promise<TreeVerification> {
    return verifyTree(this.objects, this.mustBeLive().root);
  }

  protected mustBeLive(): LiveRelease {
    const current = this.current();
    if (!current) throw new PublisherError('TREE_NO_RELEASE');
    return current;
  }
}

class OwnedTree extends OpenedTree implements Tree {
  readonly #references: References;
  readonly #graceMs: number;
  /** The root made last and not yet released: in no release, and not to be collected until the next `collect`. */
  #staged: string | null = null;

  constructor(objects: Objects, releases: Releases, graceMs: number) {
    super(objects, releases);
    this.#graceMs = graceMs;
    this.#references = new References(objects);
  }

  async edit(base: LiveRelease | null, changes: TreeChanges): Promise<Edited> {
    const start = performance.now();
    try {
      const root = edit(this.objects, base?.root ?? null, changes);
      const made = await this.objects.commit();
      for (const { manifest, hash } of made) this.#references.objectMade(manifest, hash);
      this.#stage(root);
      return { root, made: made.length, milliseconds: performance.now() - start };
    } catch (thrown) {
      this.objects.abandon();
      this.#references.forget();
      throw thrown;
    }
  }

  #stage(root: string): void {
    this.#unstage();
    this.#staged = root;
    this.#references.add(root);
  }

  #unstage(): void {
    if (this.#staged !== null) this.#references.take(this.#staged);
    this.#staged = null;
  }

  release(release: NewRelease): LiveRelease {
    return this.#add({ withdrawn: [], restores: null, outOfStep: [], ...release });
  }

  #add(release: Omit<Release, 'number' | 'at' | 'root'> & { root: string }): LiveRelease {
    const live = this.kept.add(release);
    this.#references.add(release.root);
    this.#unstage();
    return live;
  }

  async rollback(n?: number): Promise<LiveRelease> {
    const current = this.mustBeLive();
    const releases = this.releases();
    const target = rollbackTarget(releases, current, n);
    const withdrawn = withdrawnSince(releases, target);
    const changes = rollbackChanges(this.objects, target, current, withdrawn);
    const { root } = await this.edit(current, changes);
    const outOfStep = [...new Set([...current.outOfStep, ...changes.put.map(({ path }) => path), ...changes.remove])];
    const note = `恢复站点版本 ${target.number}`;
    return this.#add({ root, event: current.event, note, withdrawn: [], restores: target.number, outOfStep });
  }

  purge(ids: string[]): number[] {
    const held = releasesThatHold(this.objects, this.releases(), this.mustBeLive(), ids);
    for (const release of held) {
      this.kept.destroy(release);
      this.#references.take(release.root!);
    }
    return held.map(({ number }) => number);
  }

  collect(): number {
    this.#unstage();
    for (const release of this.#outlived()) {
      this.kept.remove(release.number);
      if (release.root !== null) this.#references.take(release.root);
    }
    return this.#references.collect(this.releases().flatMap(({ root }) => root ?? []));
  }

  /** Releases beyond those kept whose successor has been live for long enough. */
  #outlived(): Release[] {
    const releases = this.releases();
    const oldestKept = releases.filter(({ root }) => root !== null).at(-RELEASES_KEPT)?.number ?? 0;
    const since = Date.now() - this.#graceMs;
    return releases.filter(({ number }, index) => number < oldestKept && Date.parse(releases[index + 1]!.at) <= since);
  }
}
