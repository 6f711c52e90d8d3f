import { GUARD } from '../../search/bigrams.ts';
import type { PagefindInstance, PagefindModule, PagefindOptions, PagefindResult } from './pagefind-api.ts';
import type { PointedBundle, Pointer } from './pointer.ts';

/** Bundles were built in no language Pagefind cuts words of; asked in any other it would cut our pairs again. */
const LANGUAGE = 'unknown';

export interface BundleAnswer {
  bundle: PointedBundle;
  results: PagefindResult[];
  /** How many of all its documents the terms are in, whatever the filters. */
  found: number;
}

/**
 * Pagefind with the bundles of one or more pointers. Everything runs in its worker. Bundles are merged to the engine, so that its code
 * and WebAssembly are loaded once, and never side by side: opening several at the same moment crashes it.
 */
export class Engine {
  readonly #address: string;
  readonly #pagefind: PagefindInstance;
  readonly #opened = new Set<string>();

  private constructor(address: string, pagefind: PagefindInstance) {
    this.#address = address;
    this.#pagefind = pagefind;
  }

  static async load(address: string): Promise<Engine> {
    const module: PagefindModule = await import(/* @vite-ignore */ `${address}pagefind.js`);
    const pagefind = inLanguage(LANGUAGE, () => module.createInstance({ basePath: address }));
    await pagefind.init();
    return new Engine(address, pagefind);
  }

  /** Whether everything it has opened is still of the present release: Pagefind asks all it has ever opened. */
  isOf(pointer: Pointer): boolean {
    const present = new Set(pointer.bundles.map(({ path }) => path));
    return pointer.engine === this.#address && [...this.#opened].every((path) => present.has(path));
  }

  /** Asks these bundles, each by itself: scores of different bundles do not compare, and Pagefind's own merging sorts dates wrongly. */
  async ask(terms: string[], bundles: PointedBundle[], options: PagefindOptions): Promise<BundleAnswer[]> {
    for (const bundle of bundles) await this.#open(bundle.path);
    const answers: BundleAnswer[] = [];
    for (const bundle of bundles) {
      const filters = { ...options.filters, bundle: bundle.path };
      const { results, unfilteredResultCount } = await this.#pagefind.search(terms.join(' '), { ...options, filters });
      const leaveOut = new Set(bundle.leaveOut.map((fragment) => `${LANGUAGE}_${fragment}`));
      answers.push({ bundle, results: results.filter(({ id }) => !leaveOut.has(id)), found: unfilteredResultCount });
    }
    return answers;
  }

  close(): Promise<void> {
    return this.#pagefind.destroy();
  }

  async #open(path: string): Promise<void> {
    if (this.#opened.has(path)) return;
    this.#opened.add(path);
    await this.#pagefind.mergeIndex(path, { language: LANGUAGE, mergeFilter: { bundle: path } });
    // Loads the piece of each index that holds the guard: without it, terms a bundle lacks would be dropped from the query.
    await this.#pagefind.preload(GUARD);
  }
}

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

/** Bundles worth asking for a year. Undated ones are worth it only without one. */
export const bundlesFor = ({ bundles }: Pointer, year: string): PointedBundle[] =>
  bundles.filter(({ oldest, newest }) => !year || (oldest !== '' && oldest.slice(0, 4) <= year && year <= newest.slice(0, 4)));
