/**
 * 分类: ready lists of one column by year, department and theme. A page of one shows at most `SHELF_LENGTH` documents, so that it stays
 * a page with 200,000 documents. What is longer is cut by time, never by number: a page "from the 201st on" would change with every
 * import of an older document, a year does not. A year that is too long leads on to its months, a department or a theme to its years.
 */
import type { ColumnKind } from '../contract/index.ts';
import { THEME_CODE } from './themes.ts';

export const SHELF_NAMES = ['nian', 'bumen', 'zhuti'] as const;
export type ShelfName = (typeof SHELF_NAMES)[number];

/** Documents on one page of a shelf. */
export const SHELF_LENGTH = 200;

/** `book`: what is on the shelf, a year (`2026`), a department's code or a theme's; `year`: a part of one that is cut. */
export interface ShelfAddress {
  column: string;
  shelf: ShelfName;
  book: string;
  year?: string | undefined;
}

export const shelfFile = ({ column, shelf, book, year }: ShelfAddress): string =>
  `${column}/${shelf}/${book}${year === undefined ? '' : `-${year}`}.html`;

/** Kinds of columns that people go through by year, department and theme; news is read by date, people and agencies are few. */
const SHELVED: readonly ColumnKind[] = ['document', 'official', 'interpretation', 'data'];
export const hasShelves = (column: { kind: ColumnKind }): boolean => SHELVED.includes(column.kind);

const FILE = new RegExp(
  String.raw`^(?<column>[a-z][a-z0-9]*)/(?:nian/(?<nian>\d{4})|bumen/(?<bumen>[a-z][a-z0-9]*)(?:-(?<of>\d{4}))?|zhuti/(?<zhuti>${THEME_CODE})(?:-(?<in>\d{4}))?)\.html$`,
);

/** The shelf a file is a page of; null for other files. */
export function shelfOfFile(file: string): ShelfAddress | null {
  const found = FILE.exec(file)?.groups;
  if (!found) return null;
  const shelf = SHELF_NAMES.find((name) => found[name] !== undefined)!;
  return { column: found['column']!, shelf, book: found[shelf]!, year: found['of'] ?? found['in'] };
}
