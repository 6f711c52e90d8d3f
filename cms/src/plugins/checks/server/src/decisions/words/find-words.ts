import { fold, isHan, originalSpan } from '../text/characters';
import type { Folded } from '../text/characters';
import type { Automaton } from './automaton';
import { buildAutomaton } from './automaton';
import { simplified } from './simplified';

export interface WordHit {
  word: number;
  /** In the original text. */
  from: number;
  to: number;
  /** Written with marks between its characters, so that a plain search misses it. */
  spaced: boolean;
}

/** A list ready to be looked for: one automaton, over folded words. */
export interface Finder {
  /** @param alsoSpaced whether words with marks between their characters are looked for, too */
  find(text: string, alsoSpaced: boolean): WordHit[];
}

const BETWEEN = /[\s\p{P}\p{S}_]/u;

/** The folded text without blanks and marks, and which of its characters had something in front. */
const squeezed = (folded: Folded): { folded: Folded; parted: boolean[] } => {
  let text = '';
  const at: number[] = [];
  const parted: boolean[] = [];
  let gap = false;
  for (let index = 0; index < folded.text.length; index += 1) {
    const unit = folded.text[index] as string;
    if (!isHan(unit) && BETWEEN.test(unit)) {
      gap = true;
      continue;
    }
    text += unit;
    at.push(folded.at[index] as number);
    parted.push(gap);
    gap = false;
  }
  at.push(folded.at.at(-1) ?? 0);
  return { folded: { text, at }, parted };
};

/** Marks in every gap: 「大 会 议 题」 is spaced out, 「大会 议题」 is two words that happen to meet. */
const isSpacedOut = (parted: boolean[], from: number, to: number): boolean => parted.slice(from + 1, to).every(Boolean);

/** Makes a finder. Words and text are folded alike: width, invisible characters, variants, case. */
export const finderOf = (words: string[]): Finder => {
  const forms = words.map((word) => fold(word, simplified).text.trim());
  const automaton: Automaton = buildAutomaton(forms);
  return {
    find: (original, alsoSpaced) => {
      const folded = fold(original, simplified);
      const hits: WordHit[] = automaton.find(folded.text).map(({ word, from, to }) => {
        const [start, end] = originalSpan(folded, from, to);
        return { word, from: start, to: end, spaced: false };
      });
      if (!alsoSpaced || words.length === 0) return hits;
      const { folded: tight, parted } = squeezed(folded);
      for (const { word, from, to } of automaton.find(tight.text)) {
        if (to - from < 2 || !isSpacedOut(parted, from, to)) continue;
        const [start, end] = originalSpan(tight, from, to);
        hits.push({ word, from: start, to: end, spaced: true });
      }
      return hits;
    },
  };
};

/** The longest of words that overlap: 「副市长」 and not also 「市长」. */
export const longestOnly = (hits: WordHit[]): WordHit[] =>
  [...hits]
    .sort((one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from)
    .reduce<WordHit[]>((kept, hit) => (kept.some((other) => hit.from < other.to && hit.to > other.from) ? kept : [...kept, hit]), [])
    .sort((one, other) => one.from - other.from);
