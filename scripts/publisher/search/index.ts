import { startBuild } from './build.ts';
import type { BackgroundBuild } from './build.ts';
import { BASE_CHARACTERS, nextCompaction } from './compaction.ts';
import { bundlePath } from './pointer.ts';
import { Shelf, UNKNOWN } from './shelf.ts';
import { ShelfFiles } from './shelf-files.ts';
import type { BundleKind, Search, SearchFiles, SearchReplica, SearchStatus } from './types.ts';
import { closeIndexer, writeEngine } from './write-bundle.ts';

export type { Search, SearchFiles, SearchReplica, SearchStatus } from './types.ts';

/** Background builds begin when the release that called for them is likely out: both want the processor. */
const COMPACTION_DELAY_MS = 2_000;
const RETRY_DELAY_MS = 60_000;

export interface SearchOptions {
  /** Folder of the search's own, on the file system of the site. */
  folder: string;
  replica: SearchReplica;
  /** The replica's file, for the process that builds in the background. */
  replicaFile: string;
  /** Most characters of one bundle: at most `BASE_CHARACTERS`, by which it is judged what is to be built anew. */
  bundleCharacters?: number;
}

/** Opens the search in its folder; what a crash left there is put in order by the first `stage`. */
export function openSearch(options: SearchOptions): Search {
  return new OpenedSearch(options);
}

interface RunningBuild {
  build: BackgroundBuild;
  kind: BundleKind;
  documents: number;
  since: Date;
  /** Documents that changed since it began: what it holds of them may be old. */
  changed: Set<string>;
}

class OpenedSearch implements Search {
  readonly #options: SearchOptions;
  readonly #callbacks: (() => void)[] = [];
  #shelf: Shelf | null = null;
  #running: RunningBuild | null = null;
  #timer: NodeJS.Timeout | undefined;
  #lastError: string | null = null;
  #closed = false;
  /** Changes of the shelf, one after another. */
  #serial: Promise<unknown> = Promise.resolve();

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  stage(changed: Iterable<string> | 'everything'): Promise<SearchFiles> {
    const named = changed === 'everything' ? 'everything' : [...changed];
    return this.#inTurn(async () => {
      const shelf = await this.#open();
      const cursor = this.#options.replica.cursor();
      const ids = await this.#idsToCompare(shelf, named, cursor);
      for (const id of ids) this.#running?.changed.add(id);
      await shelf.takeIn(ids, cursor);
      this.#compactLater(COMPACTION_DELAY_MS);
      return shelf.files();
    });
  }

  onReady(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  async rebuild(): Promise<void> {
    await this.#inTurn(() => this.#open());
    this.#stopBuild();
    await this.#build('base', null);
  }

  status(): SearchStatus {
    const { bundles = [], waiting = 0 } = this.#shelf?.state() ?? {};
    return {
      bundles: bundles.map(({ hash, kind, live, characters }) => ({ path: bundlePath(hash), kind, documents: live, characters })),
      waiting,
      building: this.#running && {
        kind: this.#running.kind,
        documents: this.#running.documents,
        since: this.#running.since.toISOString(),
      },
      lastError: this.#lastError,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stopBuild();
    await this.#serial;
    await closeIndexer();
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#serial.then(step);
    // Who asked for the step hears of its failure; the next one goes ahead all the same.
    this.#serial = turn.catch(() => undefined);
    return turn;
  }

  /** Loads the shelf once, or begins a new one. */
  async #open(): Promise<Shelf> {
    if (this.#shelf) return this.#shelf;
    const files = new ShelfFiles(this.#options.folder);
    const record = files.load() ?? {
      cursor: UNKNOWN,
      engine: await writeEngine(files.bundles),
      bundles: [],
      retired: [],
      waiting: [],
    };
    return (this.#shelf = new Shelf(this.#options.replica, files, record));
  }

  /** The documents named; after a crash, or when the cursor moved and none was named (a full build), all that differ. */
  async #idsToCompare(shelf: Shelf, named: string[] | 'everything', cursor: number): Promise<Set<string>> {
    const missed = shelf.cursor === UNKNOWN || (shelf.cursor !== cursor && named.length === 0);
    if (named !== 'everything' && !missed) return new Set(named);
    return new Set([...(named === 'everything' ? [] : named), ...(await shelf.differing())]);
  }

  #compactLater(delay: number): void {
    clearTimeout(this.#timer);
    const shelf = this.#shelf;
    const next = shelf && !this.#closed && !this.#running ? nextCompaction(shelf.state()) : null;
    if (!shelf || !next) return;
    this.#timer = setTimeout(() => {
      const from = shelf.coverage.bundles.filter(({ contents }) => next.from.includes(contents.hash));
      const ids = new Set([...shelf.coverage.answeredBy(from), ...shelf.waiting]);
      // A failure is kept for `status` and tried again: nobody waits for this one.
      this.#build(next.kind, [...ids]).catch(() => undefined);
    }, delay);
    this.#timer.unref();
  }

  /**
   * Runs one background build to its end and takes its bundles in. Stopped or closed: nothing happens.
   * @param ids - null: all documents
   * @throws SearchError SEARCH_BUILD_DIED; it is tried again later if there is still something to build
   */
  async #build(kind: 'base' | 'warm', ids: string[] | null): Promise<void> {
    if (this.#closed || this.#running) return;
    const { folder, replicaFile, bundleCharacters: characters = BASE_CHARACTERS } = this.#options;
    const build = startBuild({ replicaFile, folder: new ShelfFiles(folder).bundles, kind, ids, characters });
    const running: RunningBuild = { build, kind, documents: ids?.length ?? 0, since: new Date(), changed: new Set() };
    this.#running = running;
    try {
      if (await this.#finish(running)) for (const callback of this.#callbacks) callback();
      this.#lastError = null;
    } catch (error) {
      this.#lastError = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      if (this.#running === running) this.#running = null;
      this.#compactLater(this.#lastError ? RETRY_DELAY_MS : COMPACTION_DELAY_MS);
    }
  }

  async #finish(running: RunningBuild): Promise<boolean> {
    const bundles = await running.build.done;
    if (!bundles || this.#closed) return false;
    await this.#inTurn(async () => (await this.#open()).adopt(bundles, running.changed));
    return true;
  }

  #stopBuild(): void {
    this.#running?.build.stop();
    this.#running = null;
  }
}
