/** A text made comparable, and for each of its characters where it stood before. */
export interface Folded {
  text: string;
  /** `at[i]`: start in the original of character i; one more entry, the original's length. */
  at: number[];
}

/** Characters that show nothing: zero-width marks, soft hyphens, direction marks, variation selectors (Unicode Default_Ignorable_Code_Point). */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u;
/** Control characters a reader sees as a blank. */
const BLANKS = new Set(['\t', '\n', '\r', '\v', '\f']);

/** ①㊀㈠ and the like stay as they are: folded they would run into the figures behind them. */
const ENCLOSED = /[\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]/;

/** Han characters and visible ASCII are most of every text and need no table: this makes folding ten times as fast. */
export const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';
const isPlain = (character: string): boolean => isHan(character) || (character >= ' ' && character <= '~');

const asciiOnly = /^[\x20-\x7e]*$/;

/**
 * Folds a text so that one word has one form: NFKC (full width, circled and compatibility forms), invisible characters gone. Each
 * character is folded by itself so that its place is known; in linear time.
 * @param each a last change of one folded character, for instance traditional to simplified
 */
export const fold = (original: string, each: (character: string) => string = (character) => character): Folded => {
  if (asciiOnly.test(original)) return { text: original, at: Array.from({ length: original.length + 1 }, (_, index) => index) };
  let text = '';
  const at: number[] = [];
  let position = 0;
  for (const character of original) {
    const width = character.length;
    if (isPlain(character)) {
      const same = each(character);
      text += same;
      for (let n = 0; n < same.length; n += 1) at.push(position);
    } else if (BLANKS.has(character)) {
      text += character;
      at.push(position);
    } else if (!INVISIBLE.test(character)) {
      const plain = ENCLOSED.test(character) ? character : character.normalize('NFKC');
      for (const unit of plain) {
        const folded = each(unit);
        text += folded;
        for (let n = 0; n < folded.length; n += 1) at.push(position);
      }
    }
    position += width;
  }
  at.push(original.length);
  return { text, at };
};

/** The part of the original that `[from, to)` of the folded text came from. */
export const originalSpan = (folded: Folded, from: number, to: number): [number, number] => {
  const last = folded.at[to - 1] ?? 0;
  let next = to;
  while (next < folded.at.length - 1 && folded.at[next] === last) next += 1;
  const end = folded.at[next] ?? last + 1;
  return [folded.at[from] ?? 0, end];
};
