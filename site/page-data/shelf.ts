import type { Column } from '../contract/index.ts';
import { SHELF_LENGTH, shelfFile, type ShelfAddress, type ShelfName } from '../plan/shelves.ts';
import { hrefOf } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { columnTrail, sectionOf, standingColumn } from './column.ts';
import { frameOf } from './frame.ts';
import { columnLink, listItem, monthLink } from './lists.ts';
import { columnTags } from './meta-tags.ts';
import { yearName } from './shelves-of-column.ts';
import type { Frame, Link, ListItem } from './types.ts';

/** A ready list of a column by year, department or theme. */
export interface ShelfPage {
  frame: Frame;
  column: Link;
  kind: Column['kind'];
  heading: string;
  count: number;
  items: ListItem[];
  /** Where all of it is, in parts: months of a year, years of a department or a theme. Empty where the page holds everything. */
  parts: { heading: string; links: (Link & { count: number })[] };
  /** The search with this column and what else it knows chosen already. */
  search: string;
}

/** Documents on the page of one year of a department or a theme: the last cut there is. */
const LONGEST_PART = 500;

/** @param book - what is on the shelf, with the year of a part behind it: `2026`, `fgw`, `fgw-2026` @throws SiteError `NOT_FOUND` */
export function shelfPage(r: ReplicaReader, code: string, shelf: ShelfName, book: string): ShelfPage {
  const column = standingColumn(r, code);
  const [name, year] = book.split('-') as [string, string?];
  const address: ShelfAddress = { column: code, shelf, book: name, year };
  const found = shelf === 'nian' ? yearOf(r, code, name) : bookOf(r, address);
  const href = hrefOf(shelfFile(address));
  const heading = `${column.name} · ${found.text}`;
  const whole: Link[] = year === undefined ? [] : [{ href: hrefOf(shelfFile({ ...address, year: undefined })), text: found.whole }];
  return {
    frame: frameOf(r, {
      title: heading,
      href,
      section: sectionOf(column),
      breadcrumb: [...columnTrail(column), ...whole, { href, text: year === undefined ? found.text : yearName(year) }],
      meta: columnTags(column),
    }),
    column: columnLink(column),
    kind: column.kind,
    heading,
    count: found.count,
    items: found.items,
    parts: { heading: shelf === 'nian' ? '按月查看全部' : '按年查看全部', links: found.parts },
    search: searchHref(code, shelf, name, year),
  };
}


interface Found {
  text: string;
  /** Name of the book without the year of a part. */
  whole: string;
  count: number;
  items: ListItem[];
  parts: (Link & { count: number })[];
}

function yearOf(r: ReplicaReader, code: string, year: string): Found {
  const months = r.monthsOfColumn(code).filter(({ month }) => month.startsWith(year));
  if (months.length === 0) throw notFound(code, year);
  const count = months.reduce((sum, { documents }) => sum + documents, 0);
  const items: ListItem[] = [];
  for (const { month } of months) {
    if (items.length >= SHELF_LENGTH) break;
    for (const card of r.itemsOfMonth(code, month).slice(0, SHELF_LENGTH - items.length)) items.push(listItem(r, card));
  }
  const parts = count > SHELF_LENGTH ? months.map(({ month, documents }) => monthLink(code, month, documents)) : [];
  return { text: yearName(year), whole: yearName(year), count, items, parts };
}

function bookOf(r: ReplicaReader, { column, shelf, book, year }: ShelfAddress): Found {
  const years = r.yearsOfShelf(column, shelf, book);
  if (years.length === 0) throw notFound(column, book);
  const whole = shelf === 'bumen' ? (r.department(book)?.name ?? book) : years[0]!.label;
  const total = years.reduce((sum, { documents }) => sum + documents, 0);
  if (year !== undefined) {
    const cards = r.itemsOfShelfYear(column, shelf, book, year);
    const items = cards.slice(0, LONGEST_PART).map((card) => listItem(r, card));
    return { text: `${whole} · ${yearName(year)}`, whole, count: cards.length, items, parts: [] };
  }
  const parts = years.map((each) => ({
    href: hrefOf(shelfFile({ column, shelf, book, year: each.year })),
    text: yearName(each.year),
    count: each.documents,
  }));
  return {
    text: whole,
    whole,
    count: total,
    items: r.newestOfShelf(column, shelf, book, SHELF_LENGTH).map((card) => listItem(r, card)),
    parts: total > SHELF_LENGTH ? parts : [],
  };
}

/** The search knows columns, departments and years; a theme it finds as words. */
function searchHref(column: string, shelf: ShelfName, book: string, year: string | undefined): string {
  const asked = new URLSearchParams({ column });
  if (shelf === 'bumen') asked.set('department', book);
  const of = shelf === 'nian' ? book : year;
  if (of !== undefined && of !== '0000') asked.set('year', of);
  return `/search/?${asked.toString()}`;
}

function notFound(column: string, book: string): SiteError {
  return new SiteError('NOT_FOUND', `栏目 ${column} 没有分类 ${book}`, '重新生成计划');
}
