/**
 * One text, one form: what the index holds and what a reader types must come out the same, whatever width, case or script it was
 * written in. Pagefind folds case and accents only (生活補助 and 生活补助, ２０２６ and 2026 would be strangers).
 */

/** Turns one Han character into its simplified form; the index uses `simplify` of `traditional.ts`, a browser loads it when needed. */
export type Simplify = (character: string) => string;

export const asItIs: Simplify = (character) => character;

const HAN = /^\p{Script=Han}$/u;
const WORD = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{M}$/u;

/** `han`: cut into pairs; `word`: letters and digits of any other script, kept whole; `other`: punctuation, kept out of the index. */
export type CharacterClass = 'han' | 'word' | 'other';

/** Class of one folded character. Han radicals and the like that are no letters are `other`: Pagefind drops them too. */
export function classOf(character: string): CharacterClass {
  if (!WORD.test(character)) return MARK.test(character) ? 'word' : 'other';
  return HAN.test(character) ? 'han' : 'word';
}

/** What a character of a text is in the index. */
export interface Folded {
  characters: string[];
  classes: CharacterClass[];
  /** All of them. */
  text: string;
}

const known = new WeakMap<Simplify, Map<string, Folded>>();

/**
 * The characters one character stands for in the index: full width → half width, ① → 1, upper → lower case, traditional →
 * simplified. Punctuation stays what it is, so that excerpts keep 「，」 and 〔〕. Remembered: a text of a million characters has a few
 * thousand different ones.
 */
export function foldCharacter(character: string, simplify: Simplify): Folded {
  let memory = known.get(simplify);
  if (!memory) known.set(simplify, (memory = new Map()));
  let folded = memory.get(character);
  if (!folded) memory.set(character, (folded = foldAnew(character, simplify)));
  return folded;
}

function foldAnew(character: string, simplify: Simplify): Folded {
  const parts = [...character.normalize('NFKC').toLowerCase().normalize('NFC')];
  const characters = parts.some((part) => classOf(part) !== 'other')
    ? parts.map((part) => (classOf(part) === 'han' ? simplify(part) : part))
    : [character];
  return { characters, classes: characters.map(classOf), text: characters.join('') };
}

/** Folds a text for comparing: full width → half width, case, traditional → simplified. Punctuation is left alone. */
export function fold(text: string, simplify: Simplify = asItIs): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character, simplify).text;
  return folded;
}
