/** Which pages a column's shelves have (`shelves.ts`), and which of them print something of a document, a column or a department. */
import { hasShelves, SHELF_LENGTH, shelfFile, type ShelfAddress } from './shelves.ts';
import type { PlanState } from './state.ts';

type Touch = (path: string) => void;
type Book = Omit<ShelfAddress, 'year'>;

export function* everyShelfFile(state: PlanState): Iterable<string> {
  const shelved = new Set(state.columns().filter(hasShelves).map(({ code }) => code));
  const years = new Set<string>();
  for (const { column, month } of state.months()) {
    if (shelved.has(column)) years.add(shelfFile({ column, shelf: 'nian', book: month.slice(0, 4) }));
  }
  yield* years;
  for (const { documents, ...book } of state.shelves()) {
    if (!shelved.has(book.column) || (book.shelf === 'bumen' && !state.department(book.book))) continue;
    yield shelfFile(book);
    if (isCut(documents)) for (const { year } of state.yearsOfShelf(book.column, book.shelf, book.book)) yield shelfFile({ ...book, year });
  }
}

/** Whether this page is part of the site. */
export function shelfStands({ column, shelf, book, year }: ShelfAddress, state: PlanState): boolean {
  const standing = state.column(column);
  if (!standing || !hasShelves(standing)) return false;
  if (shelf === 'nian') return state.monthsOfColumn(column).some(({ month }) => month.startsWith(book));
  if (shelf === 'bumen' && !state.department(book)) return false;
  const years = state.yearsOfShelf(column, shelf, book);
  if (year === undefined) return years.length > 0;
  return isCut(sum(years)) && years.some((each) => each.year === year);
}

/** A department or a theme that is too long for one page has a page for each of its years as well. */
export const isCut = (documents: number): boolean => documents > SHELF_LENGTH;

export function reachOfYear(column: string, month: string, state: PlanState, touch: Touch): void {
  const standing = state.column(column);
  if (standing && hasShelves(standing)) touch(shelfFile({ column, shelf: 'nian', book: month.slice(0, 4) }));
}

/**
 * Pages that list a document. Where it is shown besides its own column all years are taken: with that column many such documents
 * come and go at once, and the count that decides about the years may pass its limit in one leap.
 */
export function reachOfShelves(document: { id: string; column: string }, state: PlanState, touch: Touch): void {
  for (const { year, ...book } of state.filingsOfDocument(document.id)) {
    reachOfBook(book, book.column === document.column ? year : null, state, touch);
  }
}

/** Every page of a column's shelves: they print its name and words, and stand with its kind. */
export function reachOfShelvesOfColumn(column: string, state: PlanState, touch: Touch): void {
  for (const { month } of state.monthsOfColumn(column)) reachOfYear(column, month, state, touch);
  for (const { shelf, book } of state.shelvesOfColumn(column)) reachOfBook({ column, shelf, book }, null, state, touch);
}

/** Pages that print a department's name beside its documents. */
export function reachOfShelvesOfDepartment(code: string, state: PlanState, touch: Touch): void {
  for (const { year, ...book } of state.filingsOfDepartment(code)) {
    reachOfYear(book.column, year, state, touch);
    reachOfBook(book, year, state, touch);
  }
}

/** @param year - year of the document that is printed; null: all years */
function reachOfBook(book: Book, year: string | null, state: PlanState, touch: Touch): void {
  const standing = state.column(book.column);
  if (!standing || !hasShelves(standing)) return;
  touch(shelfFile(book));
  const years = state.yearsOfShelf(book.column, book.shelf, book.book);
  const documents = sum(years);
  if (!isCut(documents)) return;
  // The first document too many brings pages of all years at once, the last of them takes all away.
  const all = year === null || documents === SHELF_LENGTH + 1;
  for (const each of years) if (all || each.year === year) touch(shelfFile({ ...book, year: each.year }));
}

const sum = (years: { documents: number }[]): number => years.reduce((total, { documents }) => total + documents, 0);
