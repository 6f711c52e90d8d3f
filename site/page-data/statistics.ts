/**
 * 统计数据 of the site: how much was published, by whom, how fresh columns are, what was put right or taken back. Figures come from
 * counts the replica keeps, never from a walk over documents. The present is the day of the newest release: no page reads the clock.
 */
import { columnFile, departmentFile, hrefOf } from '../plan/addresses.ts';
import { STATISTICS, statisticsFile, yearOf, type StatisticsName } from '../plan/machine-readable.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { csvOf } from './csv.ts';
import { dayOf, freshnessOf, longDay, monthName } from './dates.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { roomTags } from './meta-tags.ts';
import type { Frame, Link } from './types.ts';

/** Months drawn and counted as recent. */
const MONTHS_SHOWN = 24;
const RECENT_MONTHS = 12;
/** Years in the tables; what is older is one line. */
const YEARS_SHOWN = 10;
const DAY_MS = 24 * 3600_000;
const UNDATED = '000000';

export interface Bar {
  label: string;
  value: number;
  /** Of the longest bar, 0 to 100. */
  percent: number;
}

export interface Freshness {
  code: string;
  name: string;
  href: string;
  newest: string | null;
  /** Days between the newest item and the day the figures are of; null while the column is empty. */
  days: number | null;
  limit: number | null;
  rule: string;
  state: 'fresh' | 'stale' | 'empty' | 'unlimited';
  label: string;
}

export interface StatisticsPage {
  frame: Frame;
  /** `2026年11月27日`; null while nothing is public. */
  asOf: string | null;
  totals: { label: string; value: number; unit: string }[];
  months: Bar[];
  years: Bar[];
  columns: { name: string; href: string; total: number; recent: number }[];
  departments: { name: string; href: string | null; total: number; recent: number }[];
  freshness: Freshness[];
  changes: YearOfChanges[];
  tables: Record<StatisticsName, Link>;
}

export interface YearOfChanges {
  year: string;
  corrections: number;
  /** For a fault or a leak: which of the two is told to nobody, as on the notice at the address. */
  withdrawn: number;
  expired: number;
}

interface Counted {
  month: string;
  documents: number;
}

export function statisticsPage(r: ReplicaReader): StatisticsPage {
  const href = hrefOf(STATISTICS);
  const newest = r.newestMoment();
  const day = newest === null ? null : dayOf(newest);
  const own = r.ownMonths();
  const freshness = freshnessOfColumns(r);
  const changes = changesByYear(r);
  const recent = recentMonths(day, RECENT_MONTHS);
  return {
    frame: frameOf(r, {
      title: '统计数据',
      href,
      section: 'about',
      breadcrumb: [HOME_LINK, { href, text: '统计数据' }],
      meta: roomTags('统计数据', '数据发布', '本站公开信息的数量、更新是否及时、更正和撤回的统计，附口径和数据文件'),
    }),
    asOf: day === null ? null : longDay(day),
    totals: [
      { label: '公开信息总数', value: sumOf(own), unit: '条' },
      { label: '近 12 个月发布', value: sumIn(own, recent), unit: '条' },
      {
        label: '按期更新的栏目',
        value: freshness.filter(({ state }) => state === 'fresh').length,
        unit: `个，规定期限的共 ${freshness.filter(({ limit }) => limit !== null).length} 个`,
      },
      { label: '累计更正', value: changes.reduce((sum, { corrections }) => sum + corrections, 0), unit: '次' },
    ],
    months: barsOf(
      withoutEmptyEnd([...recentMonths(day, MONTHS_SHOWN)].map((month) => [monthName(month), sumIn(own, new Set([month]))])),
    ),
    years: barsOf(yearsOf(own)),
    columns: r.columns().map(({ code, name }) => {
      const months = own.filter(({ column }) => column === code);
      return { name, href: hrefOf(columnFile(code)), total: sumOf(months), recent: sumIn(months, recent) };
    }),
    departments: departmentRows(r, recent),
    freshness,
    changes,
    tables: {
      columns: tableLink('columns', '各栏目逐月发布量'),
      departments: tableLink('departments', '各部门逐月发布量'),
      freshness: tableLink('freshness', '栏目更新情况'),
      changes: tableLink('changes', '更正和撤回'),
    },
  };
}

const tableLink = (name: StatisticsName, text: string): Link => ({ href: `/${statisticsFile(name)}`, text: `${text}（CSV）` });

function departmentRows(r: ReplicaReader, recent: ReadonlySet<string>): StatisticsPage['departments'] {
  const counted = new Map<string, Counted[]>();
  for (const { department, ...months } of r.departmentMonths()) counted.set(department, [...(counted.get(department) ?? []), months]);
  const standing = r.departments().map(({ code }) => code);
  const gone = [...counted.keys()].filter((code) => !standing.includes(code)).sort();
  return [...standing, ...gone].map((code) => {
    const department = r.department(code);
    const months = counted.get(code) ?? [];
    return {
      name: department?.name ?? code,
      href: department ? hrefOf(departmentFile(code)) : null,
      total: sumOf(months),
      recent: sumIn(months, recent),
    };
  });
}

/** Each column against its own limit, as of the day of the newest release on the site. */
export function freshnessOfColumns(r: ReplicaReader): Freshness[] {
  const moment = r.newestMoment();
  return r.columns().map(({ code, name, freshWithinDays: limit }) => {
    const published = r.newestOfColumn(code, 1)[0]?.publishedAt ?? null;
    const days = published === null || moment === null ? null : Math.max(0, daysBetween(dayOf(published), dayOf(moment)));
    const state = days === null ? 'empty' : limit === null ? 'unlimited' : days <= limit ? 'fresh' : 'stale';
    return {
      code,
      name,
      href: hrefOf(columnFile(code)),
      newest: published === null ? null : dayOf(published),
      days,
      limit,
      rule: freshnessOf(limit),
      state,
      label: FRESHNESS_LABELS[state],
    };
  });
}

const FRESHNESS_LABELS = { fresh: '按期', stale: '超期', empty: '暂无内容', unlimited: '按需更新' } as const;

const daysBetween = (earlier: string, later: string): number => Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS);

export function changesByYear(r: ReplicaReader): YearOfChanges[] {
  const years = new Map<string, YearOfChanges>();
  const of = (year: string): YearOfChanges => {
    const known = years.get(year) ?? { year, corrections: 0, withdrawn: 0, expired: 0 };
    years.set(year, known);
    return known;
  };
  for (const { year, corrections } of r.correctionsByYear()) of(year).corrections = corrections;
  for (const { at, kind } of r.withdrawals()) of(yearOf(at))[kind === 'expired' ? 'expired' : 'withdrawn'] += 1;
  return [...years.values()].sort((one, other) => Number(other.year) - Number(one.year));
}

/** Published by year, newest first; older years together, then documents without any date. */
function yearsOf(own: Counted[]): [string, number][] {
  const dated = own.filter(({ month }) => month !== UNDATED);
  const sums = new Map<string, number>();
  for (const { month, documents } of dated) sums.set(month.slice(0, 4), (sums.get(month.slice(0, 4)) ?? 0) + documents);
  const years = [...sums].sort(([one], [other]) => Number(other) - Number(one));
  const lines = years.slice(0, YEARS_SHOWN).map(([year, sum]): [string, number] => [`${year}年`, sum]);
  const older = years.slice(YEARS_SHOWN).reduce((sum, [, documents]) => sum + documents, 0);
  if (older > 0) lines.push(['更早', older]);
  const undated = sumOf(own) - sumOf(dated);
  if (undated > 0) lines.push(['未注明日期', undated]);
  return lines;
}

/** So many months up to the one of this day, newest first. */
function recentMonths(day: string | null, count: number): ReadonlySet<string> {
  if (day === null) return new Set();
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Set(
    Array.from({ length: count }, (_, back) => {
      const at = new Date(Date.UTC(year, month - 1 - back, 1));
      return `${at.getUTCFullYear()}${String(at.getUTCMonth() + 1).padStart(2, '0')}`;
    }),
  );
}

/** Months before anything was published say nothing. */
function withoutEmptyEnd(lines: [string, number][]): [string, number][] {
  return lines.slice(0, lines.findLastIndex(([, value]) => value > 0) + 1);
}

function barsOf(lines: [string, number][]): Bar[] {
  const longest = Math.max(1, ...lines.map(([, value]) => value));
  return lines.map(([label, value]) => ({ label, value, percent: Math.round((value / longest) * 1000) / 10 }));
}

const sumOf = (counted: Counted[]): number => counted.reduce((sum, { documents }) => sum + documents, 0);
const sumIn = (counted: Counted[], months: ReadonlySet<string>): number => sumOf(counted.filter(({ month }) => months.has(month)));

/** The data behind the page, complete: every month, not only those drawn. */
export function statisticsTable(r: ReplicaReader, name: StatisticsName): string {
  switch (name) {
    case 'columns': {
      const names = new Map(r.columns().map((column) => [column.code, column.name]));
      const rows = r.ownMonths().map(({ month, column, documents }) => [written(month), column, names.get(column)!, documents]);
      return csvOf(['年月', '栏目代码', '栏目', '发布条数'], rows);
    }
    case 'departments': {
      const names = new Map(r.departments().map((department) => [department.code, department.name]));
      const rows = r
        .departmentMonths()
        .map(({ month, department, documents }) => [written(month), department, names.get(department) ?? department, documents]);
      return csvOf(['年月', '部门代码', '部门', '发布条数'], rows);
    }
    case 'freshness': {
      const rows = freshnessOfColumns(r).map(({ code, name: column, newest, days, limit, label }) => [code, column, newest, days, limit, label]);
      return csvOf(['栏目代码', '栏目', '最近更新', '距统计日天数', '更新期限天数', '状态'], rows);
    }
    case 'changes': {
      const rows = changesByYear(r).map(({ year, corrections, withdrawn, expired }) => [year, corrections, withdrawn, expired]);
      return csvOf(['年份', '更正次数', '撤回条数', '到期下线条数'], rows);
    }
  }
}

/** `2026-11`; empty for documents without any date. */
const written = (month: string): string => (month === UNDATED ? '' : `${month.slice(0, 4)}-${month.slice(4)}`);
