import type { Column } from '../contract/index.ts';
import { departmentFile, feedFile, hrefOf } from '../plan/addresses.ts';
import { hasShelves } from '../plan/shelves.ts';
import type { Card } from '../replica/card.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { freshnessOf } from './dates.ts';
import { frameOf, HALL_LINK, HOME_LINK } from './frame.ts';
import { fileHref } from './files.ts';
import { headlineOf } from './dataset.ts';
import { columnLink, listItem, monthLink, newestCards } from './lists.ts';
import { columnTags } from './meta-tags.ts';
import { gatheringOf } from './particulars/gathering.ts';
import { shelvesOf } from './shelves-of-column.ts';
import { NEWEST } from './site.ts';
import type { ColumnItem, ColumnPage, Frame, Link } from './types.ts';

/** News of a column's page that show their first picture; more would weigh more than they say. */
const PICTURES = 4;

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
    items: columnItems(r, column),
    shelves: shelvesOf(r, column, months),
    years: years.map((year) => ({
      year: year === '0000' ? '未注明日期' : year,
      months: months
        .filter(({ month }) => month.startsWith(year))
        .map(({ month, documents }) => monthLink(code, month, documents)),
    })),
    // Kinds with shelves lead to a department's documents in the column, others to the department.
    departments: hasShelves(column) ? [] : r.departmentsOfColumn(code).map((department) => departmentLink(r, department)),
    feed: columnFeedLink(column).href,
    gathering: gatheringOf(r, column),
  };
}

/** News with pictures of the newest few, statistics with their figures: what no other list shows and only the whole document tells. */
function columnItems(r: ReplicaReader, { code, kind }: Column): ColumnItem[] {
  let pictures = PICTURES;
  return newestCards(r, code, NEWEST).map(({ card, pinned }) => {
    const item = listItem(r, card, pinned);
    if (kind === 'data') return { ...item, headline: headlineOf(r.document(card.id)!) };
    const picture = kind === 'news' && pictures > 0 ? pictureOf(r, card) : null;
    if (!picture) return item;
    pictures -= 1;
    return { ...item, picture };
  });
}

function pictureOf(r: ReplicaReader, card: Card): ColumnItem['picture'] | null {
  const rendition = r.document(card.id)!.images[0]?.renditions[0];
  return rendition ? { src: fileHref(card, rendition), width: rendition.width, height: rendition.height } : null;
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
