/** A piece of text to be spoken at once, by its place in the whole. */
export interface Sentence {
  from: number;
  to: number;
}

/** Longer ones some voices break off in the middle (Chromium's network voices after 15 s: about 80 characters at the slowest speed). */
const LONGEST = 80;

const trimmed = (text: string, { from, to }: Sentence): Sentence => {
  const piece = text.slice(from, to);
  return { from: from + piece.length - piece.trimStart().length, to: to - piece.length + piece.trimEnd().length };
};

/** Cuts at commas and the like so that no piece is longer than `LONGEST`, unless it has none. */
function cut(text: string, { from, to }: Sentence): Sentence[] {
  const pieces: Sentence[] = [];
  let begin = from;
  for (const { 0: clause, index } of text.slice(from, to).matchAll(/[^，、：,]+[，、：,]?/g)) {
    const end = from + index + clause.length;
    const last = pieces.at(-1);
    if (last && end - last.from <= LONGEST) last.to = end;
    else pieces.push({ from: begin, to: end });
    begin = end;
  }
  return pieces;
}

/**
 * @param text a passage; a new line ends a sentence as a full stop does
 * @returns its sentences in order, without spaces at their ends; nothing for what has no letter or figure
 */
export function sentences(text: string): Sentence[] {
  return [...text.matchAll(/[^。！？；!?;\n]+[。！？；!?;]*[”’）》」』]*/g)]
    .map(({ 0: found, index }) => trimmed(text, { from: index, to: index + found.length }))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)))
    .flatMap((sentence) => (sentence.to - sentence.from > LONGEST ? cut(text, sentence) : [sentence]));
}
