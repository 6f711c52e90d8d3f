import { GUARD } from '../../search/bigrams.ts';
import { FirstAlone } from './first-alone.ts';
import type {
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

/** Bundles were built in no language Pagefind cuts words of; asked in any other it would cut our pairs again. */
const LANGUAGE = 'unknown';

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

/**
 * Pagefind with the bundles of one pointer. Each bundle is merged to an instance of its own, since an
 * instance asks everything it has for every question; they share one WebAssembly. How results are weighed is set when a
 * bundle is opened and cannot be changed: each ranking has an engine of its own.
 */
export class Engine {
  readonly #address: string;
  readonly #ranking: Ranking | null;
  readonly #module: PagefindModule;
  readonly #opened = new Map<string, Promise<PagefindInstance>>();

  private constructor(address: string, module: PagefindModule, ranking: Ranking | null) {
    this.#address = address;
    this.#module = module;
    this.#ranking = ranking;
  }

  static async load(address: string, ranking: Ranking | null = null): Promise<Engine> {
    const module: PagefindModule = await import(/* @vite-ignore */ `${address}pagefind.js`);
    return new Engine(address, module, ranking);
  }

  /** Whether everything it has opened is still of the present release. */
  isOf(pointer: Pointer): boolean {
    const present = new Set(pointer.bundles.map(({ path }) => path));
    return pointer.engine === this.#address && [...this.#opened.keys()].every((path) => present.has(path));
  }

  async open(bundles: PointedBundle[]): Promise<void> {
    await Promise.all(bundles.map(({ path }) => this.#instance(path)));
  }

  /** Asks these bundles, each by itself: scores of different bundles do not compare, and Pagefind's own merging sorts dates wrongly. */
  async ask(terms: string[], bundles: PointedBundle[], options: PagefindOptions): Promise<BundleAnswer[]> {
    return Promise.all(
      bundles.map(async (bundle) => {
        // One is asked while others are opened.
        const instance = await this.#instance(bundle.path);
        return answerOf(bundle, await instance.search(terms.join(' '), options));
      }),
    );
  }

  /** Reads what a question with these terms needs. */
  async preload(terms: string[], bundles: PointedBundle[]): Promise<void> {
    await Promise.all(bundles.map(async ({ path }) => (await this.#instance(path)).preload(terms.join(' '))));
  }

  /** Asks for each of these terms by itself. @returns for each term, one answer a bundle */
  async askEach(terms: string[], bundles: PointedBundle[], options: PagefindOptions): Promise<BundleAnswer[][]> {
    const ofBundles = await Promise.all(
      bundles.map(async (bundle) => {
        // What all of them need is fetched at once.
        await this.preload(terms, [bundle]);
        const instance = await this.#instance(bundle.path);
        return Promise.all(terms.map(async (term) => answerOf(bundle, await instance.search(term, options))));
      }),
    );
    return terms.map((_, place) => ofBundles.flatMap((answers) => answers[place] ?? []));
  }

  /** From now on answers count their filters. */
  async countFilters(): Promise<void> {
    await Promise.all([...this.#opened.values()].map(async (opened) => (await opened).filters()));
  }

  async close(): Promise<void> {
    for (const opened of this.#opened.values()) await opened.then((instance) => instance.destroy()).catch(() => undefined);
    // In a page, Pagefind's worker ends with its last instance, and the WebAssembly with it.
    firstAlone.delete(this.#module);
  }

  #instance(path: string): Promise<PagefindInstance> {
    let opened = this.#opened.get(path);
    if (!opened) this.#opened.set(path, (opened = this.#openNew(path)));
    return opened;
  }

  async #openNew(path: string): Promise<PagefindInstance> {
    let turns = firstAlone.get(this.#module);
    if (!turns) firstAlone.set(this.#module, (turns = new FirstAlone()));
    const instance = await turns.run(() => this.#begin());
    const ranking = this.#ranking && { ranking: this.#ranking };
    await instance.mergeIndex(path, { language: LANGUAGE, ...ranking });
    // Loads the piece of the index that holds the guard: without it, terms a bundle lacks would be dropped from the query.
    await instance.preload(GUARD);
    return instance;
  }

  async #begin(): Promise<PagefindInstance> {
    const instance = inLanguage(LANGUAGE, () => this.#module.createInstance({ basePath: this.#address }));
    await instance.init();
    // The engine's own bundle is empty. It answers as soon as the WebAssembly is there.
    await instance.filters();
    return instance;
  }
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
