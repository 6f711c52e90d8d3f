import type { Column } from '../contract/index.ts';
import { departmentFile, feedFile, hrefOf } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { freshnessOf } from './dates.ts';
import { frameOf, HALL_LINK, HOME_LINK } from './frame.ts';
import { columnLink, monthLink, newestItems } from './lists.ts';
import { columnTags } from './meta-tags.ts';
import { gatheringOf } from './particulars/gathering.ts';
import { NEWEST } from './site.ts';
import type { ColumnPage, Frame, Link } from './types.ts';

/** @throws SiteError `NOT_FOUND` */
export function columnPage(r: ReplicaReader, code: string): ColumnPage {
  const column = standingColumn(r, code);
  const months = r.monthsOfColumn(code);
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return {
    frame: frameOf(r, {
      title: column.name,
      href: columnLink(column).href,
      section: sectionOf(column),
      breadcrumb: columnTrail(column),
      meta: columnTags(column),
      feeds: [columnFeedLink(column)],
    }),
    name: column.name,
    kind: column.kind,
    description: column.description,
    freshness: freshnessOf(column.freshWithinDays),
    count: months.reduce((sum, { documents }) => sum + documents, 0),
    items: newestItems(r, code, NEWEST),
    years: years.map((year) => ({
      year: year === '0000' ? '未注明日期' : year,
      months: months
        .filter(({ month }) => month.startsWith(year))
        .map(({ month, documents }) => monthLink(code, month, documents)),
    })),
    departments: r.departmentsOfColumn(code).map((department) => departmentLink(r, department)),
    feed: columnFeedLink(column).href,
    gathering: gatheringOf(r, column),
  };
}

/** @throws SiteError `NOT_FOUND` where the column does not exist */
export function standingColumn(r: ReplicaReader, code: string): Column {
  const column = r.column(code);
  if (column) return column;
  throw new SiteError('NOT_FOUND', `没有栏目 ${code}`, '先建立栏目，再发布其中的稿件');
}

export const columnTrail = (column: Column): Link[] => [HOME_LINK, HALL_LINK, columnLink(column)];

export const columnFeedLink = (column: Column): Link => ({ href: hrefOf(feedFile(column.code)), text: `${column.name}（订阅）` });

/** Official documents and their interpretations have a section of their own in the header. */
export function sectionOf({ kind }: Column): Frame['section'] {
  return kind === 'official' || kind === 'interpretation' ? 'policy' : 'disclosure';
}

export function departmentLink(r: ReplicaReader, code: string): Link {
  return { href: hrefOf(departmentFile(code)), text: r.department(code)?.name ?? code };
}
