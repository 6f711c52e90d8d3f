/** What we use of a bundle's `pagefind.js`; it is loaded by its address at run time and never bundled. */
export interface PagefindModule {
  createInstance(options: { basePath: string } & MergeOptions): PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  destroy(): Promise<void>;
  mergeIndex(path: string, options: MergeOptions): Promise<void>;
  preload(term: string): Promise<void>;
  /** Loads what counts by filter need; afterwards every search answers them. */
  filters(): Promise<unknown>;
  search(term: string, options: PagefindOptions): Promise<PagefindAnswer>;
}

export interface MergeOptions {
  language: string;
  ranking?: Ranking;
  /** Goes into the address of a bundle's list of contents; without one, that is asked for anew at every start. */
  metaCacheTag?: string;
}

/** How an index weighs what it finds; the same for all its life. */
export interface Ranking {
  pageLength: number;
  termSaturation: number;
  /** What a hit in each field of `meta` adds to the score of the text; without a word 1, and 5 for the title. */
  metaWeights?: Record<string, number>;
}

export type PagefindFilters = Record<string, string | { any: string[] }>;

export interface PagefindOptions {
  filters: PagefindFilters;
}

export interface PagefindAnswer {
  results: PagefindResult[];
  unfilteredResultCount: number;
  /** How many results have each value of each filter. */
  filters: Record<string, Record<string, number>>;
}

export interface PagefindResult {
  /** Name of the fragment, with the language in front: in order of dates within a bundle, and in no other bundle. */
  id: string;
  score: number;
  /** Places of the words found in the text, in order. */
  words: number[];
  data(): Promise<PagefindFragment>;
}

export interface PagefindFragment {
  raw_url?: string;
  url: string;
  content: string;
  meta: Partial<Record<'title' | 'name' | 'number' | 'date', string>>;
  filters?: Partial<Record<string, string[]>>;
}
