import { GUARD } from '../../search/bigrams.ts';
import { KEPT, LANGUAGE } from './bundle-files.ts';
import type { BundleFiles } from './bundle-files.ts';
import { FirstAlone } from './first-alone.ts';
import type {
  MergeOptions,
  PagefindAnswer,
  PagefindFilters,
  PagefindInstance,
  PagefindModule,
  PagefindOptions,
  PagefindResult,
  Ranking,
} from './pagefind-api.ts';
import type { LeftOut, PointedBundle, Pointer } from './pointer.ts';
import { leftOutOf } from './pointer.ts';

/** Engines of one module share its WebAssembly: the first instance, of whichever, brings it in. Two that did so would crash it. */
const firstAlone = new WeakMap<PagefindModule, FirstAlone>();

export interface BundleAnswer {
  bundle: PointedBundle;
  results: PagefindResult[];
  /** How many of all its documents the terms are in, whatever the filters. */
  found: number;
  /** How many results have each value of each filter; empty until `countFilters`. */
  counts: Record<string, Record<string, number>>;
}

interface Opened {
  instance: PagefindInstance;
  /** The piece of the index with the guard is there: without one, terms that a bundle lacks would be dropped from the query. */
  guarded: Promise<void>;
}

/**
 * Pagefind with the bundles of one pointer. Each bundle has an instance of its own, since an instance asks everything it has for every
 * question; they share one WebAssembly. How results are weighed is set when a bundle is opened and cannot be changed: each ranking has
 * an engine of its own.
 */
export class Engine {
  readonly #address: string;
  readonly #ranking: Ranking | null;
  readonly #module: PagefindModule;
  readonly #files: BundleFiles | null;
  readonly #opened = new Map<string, Promise<Opened>>();

  private constructor(address: string, module: PagefindModule, { ranking, files }: EngineOptions) {
    this.#address = address;
    this.#module = module;
    this.#ranking = ranking;
    this.#files = files;
  }

  static async load(address: string, options: EngineOptions): Promise<Engine> {
    const module: PagefindModule = await import(/* @vite-ignore */ `${address}pagefind.js`);
    return new Engine(address, module, options);
  }

  /** Whether everything it has opened is still of the present release. */
  isOf(pointer: Pointer): boolean {
    const present = new Set(pointer.bundles.map(({ path }) => path));
    return pointer.engine === this.#address && [...this.#opened.keys()].every((path) => present.has(path));
  }

  async open(bundles: PointedBundle[]): Promise<void> {
    await Promise.all(bundles.map(async ({ path }) => (await this.#open(path)).guarded));
  }

  /** Asks these bundles, each by itself: scores of different bundles do not compare. */
  async ask(terms: string[], bundles: PointedBundle[], options: PagefindOptions): Promise<BundleAnswer[]> {
    return Promise.all(
      bundles.map(async (bundle) => {
        // One is asked while others are opened.
        const { instance, guarded } = await this.#open(bundle.path);
        await Promise.all([guarded, instance.preload(terms.join(' '))]);
        return answerOf(bundle, await instance.search(terms.join(' '), options));
      }),
    );
  }

  /** Reads what a question with these terms needs. */
  async preload(terms: string[], bundles: PointedBundle[]): Promise<void> {
    await Promise.all(
      bundles.map(async ({ path }) => {
        const { instance, guarded } = await this.#open(path);
        await Promise.all([guarded, instance.preload(terms.join(' '))]);
      }),
    );
  }

  /** Asks for each of these terms by itself. @returns for each term, one answer a bundle */
  async askEach(terms: string[], bundles: PointedBundle[], options: PagefindOptions): Promise<BundleAnswer[][]> {
    const ofBundles = await Promise.all(
      bundles.map(async (bundle) => {
        // What all of them need is fetched at once.
        await this.preload(terms, [bundle]);
        const { instance } = await this.#open(bundle.path);
        return Promise.all(terms.map(async (term) => answerOf(bundle, await instance.search(term, options))));
      }),
    );
    return terms.map((_, place) => ofBundles.flatMap((answers) => answers[place] ?? []));
  }

  /** From now on answers count their filters. */
  async countFilters(): Promise<void> {
    await Promise.all([...this.#opened.values()].map(async (opened) => (await opened).instance.filters()));
  }

  async close(): Promise<void> {
    for (const opened of this.#opened.values()) await opened.then(({ instance }) => instance.destroy()).catch(() => undefined);
    // In a page, Pagefind's worker ends with its last instance, and the WebAssembly with it.
    firstAlone.delete(this.#module);
  }

  #open(path: string): Promise<Opened> {
    let opened = this.#opened.get(path);
    if (!opened) this.#opened.set(path, (opened = this.#openNew(path)));
    return opened;
  }

  async #openNew(path: string): Promise<Opened> {
    let turns = firstAlone.get(this.#module);
    if (!turns) firstAlone.set(this.#module, (turns = new FirstAlone()));
    const options = { language: LANGUAGE, metaCacheTag: KEPT, ...(this.#ranking && { ranking: this.#ranking }) };
    // Where the WebAssembly cannot be had beside the bundle, an instance begins with the engine's own, which is empty.
    const instance = await turns.run(() => this.#begin(this.#files ? path : this.#address, options));
    if (!this.#files) await instance.mergeIndex(path, options);
    return { instance, guarded: instance.preload(GUARD) };
  }

  async #begin(basePath: string, options: MergeOptions): Promise<PagefindInstance> {
    const instance = inLanguage(LANGUAGE, () => this.#module.createInstance({ basePath, ...options }));
    await instance.init();
    // Nothing is read for it, but it is answered only when the WebAssembly is there.
    await instance.preload('');
    return instance;
  }
}

export interface EngineOptions {
  /** Null: Pagefind's own. */
  ranking: Ranking | null;
  /** Null: Pagefind fetches for itself. */
  files: BundleFiles | null;
}

/** What a bundle answered, without what it must not show: neither among the results nor in the counts. */
function answerOf(bundle: PointedBundle, { results, unfilteredResultCount, filters }: PagefindAnswer): BundleAnswer {
  const leaveOut = leftOutOf(bundle);
  const shown: PagefindResult[] = [];
  const counts = structuredClone(filters);
  for (const result of results) {
    const left = leaveOut.get(result.id.slice(LANGUAGE.length + 1));
    if (left) takeFrom(counts, left);
    else shown.push(result);
  }
  return { bundle, results: shown, found: unfilteredResultCount, counts };
}

function takeFrom(counts: BundleAnswer['counts'], left: LeftOut): void {
  for (const [name, value] of Object.entries(left)) {
    const values = counts[name];
    if (values?.[value]) values[value] -= 1;
  }
}

/** Filters of a question: one value of each field; of months, any of these. */
export const monthsFilter = (filters: Record<string, string>, months: string[] | null): PagefindFilters =>
  months ? { ...filters, month: { any: months } } : filters;

/** Pagefind takes its language from the page at the moment an instance is made, and from nowhere else; without a page it is unknown. */
function inLanguage<T>(language: string, make: () => T): T {
  if (typeof document === 'undefined') return make();
  const root = document.documentElement;
  const before = root.lang;
  root.lang = language;
  try {
    return make();
  } finally {
    root.lang = before;
  }
}
