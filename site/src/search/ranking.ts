import { toCleanText } from '../../search/bigrams.ts';
import { fold } from '../../search/characters.ts';
import { documentNumberOf, isNumber } from '../../search/document-number.ts';
import type { DocumentNumber } from '../../search/document-number.ts';
import type { PagefindResult } from './pagefind-api.ts';

export interface Scored {
  result: PagefindResult;
  score: number;
  official: boolean;
}

export interface RankedBundle {
  results: PagefindResult[];
  /** Documents of the bundle, and how many of them the terms are in. */
  documents: number;
  found: number;
  /** Which of the results are official documents. */
  official: (result: PagefindResult) => boolean;
}

/** Two scores this near are equal: what is left of the difference is chance of length. */
const EQUAL_WITHIN = 1.25;
/** What a whole phrase, its characters side by side, is worth over the same pairs scattered. */
const PHRASE_WEIGHT = 1;

/**
 * Results of all bundles, best first; official documents first among equals. Pagefind weighs a term by its rarity in the bundle, so the
 * same page scores near nothing in a hot bundle whose five documents all hold it: scores are brought to the rarity in the whole.
 *
 * @param chain - pairs of the longest phrase of the query
 */
export function rank(bundles: RankedBundle[], chain: number): PagefindResult[] {
  const documents = bundles.reduce((total, bundle) => total + bundle.documents, 0);
  const found = bundles.reduce((total, bundle) => total + bundle.found, 0);
  const scored = bundles.flatMap((bundle): Scored[] => {
    const scale = rarity(documents, found) / rarity(bundle.documents, bundle.found);
    return bundle.results.map((result) => ({
      result,
      official: bundle.official(result),
      score: result.score * scale * (1 + PHRASE_WEIGHT * phraseShare(result.words, chain)),
    }));
  });
  return scored.sort((a, b) => weigh(b) - weigh(a)).map(({ result }) => result);
}

const weigh = ({ score, official }: Scored): number => (official ? score * EQUAL_WITHIN : score);

/** The weight BM25 gives a term that is in `found` of `documents` documents. */
export const rarity = (documents: number, found: number): number =>
  Math.log((Math.max(documents, found) - found + 0.5) / (found + 0.5) + 1);

/** How much of the phrase stands together somewhere: 1, the whole of it; squared, since two neighbours of ten say little. */
export function phraseShare(words: number[], chain: number): number {
  if (chain < 2) return 0;
  let longest = words.length > 0 ? 1 : 0;
  let run = longest;
  for (let at = 1; at < words.length && longest < chain; at += 1) {
    // Of a long phrase every second pair is asked for, so neighbours may be two places apart.
    run = (words[at] ?? 0) - (words[at - 1] ?? 0) <= 2 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return (Math.min(longest, chain) / chain) ** 2;
}

/** More documents than this do not have one number, and reading them would take time. */
const READ_AT_MOST = 12;

/**
 * Puts the documents that have a number before the rest. 孝政办发〔2026〕12号 may speak of 孝政发: where the series was said, it is read in
 * the documents themselves.
 */
export async function numberedFirst(
  asked: DocumentNumber,
  numbered: PagefindResult[],
  ranked: PagefindResult[],
): Promise<PagefindResult[]> {
  const exact: PagefindResult[] = [];
  for (const [at, result] of numbered.entries()) {
    const had = asked.series && at < READ_AT_MOST ? documentNumberOf(toCleanText((await result.data()).meta.number ?? '')) : null;
    if (!asked.series || (had && isNumber(asked, had))) exact.push(result);
  }
  const first = new Set(exact.map(({ id }) => id));
  return [...exact, ...ranked.filter(({ id }) => !first.has(id))];
}

const LETTERS_ONLY = /[^\p{L}\p{N}]/gu;

/**
 * Among documents that are read anyway: the one with just this title first, then those with the words in their title as they were
 * typed, then those with them in their text. Pagefind knows pairs, not strings, and 规定（一） from 规定（二） hardly at all.
 *
 * @param asked - folded, as the index holds it
 */
export function exactFirst<H extends { title: string; text: string }>(hits: H[], asked: string): H[] {
  const words = asked.replace(LETTERS_ONLY, '');
  const nearness = ({ title, text }: H): number => {
    const own = fold(title).replace(LETTERS_ONLY, '');
    if (own === words) return 3;
    if (own.includes(words)) return 2;
    return fold(text).includes(asked) ? 1 : 0;
  };
  return hits
    .map((hit) => ({ hit, near: nearness(hit) }))
    .sort((a, b) => b.near - a.near)
    .map(({ hit }) => hit);
}
