/**
 * Where a thing is printed. For every change the plan takes the reach of what changed in the state before and in the state after; a
 * page outside both prints nothing of it and so keeps its bytes. Written per thing and not per kind of change: eleven kinds of change
 * would each have to remember all lists, and one forgotten list is a stale page.
 */
import {
  approvedFile,
  columnFile,
  dataFile,
  departmentFile,
  DEPARTMENTS,
  documentFile,
  documentFolder,
  feedFile,
  formerColumns,
  furtherColumns,
  GONE,
  HALL,
  HOME,
  monthFile,
  NOT_FOUND,
  SEARCH,
  SITEMAP_INDEX,
  sitemapFiles,
  SITEMAP_OF_PAGES,
  SUGGESTIONS,
  textFile,
} from './addresses.ts';
import { reachOfColumnInRooms, reachOfDepartmentInRooms, reachOfDocumentInRooms } from './rooms.ts';
import { reachOfShelves, reachOfShelvesOfColumn, reachOfShelvesOfDepartment, reachOfYear } from './shelf-pages.ts';
import { reachOfColumnData, reachOfDepartmentData, reachOfDocumentData, reachOfWithdrawalData } from './machine-readable.ts';
import type { Placed, PlanState } from './state.ts';

/** Takes the name of a file; a name that ends in a slash is the folder of a document's files. */
export type Touch = (path: string) => void;

/** Files that print something of a document as it stands in this state. */
export function reachOfDocument(document: Placed, state: PlanState, touch: Touch): void {
  touch(HOME);
  touch(HALL);
  touch(SUGGESTIONS);
  reachOfAddress(document, touch);
  reachOfLists(document, state, touch);
  touch(SITEMAP_INDEX);
  touch(SITEMAP_OF_PAGES);
  touchSitemap(document.month, state, touch);
  for (const column of [document.column, ...furtherColumns(document)]) {
    touch(feedFile(column));
    reachOfMonthsBeside(column, document.month, state, touch);
  }
  reachOfRelations(document, state, touch);
  reachOfDocumentInRooms(document, state.rooms, touch);
  reachOfDocumentData(document, state, touch);
}

/** The page, the notices where it stood before, its files. */
function reachOfAddress(document: Placed, touch: Touch): void {
  touch(documentFile(document));
  touch(approvedFile(document));
  if (document.particulars?.type === 'dataset') touch(dataFile(document));
  for (const column of formerColumns(document)) touch(documentFile({ ...document, column }));
  const files = filesOf(document);
  if (files.length > 0) touch(`${documentFolder(document)}/`);
  for (const { path } of files) touch(`${documentFolder(document)}/${path}`);
}

/** Lists that print a document as a line: with its interpretations, and without regard to how many there are. */
function reachOfLists(
  card: { id: string; column: string; month: string; department: string; furtherColumns?: string[] },
  state: PlanState,
  touch: Touch,
): void {
  for (const column of [card.column, ...furtherColumns(card)]) {
    touch(columnFile(column));
    touch(monthFile(column, card.month));
    reachOfYear(column, card.month, state, touch);
  }
  touch(departmentFile(card.department));
  reachOfShelves(card, state, touch);
}

/** Where it is alone in its month, the months beside, which lead to it. */
function reachOfMonthsBeside(column: string, month: string, state: PlanState, touch: Touch): void {
  const months = state.monthsOfColumn(column);
  const place = months.findIndex((other) => other.month === month);
  if (place === -1 || months[place]!.documents > 1) return;
  for (const beside of [months[place - 1], months[place + 1]]) if (beside) touch(monthFile(column, beside.month));
}

/** Documents it names and documents that name it print its title; lists print the interpretations of what they list. */
function reachOfRelations(document: Placed, state: PlanState, touch: Touch): void {
  const { interprets, amends, repeals } = document.relations;
  for (const id of new Set([...interprets, ...amends, ...repeals])) {
    const named = state.card(id);
    if (!named) continue;
    touch(documentFile(named));
    if (interprets.includes(id)) reachOfLists(named, state, touch);
  }
  for (const { kind, card } of state.incoming(document.id)) {
    touch(documentFile(card));
    // Interpretations are listed with what they interpret.
    if (kind === 'interprets') reachOfLists(card, state, touch);
  }
}

/** Addresses of a withdrawn document. */
export function reachOfWithdrawal(
  withdrawal: { id: string; column: string; month: string; formerColumns: string[]; at: string },
  touch: Touch,
): void {
  touch(GONE);
  touch(documentFile(withdrawal));
  touch(approvedFile(withdrawal));
  for (const column of formerColumns(withdrawal)) touch(documentFile({ ...withdrawal, column }));
  reachOfWithdrawalData(withdrawal, touch);
}

/**
 * Files that print something of a column.
 *
 * @param how.standing - it came or went: then all its documents came or went with it
 * @param how.words - its name or other words that its documents' pages print changed
 */
export function reachOfColumn(code: string, state: PlanState, how: { standing: boolean; words: boolean }, touch: Touch): void {
  for (const file of [HOME, HALL, SEARCH, SUGGESTIONS, NOT_FOUND, textFile('sitemap'), SITEMAP_OF_PAGES, columnFile(code), feedFile(code)])
    touch(file);
  for (const department of state.departmentsOfColumn(code)) touch(departmentFile(department));
  reachOfColumnInRooms(code, state.rooms, touch);
  reachOfColumnData(code, state, { words: how.words || how.standing }, touch);
  if (!how.words && !how.standing) return;
  for (const { month } of state.monthsOfColumn(code)) touch(monthFile(code, month));
  reachOfShelvesOfColumn(code, state, touch);
  if (how.standing) {
    // Months that show other columns' documents only: their pages come and go with the column, though no document does.
    touch(SITEMAP_INDEX);
    for (const { month } of state.monthsOfColumn(code)) touchSitemap(month, state, touch);
    for (const id of state.documentsOfColumn(code)) reachOfDocument(state.document(id)!, state, touch);
  } else {
    for (const id of state.documentsOfColumn(code)) touch(documentFile(state.card(id)!));
  }
}

/** Files that print something of a department. @param how.name - its name changed, or it came or went */
export function reachOfDepartment(code: string, state: PlanState, how: { name: boolean }, touch: Touch): void {
  for (const file of [SEARCH, SUGGESTIONS, NOT_FOUND, textFile('sitemap'), DEPARTMENTS, SITEMAP_OF_PAGES, departmentFile(code)]) touch(file);
  for (const column of state.columnsOfDepartment(code)) touch(columnFile(column));
  reachOfDepartmentInRooms(code, state.rooms, how, touch);
  // Also where its documents are only shown besides: columns name their departments in the departments' order.
  for (const { column } of state.placementsOfDepartment(code)) touch(columnFile(column));
  reachOfDepartmentData(code, state, how, touch);
  if (!how.name) return;
  touch(HOME);
  touch(HALL);
  for (const { column, month } of state.monthsOfDepartment(code)) touch(monthFile(column, month));
  for (const { column, month } of state.placementsOfDepartment(code)) {
    touch(columnFile(column));
    touch(monthFile(column, month));
  }
  reachOfShelvesOfDepartment(code, state, touch);
  for (const id of state.documentsOfDepartment(code)) touch(documentFile(state.card(id)!));
}

function touchSitemap(month: string, state: PlanState, touch: Touch): void {
  for (const file of sitemapFiles(month, addressesInSitemap(month, state))) touch(file);
}

/** Documents of a month and the pages of that month. */
export function addressesInSitemap(month: string, state: PlanState): number {
  return state.columnsOfMonth(month).reduce((sum, { own }) => sum + own + 1, 0);
}

/** Files of a document by their names in its folder. */
export function filesOf(document: Placed): { path: string; sha256: string }[] {
  return [...document.attachments, ...document.images.flatMap(({ renditions }) => renditions)].map(({ path, sha256 }) => ({
    path,
    sha256,
  }));
}
