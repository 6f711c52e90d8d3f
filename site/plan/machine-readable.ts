/**
 * Files made for machines, and the pages that sum the site up: feeds of all, open data by column and month, statistics, the yearly
 * report of the site. What they print is told here together with where they stand.
 */
import type { PlanState } from './state.ts';

export const FEED = 'feed.xml';
export const OPEN_SEARCH = 'opensearch.xml';
/** RFC 9116. */
export const SECURITY = '.well-known/security.txt';

/** Page about the open data, and its list of columns for machines. */
export const OPEN_DATA = 'gy/shuju.html';
export const DATA_INDEX = 'gy/shuju/columns.json';
/** What the JSON files look like, as JSON Schema 2020-12. */
export const SCHEMA_NAMES = ['month', 'months', 'columns'] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];
export const schemaFile = (name: SchemaName): string => `gy/shuju/${name}.schema.json`;

export const STATISTICS = 'tj/index.html';
export const STATISTICS_NAMES = ['columns', 'departments', 'freshness', 'changes'] as const;
export type StatisticsName = (typeof STATISTICS_NAMES)[number];
export const statisticsFile = (name: StatisticsName): string => `tj/${name}.csv`;

/** 政府网站工作年度报表: one a year in which something was published. */
export const REPORTS = 'gy/nianbao/index.html';
export const reportFile = (year: string): string => `gy/nianbao/${year}.html`;

export const monthsDataFile = (column: string): string => `${column}/months.json`;
export const monthDataFile = (column: string, month: string): string => `${column}/${month}.json`;
export const monthTableFile = (column: string, month: string): string => `${column}/${month}.csv`;

/** Files that are there whatever is published. */
export const MACHINE_FILES: readonly string[] = [
  FEED,
  OPEN_SEARCH,
  SECURITY,
  OPEN_DATA,
  DATA_INDEX,
  ...SCHEMA_NAMES.map(schemaFile),
  STATISTICS,
  ...STATISTICS_NAMES.map(statisticsFile),
  REPORTS,
];

type Touch = (path: string) => void;

const SUMS: readonly string[] = [OPEN_DATA, DATA_INDEX, STATISTICS, ...STATISTICS_NAMES.map(statisticsFile)];
/** Month of documents without any date: no year has it, and no report. */
const UNDATED = '000000';

/** Year of a moment in Asia/Shanghai, where summer time has not been kept since 1991. */
export const yearOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 4);

interface Summed {
  id: string;
  column: string;
  month: string;
  corrections?: { at: string }[];
}

/** What sums up a document: about fifteen files, however many documents there are. */
export function reachOfDocumentData(document: Summed, state: PlanState, touch: Touch): void {
  for (const file of [FEED, SECURITY, ...SUMS, monthsDataFile(document.column)]) touch(file);
  touchMonth(document.column, document.month, touch);
  for (const { at } of document.corrections ?? []) touch(reportFile(yearOf(at)));
  if (document.month !== UNDATED) touch(reportFile(document.month.slice(0, 4)));
  // Alone in its month: a year may come or go with it.
  const own = state.ownMonthsOfColumn(document.column).find(({ month }) => month === document.month);
  if (own === undefined || own.documents <= 1) touch(REPORTS);
  // Their data print its address.
  for (const { card } of state.incoming(document.id)) touch(monthDataFile(card.column, card.month));
}

/** Withdrawals are counted, by kind and year; nothing else is said of them. */
export function reachOfWithdrawalData(withdrawal: { at: string }, touch: Touch): void {
  touch(STATISTICS);
  touch(statisticsFile('changes'));
  touch(reportFile(yearOf(withdrawal.at)));
}

/** @param how.words - its name changed, or it came or went: its data print it */
export function reachOfColumnData(code: string, state: PlanState, how: { words: boolean }, touch: Touch): void {
  for (const file of [FEED, REPORTS, ...SUMS, monthsDataFile(code)]) touch(file);
  for (const { month } of state.ownMonthsOfColumn(code)) {
    if (month !== UNDATED) touch(reportFile(month.slice(0, 4)));
    if (how.words) touchMonth(code, month, touch);
  }
}

/** @param how.name - its name changed, or it came or went: data of its documents print it */
export function reachOfDepartmentData(code: string, state: PlanState, how: { name: boolean }, touch: Touch): void {
  touch(STATISTICS);
  touch(statisticsFile('departments'));
  for (const { column, month } of state.monthsOfDepartment(code)) {
    if (month !== UNDATED) touch(reportFile(month.slice(0, 4)));
    if (how.name) touchMonth(column, month, touch);
  }
}

function touchMonth(column: string, month: string, touch: Touch): void {
  touch(monthDataFile(column, month));
  touch(monthTableFile(column, month));
}

/** Every file of a full build that depends on what is published. */
export function* machineFiles(state: PlanState): Generator<string> {
  for (const { code } of state.columns()) yield monthsDataFile(code);
  for (const { column, month } of state.ownMonths()) {
    yield monthDataFile(column, month);
    yield monthTableFile(column, month);
  }
  for (const year of reportYears(state)) yield reportFile(year);
}

/** Years in which something was published, newest first. */
export function reportYears(state: Pick<PlanState, 'ownMonths'>): string[] {
  const years = new Set<string>();
  for (const { month } of state.ownMonths()) if (month !== UNDATED) years.add(month.slice(0, 4));
  return [...years].sort().reverse();
}

const OF_COLUMN = /^(?<column>[a-z][a-z0-9]*)\/(?:months\.json|(?<month>\d{6})\.(?:json|csv))$/;
const OF_YEAR = /^gy\/nianbao\/(?<year>\d{4})\.html$/;

/** Whether this file stands; null where it is none of ours. */
export function machineFileStands(path: string, state: PlanState): boolean | null {
  const year = OF_YEAR.exec(path)?.groups?.['year'];
  if (year !== undefined) return reportYears(state).includes(year);
  const found = OF_COLUMN.exec(path)?.groups;
  if (!found) return null;
  const { column, month } = found;
  if (!state.column(column!)) return false;
  return month === undefined || state.ownMonthsOfColumn(column!).some((each) => each.month === month);
}
