import type { Column } from '../contract/index.ts';
import { hrefOf } from '../plan/addresses.ts';
import { hasShelves, shelfFile, type ShelfName } from '../plan/shelves.ts';
import type { ReplicaReader, ShelfCount } from '../replica/reader.ts';
import type { ColumnPage } from './types.ts';

const NAMES: Record<ShelfName, string> = { nian: '年份', bumen: '部门', zhuti: '主题' };

/** What a column's page leads to: its years, departments and themes. Null where its kind has no shelves. */
export function shelvesOf(r: ReplicaReader, column: Column, months: { month: string; documents: number }[]): ColumnPage['shelves'] {
  if (!hasShelves(column)) return null;
  const years = new Map<string, number>();
  for (const { month, documents } of months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + documents);
  const link = (shelf: ShelfName, book: string, text: string, count: number) => ({
    href: hrefOf(shelfFile({ column: column.code, shelf, book })),
    text,
    count,
  });
  const counted = r.shelvesOfColumn(column.code);
  const departments = new Map(counted.filter(({ shelf }) => shelf === 'bumen').map((each) => [each.book, each]));
  const themes = counted.filter(({ shelf }) => shelf === 'zhuti').sort(byCount);
  return {
    groups: [
      { heading: NAMES.nian, links: [...years].map(([year, count]) => link('nian', year, yearName(year), count)) },
      { heading: NAMES.zhuti, links: themes.map(({ book, label, documents }) => link('zhuti', book, label, documents)) },
      {
        heading: NAMES.bumen,
        links: r.departments().flatMap(({ code, name }) => {
          const found = departments.get(code);
          return found ? [link('bumen', code, name, found.documents)] : [];
        }),
      },
    ].filter(({ links }) => links.length > 0),
    search: `/search/?column=${column.code}`,
  };
}

const byCount = (one: ShelfCount, other: ShelfCount): number =>
  other.documents - one.documents || (one.label < other.label ? -1 : one.label > other.label ? 1 : 0);

export const yearName = (year: string): string => (year === '0000' ? '未注明日期' : `${year}年`);
