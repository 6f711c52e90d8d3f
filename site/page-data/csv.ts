/** Tables as files: RFC 4180, UTF-8 with a byte order mark, without which Excel reads Chinese as something else. */

export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';
/** Signs with which a spreadsheet begins a formula, in both widths (OWASP, "CSV Injection"). */
const BEGINS_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

export function csvOf(heads: string[], rows: Cell[][]): string {
  return BYTE_ORDER_MARK + [heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay what they are. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = BEGINS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
