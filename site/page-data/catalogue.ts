import { hrefOf } from '../plan/addresses.ts';
import { CATALOGUE, catalogueFile, cataloguePlaceKey, catalogueTableFile, type CataloguePlace } from '../plan/rooms.ts';
import { themeCode } from '../plan/themes.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import type { CatalogueCount, CatalogueLine } from '../replica/rooms-reader.ts';
import { dayOf } from './dates.ts';
import { frameOf, HALL_LINK, HOME_LINK } from './frame.ts';
import { ROOM_LINKS } from './hall-words.ts';
import { documentHref } from './lists.ts';
import { roomTags } from './meta-tags.ts';
import type { Link } from './types.ts';
import type { CatalogueOverview, CataloguePage, CatalogueRow } from './types-of-rooms.ts';

const ROOM: Link = { href: hrefOf(CATALOGUE), text: '政府信息公开目录' };
/** Rows a page prints: a department's year is some hundred; after an import of a whole archive the table file is the better form. */
const ROWS_ON_PAGE = 1000;

export const yearName = (year: string): string => (year === '0000' ? '未注明日期' : `${year}年`);

/** Counts only: one more document changes a number here. */
export function catalogueOverview(r: ReplicaReader): CatalogueOverview {
  const counts = r.rooms.catalogueCounts();
  const codes = [...r.departments().map(({ code }) => code), ...counts.map(({ department }) => department)];
  return {
    frame: frameOf(r, {
      title: ROOM.text,
      href: ROOM.href,
      section: 'disclosure',
      breadcrumb: [HOME_LINK, HALL_LINK, ROOM],
      meta: roomTags(ROOM.text, '信息公开目录', '按部门、主题和年份编排的政府信息公开目录：索引号、名称、内容概述、生成日期'),
    }),
    rooms: ROOM_LINKS,
    total: sum(counts),
    years: [...new Set(counts.map(({ year }) => year))].sort().reverse(),
    departments: [...new Set(codes)]
      .map((code) => line(departmentName(r, code), counts.filter(({ department }) => department === code), (year) => ({ department: code, year })))
      .filter(({ count }) => count > 0),
    themes: [...new Set(counts.map(({ theme }) => theme))]
      .filter((theme) => theme !== '')
      .map((name) => line(name, counts.filter(({ theme }) => theme === name), (year) => ({ theme: themeCode(name), year })))
      .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1)),
  };
}

function line(name: string, counts: CatalogueCount[], place: (year: string) => CataloguePlace): CatalogueOverview['departments'][number] {
  const years = [...new Set(counts.map(({ year }) => year))].sort().reverse();
  return {
    name,
    count: sum(counts),
    years: years.map((year) => ({ year: yearName(year), href: hrefOf(catalogueFile(place(year))), count: sum(counts.filter((each) => each.year === year)) })),
  };
}

const sum = (counts: CatalogueCount[]): number => counts.reduce((total, { documents }) => total + documents, 0);

/** @throws SiteError `NOT_FOUND` */
export function cataloguePage(r: ReplicaReader, place: CataloguePlace): CataloguePage {
  const documents = documentsOf(r, place);
  const owner = ownerOf(r, place);
  const href = hrefOf(catalogueFile(place));
  const heading = `${owner}公开目录（${yearName(place.year)}）`;
  return {
    frame: frameOf(r, {
      title: heading,
      href,
      section: 'disclosure',
      breadcrumb: [HOME_LINK, HALL_LINK, ROOM, { href, text: `${owner} ${yearName(place.year)}` }],
      meta: roomTags(heading, '信息公开目录', `${owner}${yearName(place.year)}的政府信息公开目录：索引号、名称、内容概述、生成日期`),
    }),
    heading,
    owner,
    count: documents.length,
    rows: documents.slice(0, ROWS_ON_PAGE).map(rowOf),
    table: hrefOf(catalogueTableFile(place)),
  };
}

/** The same as a table file, all rows (RFC 4180; the mark at its head tells spreadsheets that it is UTF-8). */
export function catalogueTable(r: ReplicaReader, place: CataloguePlace): string {
  const rows = documentsOf(r, place)
    .map(rowOf)
    .map(({ indexNumber, title, summary, made, href }) => [indexNumber, title, summary, made, r.siteUrl + href]);
  return `\ufeff${[['索引号', '名称', '内容概述', '生成日期', '地址'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

// A cell that begins like a formula would be run by spreadsheets.
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

function documentsOf(r: ReplicaReader, place: CataloguePlace): CatalogueLine[] {
  const documents = r.rooms.catalogueOf(place);
  if (documents.length > 0) return documents;
  throw new SiteError('NOT_FOUND', `目录 ${cataloguePlaceKey(place)} 没有内容`, '重新生成计划');
}

/** 条例 第十二条: 索引、名称、内容概述、生成日期. The day it was written, and where nobody says so, the day it was published. */
function rowOf({ card, indexNumber, writtenOn }: CatalogueLine): CatalogueRow {
  return {
    indexNumber,
    title: card.title,
    href: documentHref(card),
    summary: card.summary,
    made: writtenOn ?? (card.publishedAt === null ? '' : dayOf(card.publishedAt)),
  };
}

const departmentName = (r: ReplicaReader, code: string): string => r.department(code)?.name ?? code;
const ownerOf = (r: ReplicaReader, place: CataloguePlace): string =>
  'department' in place ? departmentName(r, place.department) : (r.rooms.themeOf(place.theme) ?? place.theme);
