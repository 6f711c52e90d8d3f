import type { Folded } from '../text/characters';
import { fold } from '../text/characters';

/** A run of figures without anything between them. `to` is exclusive; both count in the folded text. */
export interface Group {
  from: number;
  to: number;
  figures: string;
}

/** Groups parted only by blanks, dashes or dots, as people write numbers so that they can be read, or so that a filter misses them. */
export interface Chain {
  groups: Group[];
  /** `gaps[i]` stands between group i and group i + 1. */
  gaps: string[];
}

export interface Figures {
  folded: Folded;
  chains: Chain[];
}

/** Number words are figures where eleven or more follow each other (一三八零零一三八零零零). */
const NUMBER_WORDS = /[〇零○一二三四五六七八九]{11,}/g;
const WORD_VALUES: Record<string, string> = { '〇': '0', 零: '0', '○': '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

const withoutNumberWords = (text: string): string => text.replace(NUMBER_WORDS, (run) => [...run].map((word) => WORD_VALUES[word] ?? word).join(''));

const GROUP = /[0-9]+/g;
/** At most three characters, so that columns set far apart are not read together. */
const GAP = /^[\s\p{Pd}−.·・•_]{1,3}$/u;

/** Reads the numbers of a text, in linear time. */
export const readFigures = (original: string): Figures => {
  const folded = fold(original);
  folded.text = withoutNumberWords(folded.text);
  const chains: Chain[] = [];
  let chain: Chain | undefined;
  for (const found of folded.text.matchAll(GROUP)) {
    const group = { from: found.index, to: found.index + found[0].length, figures: found[0] };
    const last = chain?.groups.at(-1);
    const gap = last ? folded.text.slice(last.to, group.from) : '';
    if (chain && GAP.test(gap)) {
      chain.groups.push(group);
      chain.gaps.push(gap);
    } else {
      chain = { groups: [group], gaps: [] };
      chains.push(chain);
    }
  }
  return { folded, chains };
};

/** Consecutive groups of a chain that together have so many figures. */
export interface Window {
  chain: Chain;
  first: number;
  last: number;
  figures: string;
  from: number;
  to: number;
}

/** Every window of exactly `length` figures that begins and ends where a group does. */
export const windowsOf = function* (chain: Chain, length: number): Generator<Window> {
  for (let first = 0; first < chain.groups.length; first += 1) {
    let figures = '';
    for (let last = first; last < chain.groups.length && figures.length < length; last += 1) {
      figures += chain.groups[last]?.figures ?? '';
      if (figures.length === length) yield { chain, first, last, figures, from: chain.groups[first]?.from ?? 0, to: chain.groups[last]?.to ?? 0 };
    }
  }
};

/** How many figures each group of the window has, such as `3-4-4`. */
export const shapeOf = ({ chain, first, last }: Window): string =>
  chain.groups.slice(first, last + 1).map((group) => group.figures.length).join('-');

const squeezed = (gap: string): string => gap.replace(/\s+/g, ' ');

/** Whether the same mark stands in every gap of the window. */
export const isEven = ({ chain, first, last }: Window): boolean => new Set(chain.gaps.slice(first, last).map(squeezed)).size <= 1;

/** Whether the row of figures goes on with the same mark before or behind the window: then it may be a table's line. */
export const goesOn = ({ chain, first, last }: Window): boolean => {
  const mark = first < last ? squeezed(chain.gaps[first] ?? '') : null;
  const same = (gap: string | undefined) => gap !== undefined && (mark === null || squeezed(gap) === mark);
  return same(chain.gaps[first - 1]) || same(chain.gaps[last]);
};

const BEFORE = 16;

/** What stands in front of a match, at most sixteen characters and not beyond the end of a sentence. */
export const leadOf = (text: string, from: number): string => {
  const lead = text.slice(Math.max(0, from - BEFORE), from);
  return lead.slice(lead.search(/[^。；！？\n]*$/));
};

/** Groups of a chain that a number was already read from: one figure belongs to one number. */
export const takenIn = (chain: Chain) => {
  const taken = new Uint8Array(chain.groups.length);
  return {
    isFree: ({ first, last }: Window): boolean => taken.subarray(first, last + 1).every((one) => one === 0),
    take: ({ first, last }: Window): void => void taken.fill(1, first, last + 1),
  };
};
