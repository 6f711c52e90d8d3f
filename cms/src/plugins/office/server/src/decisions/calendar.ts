/**
 * 工作日 are counted, not looked up: weekends rest, the State Council's yearly notice moves some days both ways (调休). A year whose
 * notice is not in the table is never guessed at in silence: every answer that reached it names it in `missingYears`.
 */

/** `yyyy-mm-dd` in the time of the city. */
export type Day = string;

export interface SpecialDay {
  day: Day;
  /** `rest`: a weekday nobody works; `work`: a weekend day that is worked to make up for it. */
  kind: 'rest' | 'work';
  name: string;
}

export interface WorkingCalendar {
  /** Years whose notice has been entered. */
  years: ReadonlySet<string>;
  special: ReadonlyMap<Day, SpecialDay>;
}

export interface DayKind {
  working: boolean;
  /** `周五`, `周六`, `春节`, `调休上班（国庆节）`. */
  why: string;
  /** Whether its year is in the calendar; if not, only the weekend is known. */
  known: boolean;
}

export interface CountedDay {
  day: Day;
  /** 1 for the first working day; null for a day that is passed over. */
  number: number | null;
  why: string;
}

export interface Term {
  last: Day;
  /** Every day of the term in order, also those passed over: what is printed to explain the date. */
  days: CountedDay[];
  /** Years it reached that no notice is entered for: the date is provisional. */
  missingYears: string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether this is a day of the calendar, and not 30 February. */
export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' && SHAPE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export const dayAfter = (day: Day, days = 1): Day => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

export const weekdayOf = (day: Day): string => WEEKDAYS[new Date(day).getUTCDay()] ?? '';

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay());

export const calendarOf = (years: Iterable<string>, days: Iterable<SpecialDay>): WorkingCalendar => ({
  years: new Set(years),
  special: new Map([...days].map((special) => [special.day, special])),
});

export const dayKind = (calendar: WorkingCalendar, day: Day): DayKind => {
  const special = calendar.special.get(day);
  const known = calendar.years.has(day.slice(0, 4));
  if (special) {
    const why = special.kind === 'rest' ? special.name : `${weekdayOf(day)}，调休上班（${special.name}）`;
    return { working: special.kind === 'work', why, known };
  }
  return { working: !isWeekend(day), why: weekdayOf(day), known };
};

/** A term longer than this is a slip of the pen, not a term. */
const LONGEST_TERM_DAYS = 2000;

const unknownYears = (calendar: WorkingCalendar, days: CountedDay[]): string[] => [
  ...new Set(days.map(({ day }) => day.slice(0, 4)).filter((year) => !calendar.years.has(year))),
];

/**
 * The last day of a term of working days that begins with an event.
 * 《民法典》第二百零一条第一款: "按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算." The last day is a working day by itself.
 * @param from day of the event, which does not count
 * @param count working days, at least 1
 */
export const addWorkingDays = (calendar: WorkingCalendar, from: Day, count: number): Term => {
  const days: CountedDay[] = [];
  let number = 0;
  let day = from;
  while (number < count) {
    day = dayAfter(day);
    const { working, why } = dayKind(calendar, day);
    if (working) number += 1;
    days.push({ day, number: working ? number : null, why });
    if (days.length > LONGEST_TERM_DAYS) throw new Error(`addWorkingDays: ${count} working days from ${from} do not end`);
  }
  return { last: day, days, missingYears: unknownYears(calendar, days) };
};

/**
 * The last day of a term of calendar days. 《民法典》第二百零三条第一款: "期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。"
 * @param count calendar days, at least 1
 */
export const addCalendarDays = (calendar: WorkingCalendar, from: Day, count: number): Term => {
  const days: CountedDay[] = [];
  for (let number = 1; number <= count; number += 1) {
    const day = dayAfter(from, number);
    days.push({ day, number, why: dayKind(calendar, day).why });
  }
  let last = dayAfter(from, count);
  while (!dayKind(calendar, last).working) {
    last = dayAfter(last);
    days.push({ day: last, number: null, why: `顺延：${dayKind(calendar, last).why}` });
  }
  return { last, days, missingYears: unknownYears(calendar, days) };
};

export interface Span {
  /** Working days after `from` up to and with `to`; below zero when `to` lies before. */
  count: number;
  days: CountedDay[];
  missingYears: string[];
}

/** Working days from one day to another, the first not counted: from today to a deadline these are the days left. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: Day, to: Day): Span => {
  const forward = from <= to;
  const [start, end] = forward ? [from, to] : [to, from];
  const days: CountedDay[] = [];
  let number = 0;
  for (let day = dayAfter(start); day <= end && days.length <= LONGEST_TERM_DAYS; day = dayAfter(day)) {
    const { working, why } = dayKind(calendar, day);
    if (working) number += 1;
    days.push({ day, number: working ? number : null, why });
  }
  return { count: forward || number === 0 ? number : -number, days, missingYears: unknownYears(calendar, days) };
};

/** `2026 年 10 月 10 日`-like faults of a year's days as somebody entered them; empty when it may be kept. */
export const faultsOfYear = (year: string, days: readonly SpecialDay[]): string[] => {
  const faults: string[] = [];
  const seen = new Set<Day>();
  for (const { day, kind, name } of days) {
    if (!isDay(day)) {
      faults.push(`「${String(day)}」不是日期，应写作 2026-01-01。`);
      continue;
    }
    if (day.slice(0, 4) !== year) faults.push(`${day} 不在 ${year} 年；跨年的假日请记在各自的年份。`);
    if (seen.has(day)) faults.push(`${day} 写了两次。`);
    seen.add(day);
    if (kind === 'work' && !isWeekend(day)) faults.push(`${day} 是${weekdayOf(day)}，本来就上班，不能记为调休上班。`);
    if (!name.trim()) faults.push(`${day} 没有写明是什么节日。`);
  }
  return faults;
};
