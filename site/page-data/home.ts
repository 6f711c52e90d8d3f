import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf } from './frame.ts';
import { columnHref, columnSummary, listItem } from './lists.ts';
import { roomTags } from './meta-tags.ts';
import { homeData } from './structured-data.ts';
import { NAMED_COLUMNS, NEWEST_ON_HOME, SITE } from './site.ts';
import type { ColumnSummary, HomePage } from './types.ts';

export function homePage(r: ReplicaReader): HomePage {
  const named = (place: keyof typeof NAMED_COLUMNS): ColumnSummary => {
    const { code, name } = NAMED_COLUMNS[place];
    const column = r.column(code);
    if (column) return columnSummary(r, column, NEWEST_ON_HOME);
    return { code, name, href: columnHref(code), kind: 'news', newest: null, count: 0, items: [] };
  };
  return {
    frame: frameOf(r, {
      title: SITE.name,
      href: '/',
      section: 'home',
      breadcrumb: [],
      meta: roomTags('首页', '首页', SITE.description),
      structuredData: homeData(r.siteUrl),
    }),
    headlines: named('headlines'),
    notices: named('notices'),
    policies: named('policies'),
    interpretations: named('interpretations'),
    departmentNews: named('departmentNews'),
    countyNews: named('countyNews'),
    columns: r.columns().map((column) => columnSummary(r, column, 0)),
    emergencies: r.column(NAMED_COLUMNS.emergencies.code)
      ? r.pinnedOfColumn(NAMED_COLUMNS.emergencies.code).map((card) => listItem(r, card, true))
      : [],
    suggestions: ['社会保险', '住房公积金', '义务教育招生', '营商环境'].map((words) => ({
      href: `/search/?q=${encodeURIComponent(words)}`,
      text: words,
    })),
  };
}
