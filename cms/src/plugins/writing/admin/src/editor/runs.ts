/** One piece of a line: its HTML, and the marks around it from the outside in. */
export interface Run {
  html: string;
  marks: readonly Mark[];
}

export interface Mark {
  /** Opening tag; two marks are the same if it is. */
  open: string;
  close: string;
}

export const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
export const escapeValue = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

/** A line as HTML: marks that go on from one piece to the next stay open. */
export const lineOf = (runs: readonly Run[]): string => {
  let html = '';
  let open: readonly Mark[] = [];
  const closeTo = (depth: number) => {
    for (const mark of [...open.slice(depth)].reverse()) html += mark.close;
    open = open.slice(0, depth);
  };
  for (const { html: piece, marks } of runs) {
    let common = 0;
    while (common < open.length && open[common]?.open === marks[common]?.open) common += 1;
    closeTo(common);
    for (const mark of marks.slice(common)) html += mark.open;
    open = marks;
    html += piece;
  }
  closeTo(0);
  return html;
};
