import { toCleanText, toQuery } from '../../search/bigrams.ts';
import type { Query } from '../../search/bigrams.ts';
import { DateMerge } from './by-date.ts';
import { bundlesFor, Engine } from './engine.ts';
import type { BundleAnswer } from './engine.ts';
import type { PagefindFragment, PagefindResult } from './pagefind-api.ts';
import { fetchPointer, yearsOf } from './pointer.ts';
import type { PointedBundle, Pointer } from './pointer.ts';
import { filtersOf } from './question.ts';
import type { Question } from './question.ts';
import { rank } from './ranking.ts';

export const PAGE_LENGTH = 10;
/** Results of the first page that are read before anything is shown. */
const FIRST_LENGTH = 5;

/** How many results to read at first: half a page, or all the pages the address says were shown before. */
export const readAtFirst = ({ page }: Question): number => (page > 1 ? page * PAGE_LENGTH : FIRST_LENGTH);

/** A document found, as it is shown. */
export interface Hit {
  href: string;
  title: string;
  column: string;
  /** `yyyy-mm-dd`; empty without a date. */
  date: string;
  number: string;
  validity: string;
  text: string;
}

/** All that was found. `first` reads as many documents as are to be shown. */
export interface Found {
  total: number;
  pieces: string[];
  first(count: number): Promise<Hit[]>;
}

/** Too little to ask with: nothing, or one character by itself. */
export class TooShort extends Error {}

const OFFICIAL_COLUMNS = ['zcwj', 'gfxwj'];

/** Asks the bundles of the present release. */
export class Searcher {
  /** Years of the release asked last, newest first. */
  years: number[] = [];
  #engine: Engine | null = null;

  /** Looks the question up and reads its first pages. What a release took away in the middle is asked again, once, with the new list. */
  async find(question: Question): Promise<Found> {
    const pointer = await fetchPointer();
    try {
      const found = await this.#findIn(pointer, question);
      if (!vanished(pointer, await fetchPointer())) return found;
    } catch (error) {
      if (error instanceof TooShort) throw error;
    }
    await this.#forget();
    return this.#findIn(await fetchPointer(), question);
  }

  async #findIn(pointer: Pointer, question: Question): Promise<Found> {
    this.years = yearsOf(pointer);
    const query = toQuery(question.q);
    if (query.terms.length === 0) throw new TooShort();
    const found = await this.#ask(pointer, question, query);
    await found.first(readAtFirst(question));
    if (found.total > 0 || !/\p{Script=Han}/u.test(question.q)) return found;
    // Nothing holds a traditional character: the index is simplified. The table is loaded only now that it may matter.
    const { simplify } = await import('../../search/traditional.ts');
    const simplified = toQuery(question.q, simplify);
    return simplified.terms.join() === query.terms.join() ? found : this.#ask(pointer, question, simplified);
  }

  async #ask(pointer: Pointer, question: Question, query: Query): Promise<Found> {
    const engine = await this.#open(pointer);
    const bundles = bundlesFor(pointer, question.year);
    const filters = filtersOf(question);
    const byDate = question.order === 'date';
    const answers = await engine.ask(query.terms, bundles, { filters, ...(byDate && { sort: { date: 'desc' as const } }) });
    const total = answers.reduce((sum, { results }) => sum + results.length, 0);
    if (byDate) {
      const merge = new DateMerge(
        answers.map(({ results }) => ({
          results,
          dateOf: async (result: PagefindResult) => (await result.data()).meta.date ?? '',
        })),
      );
      return { total, pieces: query.pieces, first: async (count) => hitsOf(await merge.first(count)) };
    }
    // What is official comes first among equals; a single result has no equals.
    const ranked = rank(await Promise.all(answers.map((answer) => this.#ranked(engine, query, answer, total > 1))), query.chain);
    return { total, pieces: query.pieces, first: (count) => hitsOf(ranked.slice(0, count)) };
  }

  /** Which results are official: a bundle of one sort says it by itself, a mixed one is asked. */
  async #ranked(engine: Engine, query: Query, { bundle, results, found }: BundleAnswer, matters: boolean) {
    const official = matters && results.length > 0 && bundle.official === 'some' ? await officialOf(engine, query, bundle) : null;
    const isOfficial = (result: PagefindResult): boolean => official?.has(result.id) ?? bundle.official === 'all';
    return { results, found, documents: bundle.documents + bundle.leaveOut.length, official: isOfficial };
  }

  async #open(pointer: Pointer): Promise<Engine> {
    if (this.#engine && !this.#engine.isOf(pointer)) await this.#forget();
    if (!this.#engine) {
      this.#engine = await Engine.load(pointer.engine);
    }
    return this.#engine;
  }

  async #forget(): Promise<void> {
    const engine = this.#engine;
    this.#engine = null;
    await engine?.close();
  }
}

async function officialOf(engine: Engine, query: Query, bundle: PointedBundle): Promise<Set<string>> {
  const official = new Set<string>();
  for (const column of OFFICIAL_COLUMNS) {
    const [answer] = await engine.ask(query.terms, [bundle], { filters: { column } });
    for (const { id } of answer?.results ?? []) official.add(id);
  }
  return official;
}

/** Whether a bundle that was asked is no longer there: Pagefind passes over files it cannot get. */
function vanished(before: Pointer, after: Pointer): boolean {
  const present = new Set(after.bundles.map(({ path }) => path));
  return before.bundles.some(({ path }) => !present.has(path));
}

const hitsOf = (results: PagefindResult[]): Promise<Hit[]> =>
  Promise.all(results.map(async (result) => hitOf(await result.data())));

function hitOf({ url, raw_url: href = url, meta, content }: PagefindFragment): Hit {
  const date = meta.date ?? '';
  return {
    href,
    title: meta.name ?? toCleanText(meta.title ?? ''),
    column: href.split('/')[1] ?? '',
    date: date ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}` : '',
    number: toCleanText(meta.number ?? ''),
    validity: meta.validity ?? '',
    text: toCleanText(content),
  };
}
