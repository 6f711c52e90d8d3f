import { toCleanText } from '../../search/bigrams.ts';
import type { PagefindFragment, PagefindResult } from './pagefind-api.ts';

/** A document found, as it is shown. */
export interface Hit {
  href: string;
  title: string;
  column: string;
  department: string;
  /** `yyyy-mm-dd`; empty without a date. */
  date: string;
  number: string;
  validity: string;
  text: string;
}

const read = new WeakMap<PagefindResult, Promise<Hit>>();

/** Reads the documents of these results, each once. */
export const hitsOf = (results: PagefindResult[]): Promise<Hit[]> => Promise.all(results.map(readOnce));

function readOnce(result: PagefindResult): Promise<Hit> {
  let hit = read.get(result);
  if (!hit) {
    read.set(result, (hit = result.data().then(hitOf)));
    // What did not come is asked for again.
    hit.catch(() => read.delete(result));
  }
  return hit;
}

function hitOf({ url, raw_url: href = url, meta, content, filters = {} }: PagefindFragment): Hit {
  const date = meta.date ?? '';
  return {
    href,
    title: meta.name ?? toCleanText(meta.title ?? ''),
    column: href.split('/')[1] ?? '',
    department: filters['department']?.[0] ?? '',
    date: date ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}` : '',
    number: toCleanText(meta.number ?? ''),
    validity: filters['validity']?.[0] ?? '',
    text: toCleanText(content),
  };
}
