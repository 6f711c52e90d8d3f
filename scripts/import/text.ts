/**
 * Normalisation of dirty text: what a cell means, without how some older system stored it. Letters, figures and punctuation are
 * never changed; only blanks, line ends and characters nobody can see.
 */

/** Zero-width characters, byte-order marks, soft hyphens and control characters; tab and line ends stay for the next step. */
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200D\u2060\uFEFF]/g;

const BLANKS = /[\s\u3000\u00A0]+/g;

export const visible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(INVISIBLE, '');

/** One line: every run of blanks, full-width ones and line ends included, becomes one blank. */
export const oneLine = (text: string): string => visible(text).replace(BLANKS, ' ').trim();

/** Digits, letters and signs typed in full width, as `２０２４－０１－１５`. For dates and numbers only, never for titles. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** Shorter pieces between full-width blanks are letters set apart (`姓　　名`), not paragraphs. */
const SHORTEST_PARAGRAPH = 4;

/**
 * Paragraphs of a plain text. A line end parts them; so do two or more full-width blanks, with which Chinese texts indent a
 * paragraph and which are all that is left of it where line ends were lost.
 */
export const paragraphs = (text: string): string[] =>
  visible(text)
    .split('\n')
    .flatMap((line) =>
      joinShort(line.split(/[\u3000\u00A0 ]*\u3000[\u3000\u00A0 ]*\u3000[\u3000\u00A0 ]*|[\u3000\u00A0]{2,}/).map(oneLine)),
    )
    .filter((paragraph) => paragraph !== '');

const joinShort = (pieces: string[]): string[] => {
  const joined: string[] = [];
  for (const piece of pieces.filter((one) => one !== '')) {
    const before = joined.at(-1);
    if (before !== undefined && (piece.length < SHORTEST_PARAGRAPH || before.length < SHORTEST_PARAGRAPH))
      joined[joined.length - 1] = `${before} ${piece}`;
    else joined.push(piece);
  }
  return joined;
};

export const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
