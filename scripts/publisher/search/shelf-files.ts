import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { shelve } from './coverage.ts';
import type { Shelved } from './coverage.ts';
import type { BundleContents } from './write-bundle.ts';

const VERSION = 1;

/** What outlives the process. */
export interface ShelfRecord {
  /** Newest event of the replica the shelf knows of; another one at start: everything is compared. */
  cursor: number;
  engine: BundleContents;
  bundles: Shelved[];
  /** Bundles no longer in use and since when (milliseconds since 1970): searches under way may finish on them. */
  retired: { hash: string; at: number }[];
  /** Live documents in no bundle. */
  waiting: string[];
}

interface StoredShelf extends Omit<ShelfRecord, 'bundles' | 'engine'> {
  version: typeof VERSION;
  engine: string;
  bundles: { hash: string; leftOut: string[]; gone: string[] }[];
}

/** The search's folder on disk: `state.json`, and `bundles/<hash>` with `bundles/<hash>.json`. Lost or damaged, it is built again. */
export class ShelfFiles {
  readonly bundles: string;
  readonly #state: string;

  constructor(folder: string) {
    this.bundles = join(folder, 'bundles');
    this.#state = join(folder, 'state.json');
    mkdirSync(this.bundles, { recursive: true });
  }

  /** The shelf as it was last saved; null where there is none that can be trusted. */
  load(): ShelfRecord | null {
    if (!existsSync(this.#state)) return null;
    let stored: StoredShelf;
    try {
      stored = JSON.parse(readFileSync(this.#state, 'utf8'));
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
    const engine = this.contents(stored.engine);
    if (stored.version !== VERSION || !engine) return null;
    // A bundle whose folder is lost is simply not in use: its documents count as new at the comparison.
    const bundles = stored.bundles.flatMap(({ hash, leftOut, gone }) => {
      const contents = this.contents(hash);
      return contents ? [shelve(contents, leftOut, gone)] : [];
    });
    const whole = bundles.length === stored.bundles.length;
    return { ...stored, cursor: whole ? stored.cursor : -1, engine, bundles };
  }

  /** Replaces the state in one step. */
  save({ cursor, engine, bundles, retired, waiting }: ShelfRecord): void {
    const stored: StoredShelf = {
      version: VERSION,
      cursor,
      engine: engine.hash,
      bundles: bundles.map(({ contents, leftOut, gone }) => ({ hash: contents.hash, leftOut: [...leftOut], gone: [...gone] })),
      retired,
      waiting,
    };
    const fresh = `${this.#state}.new`;
    const file = openSync(fresh, 'w');
    writeSync(file, JSON.stringify(stored));
    fsyncSync(file);
    closeSync(file);
    renameSync(fresh, this.#state);
  }

  folder(hash: string): string {
    return join(this.bundles, hash);
  }

  /** Takes one page's text out of a bundle. */
  removeFragment(hash: string, fragment: string): void {
    rmSync(join(this.bundles, hash, 'fragment', `${fragment}.pf_fragment`), { force: true });
  }

  delete(hash: string): void {
    rmSync(`${this.folder(hash)}.json`, { force: true });
    rmSync(this.folder(hash), { recursive: true, force: true });
  }

  /** Deletes whatever is not named: what a crash left half built, and bundles long out of use. */
  sweep(keep: ReadonlySet<string>): void {
    for (const name of readdirSync(this.bundles)) {
      if (!keep.has(name.replace(/\.json$/, ''))) rmSync(join(this.bundles, name), { recursive: true, force: true });
    }
  }

  /** What a bundle holds; null where its folder is gone. */
  contents(hash: string): BundleContents | null {
    const file = `${this.folder(hash)}.json`;
    if (!existsSync(file) || !existsSync(this.folder(hash))) return null;
    const contents: BundleContents = JSON.parse(readFileSync(file, 'utf8'));
    return contents;
  }
}
