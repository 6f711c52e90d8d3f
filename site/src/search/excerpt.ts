import { fold } from '../../search/characters.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

const EXCERPT_LENGTH = 110;
/** Characters shown before the first thing found. */
const LEAD = 24;

type Range = [from: number, to: number];

/** A text in pieces, with what was found marked. @param pieces - folded pieces of the query */
export function mark(text: string, pieces: string[]): Piece[] {
  const marked: Piece[] = [];
  let at = 0;
  for (const [from, to] of rangesOf(text, pieces)) {
    if (from > at) marked.push({ text: text.slice(at, from), marked: false });
    marked.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) marked.push({ text: text.slice(at), marked: false });
  return marked;
}

/** The part of a text that shows most of what was found, from its beginning where nothing is. */
export function excerptOf(text: string, pieces: string[]): Piece[] {
  const begin = bestPlace(rangesOf(text, pieces));
  const from = begin > EXCERPT_LENGTH / 2 ? startBefore(text, begin) : 0;
  const to = Math.min(text.length, from + EXCERPT_LENGTH);
  const excerpt = mark(text.slice(from, to).trim(), pieces);
  if (from > 0) excerpt.unshift({ text: '…', marked: false });
  if (to < text.length) excerpt.push({ text: '…', marked: false });
  return excerpt;
}

/** Where the passage begins that has most in it: a phrase in one piece counts more than its pairs here and there. */
function bestPlace(ranges: Range[]): number {
  const room = EXCERPT_LENGTH - LEAD;
  let best = { weight: 0, begin: 0 };
  let weight = 0;
  let first = 0;
  for (const [from, to] of ranges) {
    weight += (to - from) ** 2;
    for (let [begin, end] = ranges[first] ?? [from, to]; first < ranges.length && begin < to - room; [begin, end] = ranges[first] ?? [from, to]) {
      if (begin === from) break;
      weight -= (end - begin) ** 2;
      first += 1;
    }
    if (weight > best.weight) best = { weight, begin: ranges[first]?.[0] ?? from };
  }
  return best.begin;
}

/** The beginning of the sentence before a place, if it is near. */
function startBefore(text: string, place: number): number {
  const from = Math.max(0, place - LEAD);
  const sentence = text.slice(from, place).search(/[。；！？\s][^。；！？\s]*$/u);
  return sentence === -1 ? from : from + sentence + 1;
}

function rangesOf(text: string, pieces: string[]): Range[] {
  const folded = fold(text);
  // Folding may change the length (㎡ → m2); places would be wrong then, and nothing is marked rather than the wrong thing.
  if (folded.length !== text.length) return [];
  return joined(pieces.flatMap((piece) => placesOf(folded, piece)));
}

/** Places of a piece; where it does not stand as a whole, those of its pairs. */
function placesOf(text: string, piece: string): Range[] {
  const whole = occurrences(text, piece);
  if (whole.length > 0 || piece.length < 3 || isWord(piece)) return whole;
  return Array.from({ length: piece.length - 1 }, (_, at) => piece.slice(at, at + 2)).flatMap((pair) => occurrences(text, pair));
}

function occurrences(text: string, piece: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(piece); at !== -1 && piece !== ''; at = text.indexOf(piece, at + piece.length)) {
    // 12 is not to be marked in 2012.
    if (isWord(piece) && (isWord(text.charAt(at - 1)) || isWord(text.charAt(at + piece.length)))) continue;
    found.push([at, at + piece.length]);
  }
  return found;
}

const isWord = (text: string): boolean => /^[a-z0-9]+$/.test(text);

function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else result.push([...range]);
  }
  return result;
}
