import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failpoint } from '../failpoint.ts';
import type { Manifest } from './manifest.ts';
import { DOOMED, UNFINISHED } from './objects.ts';
import type { Objects } from './objects.ts';

/**
 * How often each object is linked to, by parents and by releases. Counted from the disk once a process and kept from then on, so
 * that clearing away a release costs what was in it alone. A count on disk would be one more thing a crash can leave wrong.
 */
export class References {
  readonly #objects: Objects;
  #counts: Map<string, number> | null = null;
  /** Objects whose count is nothing. */
  #loose = new Set<string>();

  constructor(objects: Objects) {
    this.#objects = objects;
  }

  /** After a failure half way: what is on the disk is counted anew before the next time anything is deleted. */
  forget(): void {
    this.#counts = null;
    this.#loose.clear();
  }

  objectMade(manifest: Manifest, hash: string): void {
    if (!this.#counts || this.#counts.has(hash)) return;
    this.#set(hash, 0);
    for (const child of childrenOf(manifest)) this.add(child);
  }

  add(hash: string): void {
    if (this.#counts) this.#set(hash, (this.#counts.get(hash) ?? 0) + 1);
  }

  take(hash: string): void {
    if (this.#counts) this.#set(hash, (this.#counts.get(hash) ?? 0) - 1);
  }

  #set(hash: string, count: number): void {
    this.#counts!.set(hash, count);
    if (count > 0) this.#loose.delete(hash);
    else this.#loose.add(hash);
  }

  /** Deletes every object nothing links to, and what only it linked to. @returns how many */
  collect(roots: string[]): number {
    if (!this.#counts) this.#count(roots);
    let deleted = 0;
    // What becomes loose on the way is added to the set while it is walked, and so is reached too.
    try {
      for (const hash of this.#loose) {
        this.#delete(hash);
        deleted += 1;
        failpoint('during-collect');
      }
    } catch (thrown) {
      this.forget();
      throw thrown;
    }
    return deleted;
  }

  #delete(hash: string): void {
    const children = this.#objects.children(hash);
    this.#objects.delete(hash);
    this.#counts!.delete(hash);
    this.#loose.delete(hash);
    for (const child of children) this.take(child);
  }

  #count(roots: string[]): void {
    const hashes = readdirSync(this.#objects.folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
    this.#counts = new Map();
    for (const hash of hashes) this.#set(hash, 0);
    for (const hash of hashes) for (const child of this.#objects.children(hash)) this.add(child);
    for (const root of roots) this.add(root);
  }
}

function* childrenOf(manifest: Manifest): Generator<string> {
  for (const entry of manifest.values()) if (entry.type === 'dir') yield entry.hash;
}

/** Removes what a crash left under `objects/`: directories never finished, directories half deleted, lists without a directory. */
export function sweepObjects(folder: string): void {
  const names = readdirSync(folder);
  const present = new Set(names);
  for (const name of names) {
    const unfinished = name.startsWith(UNFINISHED) || name.startsWith(DOOMED);
    const orphan = name.endsWith('.json') && !present.has(name.slice(0, -'.json'.length));
    if (unfinished || orphan) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
