import type { PublicDocument } from '@gongkai/site/contract';
import { textOfHtml } from '@gongkai/site/search';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SERIES } from './numbered-documents.ts';

/** One query and the ids of the documents that answer it. */
export interface Asking {
  query: string;
  relevant: ReadonlySet<string>;
}

export interface QuestionSets {
  /** Parameters were chosen on these: those at even places of the file. */
  chosenOn: Asking[];
  /** And judged on these. */
  heldOut: Asking[];
}

/** Citizens' questions whose answer is in the corpus. */
export const citizensQuestions = (corpora: string, documents: PublicDocument[], idOf: (key: string) => string): QuestionSets => {
  const ids = new Set(documents.map(({ id }) => id));
  const rows = JSON.parse(readFileSync(join(corpora, 'questions.json'), 'utf8')) as { query: string; relevant: string[] }[];
  const askings = rows
    .map(({ query, relevant }) => ({ query, relevant: new Set(relevant.map(idOf).filter((id) => ids.has(id))) }))
    .filter(({ relevant }) => relevant.size > 0);
  return { chosenOn: askings.filter((_, place) => place % 2 === 0), heldOut: askings.filter((_, place) => place % 2 === 1) };
};

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const pick = <Item>(list: readonly Item[], random: () => number): Item => list[Math.floor(random() * list.length)] as Item;

const RARE = 5;
const SUBSTRING = { shortest: 4, longest: 8 };

/** Strings of 4 to 8 characters inside one run of Han characters, in at most five documents. */
export const rareSubstrings = (documents: PublicDocument[], count: number, seed: number): Asking[] => {
  const random = randomOf(seed);
  const texts = documents.map(({ id, title, body }) => ({ id, text: `${title} ${textOfHtml(body)}` }));
  const askings: Asking[] = [];
  while (askings.length < count) {
    const { text } = pick(texts, random);
    const runs = text.match(/\p{Script=Han}{4,}/gu) ?? [];
    if (runs.length === 0) continue;
    const run = [...pick(runs, random)];
    const length = SUBSTRING.shortest + Math.floor(random() * (Math.min(run.length, SUBSTRING.longest) - SUBSTRING.shortest + 1));
    const from = Math.floor(random() * (run.length - length + 1));
    const query = run.slice(from, from + length).join('');
    const relevant = new Set<string>();
    for (const each of texts) {
      if (each.text.includes(query)) relevant.add(each.id);
      if (relevant.size > RARE) break;
    }
    if (relevant.size <= RARE) askings.push({ query, relevant });
  }
  return askings;
};

/** Whole titles; of a title in several dated versions any answers. */
export const wholeTitles = (documents: PublicDocument[], count: number, seed: number): Asking[] => {
  const random = randomOf(seed + 1);
  const byTitle = new Map<string, Set<string>>();
  for (const { id, title } of documents) byTitle.set(title, (byTitle.get(title) ?? new Set()).add(id));
  const titles = [...byTitle];
  return Array.from({ length: count }, () => pick(titles, random)).map(([query, relevant]) => ({ query, relevant }));
};

/** Two to six characters of a title: what people type most. Only for speed. */
export const shortQueries = (documents: PublicDocument[], count: number, seed: number): string[] => {
  const random = randomOf(seed + 2);
  const queries: string[] = [];
  while (queries.length < count) {
    const run = [...pick(pick(documents, random).title.match(/\p{Script=Han}{4,}/gu) ?? [''], random)];
    const length = Math.min(run.length, 2 + Math.floor(random() * 5));
    if (length < 2) continue;
    const from = Math.floor(random() * (run.length - length + 1));
    queries.push(run.slice(from, from + length).join(''));
  }
  return queries;
};

const fullWidth = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** How people write one number; `{s}`, `{y}`, `{n}`. */
export const SPELLINGS: Record<string, (series: string, year: string, number: string) => string> = {
  '孝政发〔2026〕12号': (series, year, number) => `${series}〔${year}〕${number}号`,
  '孝政发[2026]12号': (series, year, number) => `${series}[${year}]${number}号`,
  '孝政发（2026）第12号': (series, year, number) => `${series}（${year}）第${number}号`,
  '孝政发【２０２６】１２号': (series, year, number) => `${series}【${fullWidth(year)}】${fullWidth(number)}号`,
  '孝政发2026 12号': (series, year, number) => `${series}${year} ${number}号`,
  '孝政发202612号': (series, year, number) => `${series}${year}${number}号`,
  '2026年12号': (_, year, number) => `${year}年${number}号`,
};

/** Numbers in one spelling; without the series any document of that year and number answers. */
export const numbersSpelt = (documents: PublicDocument[], spelling: string, count: number, seed: number): Asking[] => {
  const random = randomOf(seed + 3);
  const write = SPELLINGS[spelling] as (series: string, year: string, number: string) => string;
  const numbered = documents.filter(({ documentNumber }) => SERIES.some((series) => documentNumber.startsWith(`${series}〔`)));
  return Array.from({ length: count }, () => {
    const [, series = '', year = '', number = ''] = /^(.+)〔(\d+)〕(\d+)号$/.exec(pick(numbered, random).documentNumber) ?? [];
    const said = write(series, year, number);
    const relevant = numbered.filter(({ documentNumber }) => documentNumber.endsWith(`〔${year}〕${number}号`) && (!said.includes(series) || documentNumber.startsWith(`${series}〔`)));
    return { query: said, relevant: new Set(relevant.map(({ id }) => id)) };
  });
};

/** Simplified → traditional, character by character, after OpenCC. */
export const traditional = async (): Promise<(text: string) => string> => {
  const site = createRequire(createRequire(import.meta.url).resolve('@gongkai/site/search'));
  const { default: table } = (await import(site.resolve('opencc-js/dict/STCharacters'))) as { default: string };
  const forms = new Map(table.split('|').map((entry) => entry.split(' ') as [string, string]));
  return (text) => [...text].map((character) => forms.get(character) ?? character).join('');
};

