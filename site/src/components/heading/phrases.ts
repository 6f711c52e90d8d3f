/**
 * Cuts a title into pieces a line may end after, so that a large heading is never broken inside a word.
 * `word-break: auto-phrase` would do it, but browsers have it for Japanese only; a segmenter in the browser would need a script.
 * Only headings are cut: `<wbr>` in lists would hide titles from a plain text search of the tree, and small lines need it less.
 */
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Single characters that belong to the word before them: endings of places, bodies, counted things, and particles. */
const ENDINGS = new Set(
  '市县区镇乡村省局委办厅院室部会处科站所队组的地得了着过等年月日号时批项个次届期季度级类种性化者员人前后中内外上下间',
);

/**
 * @param title plain text
 * @returns the title's pieces in order; joined they give the title back. Around punctuation nothing is cut: there the
 *   browser's own rules for Chinese line breaking hold (no line begins with a comma or a closing bracket).
 */
export function phrases(title: string): string[] {
  const pieces: string[] = [];
  let open = true; // whether the last piece takes the next word whatever it is
  for (const { segment, isWordLike } of segmenter.segment(title)) {
    const last = pieces.at(-1);
    if (last === undefined || open || !isWordLike || belongsTo(last, segment)) pieces.push((pieces.pop() ?? '') + segment);
    else pieces.push(segment);
    open = !isWordLike;
  }
  return joinLastSingle(pieces);
}

/** A number keeps what it counts (26|万); an ending joins the word before it; of two lone characters the dictionary did not know, the second joins the first (印|发). */
function belongsTo(last: string, segment: string): boolean {
  const lone = [...segment].length === 1;
  return lone && (/\d$/u.test(last) || ENDINGS.has(segment) || [...last].length === 1);
}

/** A title must not end in a line of one character. */
function joinLastSingle(pieces: string[]): string[] {
  const last = pieces.at(-1);
  if (pieces.length < 2 || last === undefined || [...last].length > 1) return pieces;
  return [...pieces.slice(0, -2), pieces.at(-2) + last];
}
