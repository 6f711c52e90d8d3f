/** What we use of a bundle's `pagefind.js`; it is loaded by its address at run time and never bundled. */
export interface PagefindModule {
  createInstance(options: { basePath: string }): PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  destroy(): Promise<void>;
  mergeIndex(path: string, options: { language: string; mergeFilter: Record<string, string> }): Promise<void>;
  preload(term: string): Promise<void>;
  search(term: string, options: PagefindOptions): Promise<{ results: PagefindResult[]; unfilteredResultCount: number }>;
}

export interface PagefindOptions {
  filters: Record<string, string>;
  sort?: { date: 'desc' };
}

export interface PagefindResult {
  /** Name of the fragment, with the language in front. */
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
  meta: Partial<Record<'title' | 'name' | 'number' | 'date' | 'validity', string>>;
}
