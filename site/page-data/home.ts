import type { ReplicaReader } from '../replica/reader.ts';
import { dayOf } from './dates.ts';
import { frameOf } from './frame.ts';
import { ROOM_LINKS } from './hall-words.ts';
import { columnHref, columnSummary, listItem, newestFirst } from './lists.ts';
import { roomTags } from './meta-tags.ts';
import { emergencyLines } from './particulars/emergencies.ts';
import { homeServices } from './services.ts';
import { homeData } from './structured-data.ts';
import { NAMED_COLUMNS, NEWEST_ON_HOME, SITE } from './site.ts';
import { topicCard } from './topic.ts';
import type { ColumnSummary, HomePage, Link, ListItem } from './types.ts';

const TOPICS_ON_HOME = 4;
const INTERVIEWS_ON_HOME = 4;
const AMONG_INTERPRETATIONS = 200;
const DAY_MS = 86_400_000;

/** What people ask for most, where it is. */
const DIRECT: Link[] = [
  { href: '/fw/', text: '办事找谁' },
  { href: '/bm/', text: '部门电话和地址' },
  { href: '/xxgk/yishenqing/', text: '申请公开信息' },
  { href: '/xxgk/mulu/', text: '公开目录' },
  { href: '/hd/', text: '写信和投诉' },
];

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
    emergencies: emergencyLines(r.rooms.emergenciesInForce()),
    pinned: pinnedNotices(r),
    direct: DIRECT,
    services: homeServices(r),
    topics: r.rooms
      .topics()
      .map(topicCard)
      .filter(({ closed }) => !closed)
      .slice(0, TOPICS_ON_HOME),
    interviews: interviewsOf(r),
    rooms: ROOM_LINKS,
    statistics: statisticsOf(r),
    suggestions: ['社会保险', '住房公积金', '义务教育招生', '营商环境'].map((words) => ({
      href: `/search/?q=${encodeURIComponent(words)}`,
      text: words,
    })),
  };
}

/** Newest interviews; those behind so many other interpretations are not looked for, they are no news. */
function interviewsOf(r: ReplicaReader): ListItem[] {
  return r
    .columns()
    .filter(({ kind }) => kind === 'interpretation')
    .flatMap(({ code }) => r.newestOfColumn(code, AMONG_INTERPRETATIONS))
    .filter(({ form }) => form === 'interview')
    .sort(newestFirst)
    .slice(0, INTERVIEWS_ON_HOME)
    .map((card) => listItem(r, card));
}

/** An emergency that is over is no longer pinned here, whatever its column does. */
function pinnedNotices(r: ReplicaReader): HomePage['pinned'] {
  const { code } = NAMED_COLUMNS.emergencies;
  if (!r.column(code)) return [];
  return r
    .pinnedOfColumn(code)
    .filter(({ id }) => r.document(id)?.particulars?.type !== 'emergency')
    .map((card) => listItem(r, card, true));
}

/** Published in the year and month of the newest document, and columns that were within their limits on that day. */
function statisticsOf(r: ReplicaReader): HomePage['statistics'] {
  const columns = r.columns().map(({ code, freshWithinDays }) => ({ freshWithinDays, newest: r.newestOfColumn(code, 1)[0]?.publishedAt ?? null }));
  const newest = columns.reduce<string | null>((latest, each) => (each.newest !== null && (latest === null || each.newest > latest) ? each.newest : latest), null);
  if (newest === null) return null;
  const asOf = dayOf(newest);
  const [year = '', month = ''] = asOf.split('-');
  const published = (from: string): number => r.months().reduce((sum, each) => sum + (each.month.startsWith(from) ? each.own : 0), 0);
  const limited = columns.filter(({ freshWithinDays }) => freshWithinDays !== null);
  const fresh = limited.filter((column) => column.newest !== null && Date.parse(newest) - Date.parse(column.newest) <= column.freshWithinDays! * DAY_MS);
  return {
    asOf,
    year,
    month: String(Number(month)),
    publishedInYear: published(year),
    publishedInMonth: published(year + month),
    fresh: fresh.length,
    withLimit: limited.length,
  };
}
