/**
 * Text and query cut into overlapping pairs of Han characters, the same way on both sides. Pagefind itself cuts Chinese differently
 * when it indexes and when it is asked, and finds 3 % of citizens' questions; with pairs a substring is found wherever it stands.
 *
 * The text of the index is also the only copy of the text a bundle holds: `toCleanText` puts it together again for excerpts.
 *
 * | token | stands for | example |
 * |---|---|---|
 * | `x` and two Han characters | a pair; the next pair of the same run begins with its second character | 营商环境 → `x营商 x商环 x环境` |
 * | `x`, one Han character, `0` | a run of one | 第12条 → `x第0 xb12 x条0` |
 * | `x`, a letter for the length, the word | letters and digits | 2026 → `xd2026` |
 * | `⇧` or `⇡` before a word | all capitals, first letter a capital | GDP → `⇧ xcgdp` |
 * | `␣` | a blank | |
 * | anything else | itself: punctuation, which Pagefind leaves out of the index | |
 *
 * Why the `x`: Pagefind answers an unknown term by the longest indexed word it begins with, and drops it from the query when there is
 * none, so that 优化营商环境 would find every page with 环境 in a bundle that lacks 营商. No token here begins another one, and each bundle
 * holds one record that says just `x` (`GUARD`): an unknown term falls back to it, meets no page, and "all required" is true.
 */
import { asItIs, foldCharacter } from './characters.ts';
import type { CharacterClass, Simplify } from './characters.ts';

/** The word every unknown term falls back to. A bundle's record of this text is never a result. */
export const GUARD = 'x';

const BLANK = '␣';
const CAPITALS = '⇧';
const CAPITAL = '⇡';
const PAIR = /^x\p{Script=Han}{2}$/u;
const SINGLE = /^x(\p{Script=Han})0$/u;
const WORD = /^x[a-z](?!$)/u;
/** A word's length is one letter, so longer ones are cut. */
const WORD_LENGTH_MAX = 26;
/** 202612号, as people type 〔2026〕12号: a year with more digits after it is two numbers. */
const YEAR_AND_NUMBER = /^((?:19|20)\d{2})(\d{1,4})$/;

interface Run {
  kind: CharacterClass;
  characters: string[];
  /** As it was written. */
  original: string;
}

/** Cuts a text into runs of one class; a run of punctuation is one character. */
function* runsOf(text: string, simplify: Simplify): Generator<Run> {
  let run: Run | null = null;
  for (const character of text) {
    const { characters, classes } = foldCharacter(character, simplify);
    for (const [at, part] of characters.entries()) {
      const kind = classes[at] ?? 'other';
      if (run && run.kind === kind && kind !== 'other') {
        run.characters.push(part);
        run.original += character;
      } else {
        if (run) yield run;
        run = { kind, characters: [part], original: character };
      }
    }
  }
  if (run) yield run;
}

const pairsOf = (characters: string[]): string[] => characters.slice(1).map((second, at) => `x${characters[at]}${second}`);

function piecesOf(characters: string[]): string[] {
  const word = characters.join('');
  const [, year, number] = YEAR_AND_NUMBER.exec(word) ?? [];
  if (year && number) return [year, number];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += WORD_LENGTH_MAX)
    pieces.push(characters.slice(at, at + WORD_LENGTH_MAX).join(''));
  return pieces;
}

const wordToken = (word: string): string => `x${String.fromCharCode(96 + [...word].length)}${word}`;

function capitalsOf({ original, characters }: Run): string[] {
  const word = characters.join('');
  if (original === word || original.length !== word.length) return [];
  if (original === word.toUpperCase()) return [CAPITALS];
  return original === capitalised(word) ? [CAPITAL] : [];
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function tokensOf(run: Run): string[] {
  if (run.kind === 'han') return run.characters.length === 1 ? [`x${run.characters[0]}0`] : pairsOf(run.characters);
  if (run.kind === 'other') return run.characters;
  const pieces = piecesOf(run.characters).map(wordToken);
  return pieces.length === 1 ? [...capitalsOf(run), ...pieces] : pieces;
}

/** Blanks of every kind are one blank, characters nobody sees are dropped: the form in which `toCleanText` gives a text back. */
export function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}␣⇧⇡]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The text a bundle holds. */
export function toIndexText(text: string, simplify: Simplify = asItIs): string {
  const tokens: string[] = [];
  for (const run of runsOf(tidy(text), simplify)) {
    if (run.kind === 'other' && run.characters[0] === ' ') tokens.push(BLANK);
    else tokens.push(...tokensOf(run));
  }
  return tokens.join(' ');
}

/** The common Han characters, known by their number: a browser takes ten thousands of pairs apart for one list of results. */
const isCommonHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);

/** The two characters of a pair; null: it is none. */
function charactersOf(token: string): [string, string] | null {
  if (token.length === 3 && token.charCodeAt(0) === 0x78 && isCommonHan(token.charCodeAt(1)) && isCommonHan(token.charCodeAt(2))) {
    return [token.charAt(1), token.charAt(2)];
  }
  return PAIR.test(token) ? ([...token].slice(1) as [string, string]) : null;
}

/** The text back from `toIndexText`: folded, with its punctuation and blanks. */
export function toCleanText(indexText: string): string {
  let text = '';
  let open = '';
  let shift = '';
  for (const token of indexText.split(' ')) {
    const pair = charactersOf(token);
    if (pair) {
      const [first, second] = pair;
      text += open === first ? second : first + second;
      open = second;
      continue;
    }
    open = '';
    if (token === CAPITALS || token === CAPITAL) {
      shift = token;
      continue;
    }
    text += withoutMark(token, shift);
    shift = '';
  }
  return text;
}

function withoutMark(token: string, shift: string): string {
  if (token === BLANK) return ' ';
  const single = SINGLE.exec(token)?.[1];
  if (single) return single;
  if (!WORD.test(token)) return token;
  const word = token.slice(2);
  if (shift === CAPITALS) return word.toUpperCase();
  return shift === CAPITAL ? capitalised(word) : word;
}

/** From so many pairs on, every second one is asked for. */
const PAIRS_ALL = 4;

/**
 * Pairs to ask for: those of a long phrase side by side (优化 营商 环境), not overlapping, since each costs a reader some 10 kB in every
 * bundle. Every character is still asked for; the ranking puts the phrase in one piece first.
 */
const pairsToAsk = (pairs: string[]): string[] =>
  pairs.length <= PAIRS_ALL ? pairs : pairs.filter((_, at) => at % 2 === 0 || at === pairs.length - 1);

/** A query, ready to be asked. */
export interface Query {
  /** Index words, each once; all are required. Empty: nothing to ask with. */
  terms: string[];
  /** Folded pieces of what was typed, to be marked where they are found; longest first. */
  pieces: string[];
  /** Pairs asked for of the longest run: how many neighbours the whole phrase makes, at most two places apart. */
  chain: number;
}

/**
 * Cuts a query as the text was cut. One Han character by itself (第, 号, 类 between digits and letters) is not asked for: in the text it
 * may be half of a pair; a query of nothing else has no terms.
 */
export function toQuery(text: string, simplify: Simplify = asItIs): Query {
  const terms = new Set<string>();
  const pieces = new Set<string>();
  let chain = 0;
  for (const run of runsOf(tidy(text), simplify)) {
    if (run.kind === 'other') continue;
    if (run.kind === 'han' && run.characters.length === 1) continue;
    const all = tokensOf(run).filter((token) => token !== CAPITALS && token !== CAPITAL);
    const tokens = run.kind === 'han' ? pairsToAsk(all) : all;
    for (const token of tokens) terms.add(token);
    for (const piece of run.kind === 'han' ? [run.characters.join('')] : piecesOf(run.characters)) pieces.add(piece);
    if (run.kind === 'han') chain = Math.max(chain, tokens.length);
  }
  return { terms: [...terms], pieces: [...pieces].sort((a, b) => b.length - a.length), chain };
}
