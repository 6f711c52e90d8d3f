import {
  approvedFile,
  columnFile,
  dataFile,
  DEPARTMENTS,
  departmentFile,
  documentFile,
  documentFolder,
  feedFile,
  formerColumns,
  GONE,
  HALL,
  HOME,
  monthFile,
  NOT_FOUND,
  ROBOTS,
  SEARCH,
  SITEMAP_INDEX,
  SITEMAP_OF_PAGES,
  sitemapFiles,
  SUGGESTIONS,
  TEXT_NAMES,
  textFile,
} from './addresses.ts';
import { MACHINE_FILES, machineFiles, machineFileStands } from './machine-readable.ts';
import { addressesInSitemap, filesOf } from './reach.ts';
import { filesOfRooms, roomStands } from './rooms.ts';
import { pathsOfRoutes } from './routes.ts';
import { everyShelfFile, shelfStands } from './shelf-pages.ts';
import { shelfOfFile } from './shelves.ts';
import type { Placed, PlanState } from './state.ts';

/**
 * What to render, to delete and to copy. Names are relative to the root of the site. In a tree: first `removeTrees`, then `remove`, then
 * `files` and `write`; a folder that ends up empty goes.
 */
export interface Plan {
  /** Files to render. */
  write: string[];
  /** Files to delete; some may never have been there. */
  remove: string[];
  /** Files that are copied as they are, by the hash of their bytes. */
  files: { path: string; sha256: string }[];
  /** Folders to delete whole. */
  removeTrees: string[];
  /** A full build: the tree starts from nothing. */
  everything: boolean;
  /** Number of the pending work, for `settle()`. */
  version: number;
  /** Documents whose public content came, changed or went: what the search has to take in. */
  documents: string[];
}

const STATIC_FILES: ReadonlySet<string> = new Set([
  HOME,
  HALL,
  SEARCH,
  SUGGESTIONS,
  NOT_FOUND,
  DEPARTMENTS,
  SITEMAP_INDEX,
  SITEMAP_OF_PAGES,
  GONE,
  ROBOTS,
  ...TEXT_NAMES.map(textFile),
  ...MACHINE_FILES,
]);

/**
 * The plan for files that a change may have touched: what stands in the present state is written, what does not is deleted. Deciding
 * by the present state, not by the kind of change, lets work of several changes pile up in any order.
 */
export function planFor(paths: Iterable<string>, state: PlanState): Pick<Plan, 'write' | 'remove' | 'files' | 'removeTrees'> {
  const plan = { write: [] as string[], remove: [] as string[], files: [] as Plan['files'], removeTrees: [] as string[] };
  const removedFolders = new Set<string>();
  for (const path of [...paths].sort()) {
    const owner = FILE_OF_DOCUMENT.exec(path)?.groups;
    if (!owner) {
      (fileStands(path, state) ? plan.write : plan.remove).push(path);
      continue;
    }
    const present = presentFiles(owner as unknown as Owner, state);
    if (path.endsWith('/')) {
      if (present.length > 0) continue;
      plan.removeTrees.push(path.slice(0, -1));
      removedFolders.add(path);
      continue;
    }
    const file = present.find((each) => path.endsWith(`/${each.path}`));
    if (file) plan.files.push({ path, sha256: file.sha256 });
    else if (!removedFolders.has(path.slice(0, path.lastIndexOf('/') + 1))) plan.remove.push(path);
  }
  return plan;
}

/** Every file of the site, for a full build. */
export function planOfEverything(state: PlanState): Pick<Plan, 'write' | 'remove' | 'files' | 'removeTrees'> {
  const write = new Set<string>(STATIC_FILES);
  for (const file of filesOfRooms(state.rooms)) write.add(file);
  for (const { code } of state.columns()) write.add(columnFile(code)).add(feedFile(code));
  for (const { code } of state.departments()) write.add(departmentFile(code));
  const months = new Set<string>();
  for (const { column, month } of state.months()) {
    write.add(monthFile(column, month));
    months.add(month);
  }
  for (const month of months) for (const file of sitemapFiles(month, addressesInSitemap(month, state))) write.add(file);
  for (const file of machineFiles(state)) write.add(file);
  for (const address of state.addresses()) write.add(documentFile(address)).add(approvedFile(address));
  for (const address of state.documentsWithData()) write.add(dataFile(address));
  for (const file of everyShelfFile(state)) write.add(file);
  for (const moved of state.movedDocuments()) {
    if (!state.column(moved.column)) continue;
    for (const column of formerColumns(moved)) write.add(documentFile({ ...moved, column }));
  }
  for (const withdrawal of state.withdrawals()) {
    write.add(documentFile(withdrawal));
    for (const column of formerColumns(withdrawal)) write.add(documentFile({ ...withdrawal, column }));
  }
  const files: Plan['files'] = [];
  for (const document of state.documentsWithFiles()) {
    for (const { path, sha256 } of filesOf(document)) files.push({ path: `${documentFolder(document)}/${path}`, sha256 });
  }
  return { write: [...write], remove: [], files: onePerPath(files), removeTrees: [] };
}

// A picture used twice in a document, or attached as well, is one file.
const onePerPath = (files: Plan['files']): Plan['files'] => [...new Map(files.map((file) => [file.path, file])).values()];

interface Owner {
  column: string;
  month: string;
  id: string;
}
/** A file in the folder of a document, or the folder itself. */
const FILE_OF_DOCUMENT = /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\/(?<id>[0-9a-z]{10})\//;
const SITEMAP_OF_MONTH = /^map-(?<month>\d{6})-\d+\.xml$/;

function presentFiles({ column, month, id }: Owner, state: PlanState): { path: string; sha256: string }[] {
  const document = state.document(id);
  return document && standsAt(document, column, month) && state.column(column) ? filesOf(document) : [];
}

/** Whether this file is part of the site in this state. */
export function fileStands(path: string, state: PlanState): boolean {
  if (STATIC_FILES.has(path)) return true;
  const room = roomStands(path, state.rooms);
  if (room !== null) return room;
  const month = SITEMAP_OF_MONTH.exec(path)?.groups?.['month'];
  if (month !== undefined) return sitemapFiles(month, addressesInSitemap(month, state)).includes(path);
  const shelf = shelfOfFile(path);
  if (shelf) return shelfStands(shelf, state);
  const ofMachines = machineFileStands(path, state);
  if (ofMachines !== null) return ofMachines;
  const { column, feed, month: months, document, department, data, approved } = pathsOfRoutes([path]);
  for (const address of data as unknown as Owner[]) return dataStands(address, state);
  for (const address of approved as unknown as Owner[]) return approvedStands(address, state);
  const [one] = [...column, ...feed, ...months, ...document, ...department] as Record<string, string>[];
  if (!one) return false;
  if (one['department'] !== undefined) return state.department(one['department']) !== null;
  const code = one['column']!;
  if (one['id'] !== undefined) return addressStands(code, one['month']!, one['id'], state);
  if (!state.column(code)) return false;
  return one['month'] === undefined || state.monthsOfColumn(code).some((each) => each.month === one['month']);
}

/** A document, a notice that it moved, or a notice that it was withdrawn. */
function addressStands(column: string, month: string, id: string, state: PlanState): boolean {
  const card = state.card(id);
  if (card && state.column(card.column)) {
    // Most addresses are present ones: the whole document is read for the others only.
    return card.month === month && (card.column === column || formerColumns(state.document(id)!).includes(column));
  }
  const withdrawal = state.withdrawal(id);
  return withdrawal !== null && withdrawal.month === month && [withdrawal.column, ...withdrawal.formerColumns].includes(column);
}

function dataStands({ column, month, id }: Owner, state: PlanState): boolean {
  const document = state.document(id);
  return document?.particulars?.type === 'dataset' && standsAt(document, column, month) && state.column(column) !== null;
}

/** Only at the present address: a notice was not approved by anybody. */
function approvedStands({ column, month, id }: Owner, state: PlanState): boolean {
  const card = state.card(id);
  return card?.column === column && card.month === month && state.column(column) !== null;
}

const standsAt = (document: Placed, column: string, month: string): boolean =>
  document.column === column && document.month === month;
