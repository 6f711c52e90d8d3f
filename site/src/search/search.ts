import { toQuery } from '../../search/bigrams.ts';
import type { Query } from '../../search/bigrams.ts';
import { asItIs, fold } from '../../search/characters.ts';
import type { Simplify } from '../../search/characters.ts';
import { documentNumberOf, wordsOfNumber } from '../../search/document-number.ts';
import type { DocumentNumber } from '../../search/document-number.ts';
import { askingOf, officialAmong, scopeOf } from './asking.ts';
import type { Asking, Scope } from './asking.ts';
import { DateMerge } from './by-date.ts';
import { CommonPairs } from './common-pairs.ts';
import { countsFor } from './counts.ts';
import type { Counts } from './counts.ts';
import type { BundleFiles } from './bundle-files.ts';
import { Engine } from './engine.ts';
import type { BundleAnswer } from './engine.ts';
import { hitsOf } from './hit.ts';
import type { Hit } from './hit.ts';
import { FIRST_LENGTH, isSentence, readAtFirst, TooShort } from './limits.ts';
import { addUp, pairsToAdd } from './nearest.ts';
import type { Commonness } from './nearest.ts';
import type { PagefindFilters, PagefindResult, Ranking } from './pagefind-api.ts';
import { fetchPointer, stepsOf, yearsOf } from './pointer.ts';
import type { PointedBundle, Pointer } from './pointer.ts';
import type { Question } from './question.ts';
import { exactFirst, numberedFirst, rank } from './ranking.ts';

/** So many results are enough: older periods are then searched on request only. */
const ENOUGH = 20;

/** A list of bundles so old, in milliseconds, is still worth beginning with: it is nearly always the present one. */
const RECENT_MS = 60_000;
/** How often a question is asked at most when releases come in between. */
const ATTEMPTS = 3;

/** All that was found. `first` reads as many documents as are to be shown. */
export interface Found {
  /** `all`: each has everything that was asked for; `nearest`: nothing has, these have most of it. */
  kind: 'all' | 'nearest';
  total: number;
  pieces: string[];
  scope: Scope;
  first(count: number): Promise<Hit[]>;
  /** How many there are for each choice of the form; null where that says nothing. */
  counts(): Promise<Counts | null>;
}

/** So many pairs of a sentence are nearly always enough to see that it is nowhere. */
const RAREST = 4;

const OFFICIAL_COLUMNS = ['zcwj', 'gfxwj'];
/**
 * Long documents answer most questions unless their length counts for little, and a pair of a question that happens to stand in a title
 * says little; for words Pagefind's own weights are better. Measured in `bench search`. Sentences and titles are asked with these too:
 * hardly anything holds all of one, so that its order matters little, and what then looks for the nearest has read its pairs already.
 */
const FOR_QUESTIONS: Ranking = {
  pageLength: 0.1,
  termSaturation: 2,
  metaWeights: { title: 0.3, name: 0, number: 0, code: 0, facts: 0, date: 0, validity: 0 },
};

/** Asks the bundles of the present release. */
export class Searcher {
  /** Years of the release asked last, newest first. */
  years: number[] = [];
  /** The list of bundles that came last, and when. */
  #seen: { pointer: Pointer; at: number } | null = null;
  #engine: Engine | null = null;
  #forQuestions: Engine | null = null;
  readonly #files: BundleFiles | null;
  readonly #commonPairs = new CommonPairs();

  /** @param files - how files of bundles are fetched; null: as Pagefind does */
  constructor(files: BundleFiles | null = null) {
    this.#files = files;
  }

  /** Opens what a search for this will begin with, while somebody is still typing. */
  async prepare(typed: string): Promise<void> {
    const pointer = await this.#present();
    const steps = stepsOf(pointer.bundles);
    this.#files?.readAhead(pointer.engine, isSentence(typed) ? steps.flat() : (steps[0] ?? []));
    if (!isSentence(typed)) return (await this.#open(pointer)).open(steps[0] ?? []);
    const engine = await this.#openForQuestions(pointer);
    await Promise.all([engine.open(steps.flat()), this.#commonPairs.of(officialAmong(steps))]);
  }

  /**
   * Looks the question up and reads its first pages, with the list of bundles seen a moment ago if there is one. The present list comes
   * while these are read: if it is another one, something was released meanwhile, and the question is asked again.
   */
  async find(question: Question): Promise<Found> {
    let pointer = this.#recent() ?? (await this.#present());
    for (let attempt = 1; ; attempt += 1) {
      const failed = this.#files?.failures ?? 0;
      try {
        const found = await this.#findIn(pointer, question);
        const [present] = await Promise.all([this.#present(), found.first(readAtFirst(question))]);
        const isWhole = (this.#files?.failures ?? 0) === failed;
        if (isWhole ? attempt === ATTEMPTS || isSame(pointer, present) : attempt === ATTEMPTS && found.total > 0) return found;
        // What did not come is not there: that nothing was found would be no answer.
        if (!isWhole) throw new Error('Files of the search did not come');
        pointer = present;
      } catch (error) {
        if (error instanceof TooShort || attempt === ATTEMPTS) throw error;
        await this.#forget();
        pointer = await this.#present();
      }
    }
  }

  #recent(): Pointer | null {
    return this.#seen && performance.now() - this.#seen.at < RECENT_MS ? this.#seen.pointer : null;
  }

  async #present(): Promise<Pointer> {
    const pointer = await fetchPointer();
    this.#seen = { pointer, at: performance.now() };
    return pointer;
  }

  async #findIn(pointer: Pointer, question: Question): Promise<Found> {
    this.years = yearsOf(pointer);
    const asking = askingOf(pointer, question);
    let found = await this.#ask(asking, asItIs);
    if (found.total === 0 && /\p{Script=Han}/u.test(question.q)) {
      const tables = this.#commonPairs.of(officialAmong(asking.steps));
      // It is waited for below; where a second question finds something, nobody does.
      tables.catch(() => undefined);
      // Nothing holds a traditional character: the index is simplified. The table is loaded only now that it may matter.
      const { simplify } = await readTraditional();
      if ([...question.q].some((character) => simplify(character) !== character)) found = await this.#ask(asking, simplify);
      if (found.total === 0) found = (await this.#askNearest(asking, simplify, await tables)) ?? found;
    }
    return found;
  }

  /** Everything that was typed, all required. */
  async #ask(asking: Asking, simplify: Simplify): Promise<Found> {
    const { pointer, question, filters } = asking;
    const query = toQuery(question.q, simplify);
    if (query.terms.length === 0) throw new TooShort();
    const whole = isSentence(question.q, simplify);
    this.#files?.readAhead(pointer.engine, whole ? asking.steps.flat() : (asking.steps[0] ?? []));
    const engine = await (whole ? this.#openForQuestions(pointer) : this.#open(pointer));
    const byDate = question.order === 'date';
    const answers: BundleAnswer[] = [];
    const left = whole ? [asking.steps.flat()] : [...asking.steps];
    const lacking = whole && (await this.#isLacking(engine, query, asking, simplify));
    for (let step = left.shift(); step; step = left.shift()) {
      answers.push(...(lacking ? step.map(nothingOf) : await engine.ask(query.terms, step, { filters })));
      // By date everything is asked: the newest of what is left might come before what was found.
      if (!question.older && !byDate && totalOf(answers) >= ENOUGH) break;
    }
    const asked = answers.map(({ bundle }) => bundle);
    const found = {
      kind: 'all' as const,
      total: totalOf(answers),
      pieces: query.pieces,
      scope: scopeOf(pointer, asked, left.flat()),
      counts: () => countsFor(engine, query.terms, asked, filters),
    };
    if (byDate) {
      const merge = mergedByDate(answers);
      return { ...found, first: async (count) => hitsOf(await merge.first(count)) };
    }
    // What is official comes first among equals; a single result has no equals.
    const matters = found.total > 1;
    const ranked = rank(await Promise.all(answers.map((answer) => rankedOf(engine, query, answer, matters))), query.chain);
    const number = matters ? documentNumberOf(question.q, simplify) : null;
    if (number) {
      const ordered = await this.#numbered(engine, number, asked, filters, ranked);
      return { ...found, first: (count) => hitsOf(ordered.slice(0, count)) };
    }
    const head = once(async () => exactFirst(await hitsOf(ranked.slice(0, FIRST_LENGTH)), fold(question.q.trim(), simplify)));
    return { ...found, first: async (count) => [...(await head()), ...(await hitsOf(ranked.slice(FIRST_LENGTH, count)))].slice(0, count) };
  }

  /**
   * Whether not even the rarest pairs of a sentence are together anywhere: then its common ones, whose pieces of the index are the
   * large ones, need not be read. The rare ones are those the nearest are looked for with.
   */
  async #isLacking(engine: Engine, query: Query, asking: Asking, simplify: Simplify): Promise<boolean> {
    const nearest = officialAmong(asking.steps);
    const all = asking.steps.flat();
    // Read meanwhile: most sentences need it next. What does not come is asked for again below, or by the search itself.
    readTraditional().catch(() => undefined);
    engine.open(all).catch(() => undefined);
    const common = await this.#commonPairs.of(nearest);
    const rare = pairsToAdd(asking.question.q, common, simplify)?.terms ?? [];
    const isNowhere = async (terms: string[]) => totalOf(await engine.ask(terms, all, { filters: asking.filters })) === 0;
    const terms = rare.filter((term) => query.terms.includes(term));
    if (terms.length === 0) return false;
    const asked = isNowhere(terms.slice(0, RAREST));
    // Nobody waits for it here: it is what most sentences need next.
    engine.preload(rare, nearest).catch(() => undefined);
    return (await asked) || isNowhere(terms);
  }

  /** Documents that have the number itself come before those that speak of it. */
  async #numbered(engine: Engine, number: DocumentNumber, bundles: PointedBundle[], filters: PagefindFilters, ranked: PagefindResult[]) {
    const { terms } = toQuery(`${number.series} ${wordsOfNumber(number)[0]}`);
    const answers = await engine.ask(terms, bundles, { filters });
    return numberedFirst(number, answers.flatMap(({ results }) => newestFirst(results)), ranked);
  }

  /** A whole question: its pairs one by one, over official documents and whatever is newest. Null: too short to be a question. */
  async #askNearest(asking: Asking, simplify: Simplify, common: Commonness): Promise<Found | null> {
    const { pointer, question, filters, steps } = asking;
    const bundles = officialAmong(steps);
    const asked = pairsToAdd(question.q, common, simplify);
    if (!asked) return null;
    const engine = await this.#openForQuestions(pointer);
    const answers = await engine.askEach(asked.terms, bundles, { filters });
    const nearest = addUp(
      answers.map((ofPair) => ofPair.map(({ bundle, results, found }) => ({ results, found, documents: heldBy(bundle) }))),
    );
    const left = steps.flat().filter((bundle) => !bundles.includes(bundle));
    return {
      kind: 'nearest',
      total: nearest.length,
      pieces: asked.pieces,
      scope: scopeOf(pointer, bundles, left),
      counts: () => Promise.resolve(null),
      first: (count) => hitsOf(nearest.slice(0, count)),
    };
  }

  async #open(pointer: Pointer): Promise<Engine> {
    if (this.#engine && !this.#engine.isOf(pointer)) await this.#forget();
    return (this.#engine ??= await Engine.load(pointer.engine, { ranking: null, files: this.#files }));
  }

  async #openForQuestions(pointer: Pointer): Promise<Engine> {
    if (this.#forQuestions && !this.#forQuestions.isOf(pointer)) await this.#forget();
    return (this.#forQuestions ??= await Engine.load(pointer.engine, { ranking: FOR_QUESTIONS, files: this.#files }));
  }

  async #forget(): Promise<void> {
    const engines = [this.#engine, this.#forQuestions];
    this.#engine = this.#forQuestions = null;
    for (const engine of engines) await engine?.close();
  }
}

const readTraditional = () => import('../../search/traditional.ts');

/** The same promise each time. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  return () => (begun ??= work());
}

const nothingOf = (bundle: PointedBundle): BundleAnswer => ({ bundle, results: [], found: 0, counts: {} });

const totalOf = (answers: BundleAnswer[]): number => answers.reduce((sum, { results }) => sum + results.length, 0);

const heldBy = ({ documents, leaveOut }: PointedBundle): number => documents + leaveOut.length;

/** Of one bundle, whose fragments are numbered by date. */
const newestFirst = (results: PagefindResult[]): PagefindResult[] => [...results].sort((one, other) => (one.id > other.id ? -1 : 1));

const mergedByDate = (answers: BundleAnswer[]): DateMerge<PagefindResult> =>
  new DateMerge(
    answers.map(({ results }) => ({
      results: newestFirst(results),
      dateOf: async (result: PagefindResult) => (await result.data()).meta.date ?? '',
    })),
  );

/** Which results are official: a bundle of one sort says it by itself, a mixed one is asked. */
async function rankedOf(engine: Engine, query: Query, { bundle, results, found }: BundleAnswer, matters: boolean) {
  const official = matters && results.length > 0 && bundle.official === 'some' ? await officialOf(engine, query, bundle) : null;
  const isOfficial = (result: PagefindResult): boolean => official?.has(result.id) ?? bundle.official === 'all';
  return { results, found, documents: heldBy(bundle), official: isOfficial };
}

async function officialOf(engine: Engine, query: Query, bundle: PointedBundle): Promise<Set<string>> {
  const official = new Set<string>();
  for (const column of OFFICIAL_COLUMNS) {
    const [answer] = await engine.ask(query.terms, [bundle], { filters: { column } });
    for (const { id } of answer?.results ?? []) official.add(id);
  }
  return official;
}

/** Whether nothing was released between two lists. Pagefind passes over files it cannot get: what it found by a list that is past may be less. */
const isSame = (one: Pointer, other: Pointer): boolean => JSON.stringify(one) === JSON.stringify(other);
