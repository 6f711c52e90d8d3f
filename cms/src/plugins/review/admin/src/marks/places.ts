import type { Mark } from '../requests/answers';

/** Where a passage lies in a text. */
export interface Place {
  from: number;
  to: number;
}

/** A text with where its blocks begin: what marks are placed by. */
export interface PlacedText {
  text: string;
  /** Offset of each block's first character, in the order of the document. */
  starts: number[];
}

const BLANK = /\s/;

/** The quote wherever it stands, blanks left out of account: an editor folds them differently than a page. */
const placesOf = (text: string, quote: string): Place[] => {
  const offsets: number[] = [];
  let solid = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (BLANK.test(character)) continue;
    solid += character;
    offsets.push(at);
  }
  const wanted = quote.replace(/\s+/g, '');
  const places: Place[] = [];
  if (wanted === '') return places;
  for (let at = solid.indexOf(wanted); at >= 0; at = solid.indexOf(wanted, at + 1)) {
    places.push({ from: offsets[at] as number, to: (offsets[at + wanted.length - 1] as number) + 1 });
  }
  return places;
};

/**
 * Finds a marked passage: where it was, if the words are still there, else the nearest place where they are. This is also what an
 * editor asks (marks `{ quote, remark }` alone, `block` and offsets 0): the first place of the words.
 * @returns null when the words are gone: whoever marked them has been answered
 */
export const placeOf = ({ text, starts }: PlacedText, mark: Pick<Mark, 'quote'> & Partial<Mark>): Place | null => {
  const begin = starts[mark.block ?? 0] ?? 0;
  const expected = begin + (mark.from ?? 0);
  const places = placesOf(text, mark.quote);
  const nearest = [...places].sort((one, other) => Math.abs(one.from - expected) - Math.abs(other.from - expected));
  return nearest[0] ?? null;
};

/** The block a place begins in. */
const blockAt = (starts: number[], offset: number): number => {
  let block = 0;
  for (const [index, start] of starts.entries()) if (start <= offset) block = index;
  return block;
};

/** A selection as a mark without its remark; null when nothing but blanks is selected. */
export const markOfPlace = ({ text, starts }: PlacedText, { from, to }: Place): Omit<Mark, 'remark'> | null => {
  let [begin, end] = [from, to];
  while (begin < end && BLANK.test(text[begin] ?? '')) begin += 1;
  while (end > begin && BLANK.test(text[end - 1] ?? '')) end -= 1;
  if (begin === end) return null;
  const block = blockAt(starts, begin);
  const start = starts[block] ?? 0;
  return { block, from: begin - start, to: end - start, quote: text.slice(begin, end) };
};

const SENTENCE = /[^。；！？\n]+[。；！？]*/g;

/** Sentences of a block, for choosing a passage by keyboard; the first place is the whole block. */
export const choicesIn = ({ text, starts }: PlacedText, block: number): Place[] => {
  const from = starts[block] ?? 0;
  const to = starts.find((start) => start > from) ?? text.length;
  const sentences = [...text.slice(from, to).matchAll(SENTENCE)].map(({ index, 0: sentence }) => ({ from: from + index, to: from + index + sentence.length }));
  const solid = sentences.filter((place) => text.slice(place.from, place.to).trim() !== '');
  return [{ from, to }, ...(solid.length > 1 ? solid : [])];
};
