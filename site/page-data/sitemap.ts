import {
  columnFile,
  departmentFile,
  DEPARTMENTS,
  documentFile,
  formerColumns,
  HALL,
  HOME,
  hrefOf,
  monthFile,
  SEARCH,
  sitemapFiles,
  SITEMAP_OF_PAGES,
  TEXT_NAMES,
  textFile,
} from '../plan/addresses.ts';
import { filesOfRooms } from '../plan/rooms.ts';
import { everyShelfFile } from '../plan/shelf-pages.ts';
import { OPEN_DATA, reportFile, REPORTS, reportYears, STATISTICS } from '../plan/machine-readable.ts';
import type { ReplicaReader } from '../replica/reader.ts';

/** One address of a sitemap; `lastmod`: newest release of what stands there, null where nobody keeps it. */
export interface SitemapEntry {
  url: string;
  lastmod: string | null;
}

/** Addresses of one month: its documents and the month's page in each column. */
export function sitemapOfMonth(r: ReplicaReader, month: string): SitemapEntry[] {
  const pages = r.columnsOfMonth(month).map(({ column, updated }) => entry(r, monthFile(column, month), updated));
  const documents = r
    .addressesOfMonth(month)
    .map(({ column, id, updated }) => entry(r, documentFile({ column, month, id }), updated));
  return [...pages, ...documents];
}

/** Pages that belong to no month. Notices are not for search engines. */
export function sitemapOfPages(r: ReplicaReader): SitemapEntry[] {
  const newest = newestByColumn(r);
  const newestOfAll = latest([...newest.values()]);
  return [
    entry(r, HOME, newestOfAll),
    entry(r, HALL, newestOfAll),
    entry(r, SEARCH, null),
    ...r.columns().map(({ code }) => entry(r, columnFile(code), newest.get(code) ?? null)),
    ...[...filesOfRooms(r.rooms)].filter((file) => file.endsWith('.html')).map((file) => entry(r, file, null)),
    ...[...everyShelfFile(r)].map((file) => entry(r, file, null)),
    entry(r, DEPARTMENTS, null),
    ...r.departments().map(({ code }) => entry(r, departmentFile(code), null)),
    entry(r, STATISTICS, newestOfAll),
    entry(r, OPEN_DATA, newestOfAll),
    entry(r, REPORTS, null),
    ...reportYears(r).map((year) => entry(r, reportFile(year), null)),
    ...TEXT_NAMES.map((name) => entry(r, textFile(name), null)),
  ];
}

/** Files of the sitemap with the newest moment in each, for `/sitemap-index.xml`; newest month first. */
export function sitemapIndex(r: ReplicaReader): SitemapEntry[] {
  const months = new Map<string, { addresses: number; updated: string[] }>();
  for (const { month, own, updated } of r.months()) {
    const sum = months.get(month) ?? { addresses: 0, updated: [] };
    months.set(month, { addresses: sum.addresses + own + 1, updated: [...sum.updated, updated] });
  }
  const files = [...months].flatMap(([month, { addresses, updated }]) =>
    sitemapFiles(month, addresses).map((file) => entry(r, file, latest(updated))),
  );
  return [entry(r, SITEMAP_OF_PAGES, latest([...newestByColumn(r).values()])), ...files];
}

/** Addresses that answer 410, sorted: where a withdrawn document stood. */
export function goneAddresses(r: ReplicaReader): string[] {
  return r
    .withdrawals()
    .flatMap((gone) => [gone.column, ...formerColumns(gone)].map((column) => hrefOf(documentFile({ ...gone, column }))))
    .sort();
}

function newestByColumn(r: ReplicaReader): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { column, updated } of r.months()) newest.set(column, latest([updated, newest.get(column) ?? ''])!);
  return newest;
}

function latest(moments: string[]): string | null {
  return moments.reduce<string | null>((newest, each) => (newest === null || each > newest ? each : newest), null);
}

const entry = (r: ReplicaReader, file: string, lastmod: string | null): SitemapEntry => ({
  url: r.siteUrl + hrefOf(file),
  lastmod,
});
