/**
 * Whole questions. Hardly any document holds every pair of a sentence as people ask it: each pair is asked for by itself and the scores
 * are added up. Measured in `bench search`.
 */
import { fold } from '../../search/characters.ts';
import type { Simplify } from '../../search/characters.ts';
import { asItIs } from '../../search/characters.ts';
import { isQuestionWord } from '../../search/question-words.ts';
import type { PagefindResult } from './pagefind-api.ts';
import { rarity } from './ranking.ts';

/** Share of documents from which on a pair says nothing, per cent. */
const TOO_COMMON = 50;
const PAIRS_AT_MOST = 24;
/**
 * From so many pairs on no more are asked for once those before have as many results as this share of all documents, per cent: what is
 * left is common, is in the longest pieces of the index, and changes the order little.
 */
const PAIRS_ENOUGH = 8;
const SHARE_ENOUGH = 45;
/** With fewer pairs it is a word that is not there, not a question: to show what has half of it would be an answer to something else. */
const PAIRS_AT_LEAST = 4;
/** The same where it says by its words that it is one: 居住权是什么. */
const PAIRS_OF_A_QUESTION = 2;
/** More is never looked at. */
export const NEAREST_AT_MOST = 30;
/** A document has to have this share of what the best one has. */
const SHARE_OF_BEST = 0.35;

/** How common pairs are: the share of documents they reach, per cent; a pair that is not there is in fewer than 5. */
export type Commonness = ReadonlyMap<string, number>;

/** Tables of several bundles as one: each by how many documents it speaks for. */
export function commonnessOf(tables: { documents: number; pairs: Record<string, string> }[]): Commonness {
  const all = tables.reduce((sum, { documents }) => sum + documents, 0);
  const shares = new Map<string, number>();
  for (const { documents, pairs } of tables) {
    for (const [share, run] of Object.entries(pairs)) {
      for (let at = 0; at + 1 < run.length; at += 2) {
        const pair = run.slice(at, at + 2);
        shares.set(pair, (shares.get(pair) ?? 0) + (Number(share) * documents) / all);
      }
    }
  }
  return shares;
}

export interface AskedPairs {
  /** Terms of the index, the rarest first. */
  terms: string[];
  /** What of the question is to be marked: the pairs that are asked for, joined where they touch; longest first. */
  pieces: string[];
}

/** Which pairs of a question to ask for; null where it is too short to be one. */
export function pairsToAdd(text: string, common: Commonness, simplify: Simplify = asItIs): AskedPairs | null {
  const pairs: string[] = [];
  const words: string[] = [];
  const pieces: string[] = [];
  let isQuestion = false;
  for (const run of fold(text, simplify).match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    const characters = [...run];
    if (!/\p{Script=Han}/u.test(run)) {
      if (characters.length > 1) words.push(run);
      continue;
    }
    let piece = '';
    for (let at = 0; at + 1 < characters.length; at += 1) {
      const pair = `${characters[at]}${characters[at + 1]}`;
      const says = !isQuestionWord(pair);
      isQuestion ||= !says;
      const wanted = says && (common.get(pair) ?? 0) < TOO_COMMON;
      if (wanted) pairs.push(pair);
      if (wanted) piece = piece ? piece + characters[at + 1] : pair;
      if (!wanted || at + 2 === characters.length) {
        if (piece) pieces.push(piece);
        piece = '';
      }
    }
  }
  const rarest = [...new Set(pairs)].map((pair, at) => ({ pair, at, share: common.get(pair) ?? 0 }));
  if (rarest.length + words.length < (isQuestion ? PAIRS_OF_A_QUESTION : PAIRS_AT_LEAST)) return null;
  rarest.sort((a, b) => a.share - b.share || a.at - b.at);
  let sum = 0;
  const asked = rarest.slice(0, PAIRS_AT_MOST).filter(({ share }, place) => (sum += share) <= SHARE_ENOUGH || place < PAIRS_ENOUGH);
  return {
    terms: asked.map(({ pair }) => `x${pair}`),
    pieces: [...new Set(pieces)].sort((a, b) => b.length - a.length),
  };
}

/** What one bundle answered to one pair. */
export interface PairAnswer {
  results: PagefindResult[];
  documents: number;
  found: number;
}

/** Adds the answers to all pairs up, each by the rarity of its pair in the whole. @param answers - for each pair, one a bundle */
export function addUp(answers: PairAnswer[][]): PagefindResult[] {
  const sums = new Map<string, { result: PagefindResult; score: number; pairs: number }>();
  for (const bundles of answers) {
    const documents = bundles.reduce((total, bundle) => total + bundle.documents, 0);
    const found = bundles.reduce((total, bundle) => total + bundle.found, 0);
    for (const bundle of bundles) {
      const scale = rarity(documents, found) / rarity(bundle.documents, bundle.found);
      for (const result of bundle.results) {
        const sum = sums.get(result.id) ?? { result, score: 0, pairs: 0 };
        sum.score += result.score * scale;
        sum.pairs += 1;
        sums.set(result.id, sum);
      }
    }
  }
  const best = [...sums.values()].filter(({ pairs }) => pairs > 1).sort((a, b) => b.score - a.score);
  const least = (best[0]?.score ?? 0) * SHARE_OF_BEST;
  return best
    .filter(({ score }) => score >= least)
    .slice(0, NEAREST_AT_MOST)
    .map(({ result }) => result);
}
