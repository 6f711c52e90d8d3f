import { GUARD } from '../../search/bigrams.ts';
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

export interface BundleAnswer {
  bundle: PointedBundle;
  results: PagefindResult[];
  /** How many of all its documents the terms are in, whatever the filters. */
  found: number;
  /** How many results have each value of each filter; empty until `countFilters`. */
  counts: Record<string, Record<string, number>>;
}

/**
 * Pagefind with the bundles of one or more pointers. Everything runs in its worker. Bundles are merged to the engine, so that its code
 * and WebAssembly are loaded once, and never side by side: opening several at the same moment crashes it. How results are weighed is
 * set when a bundle is opened and cannot be changed: each ranking has an engine of its own, in the same worker.
 */
export class Engine {
  readonly #address: string;
  readonly #pagefind: PagefindInstance;
  readonly #ranking: Ranking | null;
  readonly #opened = new Set<string>();

  private constructor(address: string, pagefind: PagefindInstance, ranking: Ranking | null) {
    this.#address = address;
    this.#pagefind = pagefind;
    this.#ranking = ranking;
  }

  static async load(address: string, ranking: Ranking | null = null): Promise<Engine> {
    const module: PagefindModule = await import(/* @vite-ignore */ `${address}pagefind.js`);
    const pagefind = inLanguage(LANGUAGE, () => module.createInstance({ basePath: address }));
    await pagefind.init();
    return new Engine(address, pagefind, ranking);
  }

  /** Whether everything it has opened is still of the present release: Pagefind asks all it has ever opened. */
  isOf(pointer: Pointer): boolean {
    const present = new Set(pointer.bundles.map(({ path }) => path));
    return pointer.engine === this.#address && [...this.#opened].every((path) => present.has(path));
  }

  async open(bundles: PointedBundle[]): Promise<void> {
    for (const bundle of bundles) await this.#open(bundle.path);
  }

  /** Asks these bundles, each by itself: scores of different bundles do not compare, and Pagefind's own merging sorts dates wrongly. */
  async ask(terms: string[], bundles: PointedBundle[], options: PagefindOptions): Promise<BundleAnswer[]> {
    await this.open(bundles);
    const answers: BundleAnswer[] = [];
    for (const bundle of bundles) {
      const filters = { ...options.filters, bundle: bundle.path };
      answers.push(answerOf(bundle, await this.#pagefind.search(terms.join(' '), { ...options, filters })));
    }
    return answers;
  }

  /** Loads what is needed to search for each of these terms, all at once. */
  async fetch(terms: string[]): Promise<void> {
    await this.#pagefind.preload(terms.join(' '));
  }

  /** From now on answers count their filters. */
  async countFilters(): Promise<void> {
    await this.#pagefind.filters();
  }

  close(): Promise<void> {
    return this.#pagefind.destroy();
  }

  async #open(path: string): Promise<void> {
    if (this.#opened.has(path)) return;
    this.#opened.add(path);
    const ranking = this.#ranking && { ranking: this.#ranking };
    await this.#pagefind.mergeIndex(path, { language: LANGUAGE, mergeFilter: { bundle: path }, ...ranking });
    // Loads the piece of each index that holds the guard: without it, terms a bundle lacks would be dropped from the query.
    await this.#pagefind.preload(GUARD);
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

/** Pagefind takes its language from the page at the moment an instance is made, and from nowhere else. */
function inLanguage<T>(language: string, make: () => T): T {
  const root = document.documentElement;
  const before = root.lang;
  root.lang = language;
  try {
    return make();
  } finally {
    root.lang = before;
  }
}
