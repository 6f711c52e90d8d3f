import { hrefOf, monthFile } from '../plan/addresses.ts';
import { hasShelves } from '../plan/shelves.ts';
import { monthDataFile, monthTableFile } from '../plan/machine-readable.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { columnTrail, sectionOf, standingColumn } from './column.ts';
import { monthName } from './dates.ts';
import { frameOf } from './frame.ts';
import { columnLink, listItem, monthLink } from './lists.ts';
import { columnTags } from './meta-tags.ts';
import type { Link, ListItem, MonthPage } from './types.ts';

/** A month of so many documents gets a heading for each day. */
const DAYS_FROM = 25;

/** @throws SiteError `NOT_FOUND` */
export function monthPage(r: ReplicaReader, code: string, month: string): MonthPage {
  const column = standingColumn(r, code);
  const months = r.monthsOfColumn(code);
  const place = months.findIndex((each) => each.month === month);
  if (place === -1) throw new SiteError('NOT_FOUND', `栏目 ${column.name} 在 ${monthName(month)} 没有公开的内容`, '重新生成计划');
  const beside = (index: number): Link | null => {
    const other = months[index];
    if (!other) return null;
    // Without the other month's count: with it every new document would have to render the months beside its own.
    const { href, text } = monthLink(code, other.month, other.documents);
    return { href, text };
  };
  const items = r.itemsOfMonth(code, month).map((card) => listItem(r, card));
  const href = hrefOf(monthFile(code, month));
  const heading = `${column.name} · ${monthName(month)}`;
  return {
    frame: frameOf(r, {
      title: heading,
      href,
      section: sectionOf(column),
      breadcrumb: [...columnTrail(column), { href, text: monthName(month) }],
      meta: columnTags(column),
    }),
    column: columnLink(column),
    kind: column.kind,
    heading,
    items,
    days: hasShelves(column) || items.length < DAYS_FROM ? null : byDay(items),
    newer: beside(place - 1),
    older: beside(place + 1),
    data: dataLinks(r, code, month),
  };
}

function byDay(items: ListItem[]): { day: string | null; items: ListItem[] }[] {
  const days = new Map<string | null, ListItem[]>();
  for (const item of items) days.set(item.date, [...(days.get(item.date) ?? []), item]);
  return [...days].map(([day, of]) => ({ day, items: of }));
}

function dataLinks(r: ReplicaReader, code: string, month: string): Link[] {
  if (!r.ownMonthsOfColumn(code).some((own) => own.month === month)) return [];
  return [
    { href: hrefOf(monthDataFile(code, month)), text: 'JSON' },
    { href: hrefOf(monthTableFile(code, month)), text: 'CSV' },
  ];
}
