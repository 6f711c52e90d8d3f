import type { Day, Term, WorkingCalendar } from './calendar';
import { addWorkingDays, workingDaysBetween } from './calendar';
import type { RegisterEntry } from './register';

/** 国务院办公厅对政府网站的检查: whether portals relayed key information of the State Council within 24 hours (2016 circular, Q2). */
export const RELAY_HOURS = 24;
/** 条例 第二十六条: "自该政府信息形成或者变更之日起20个工作日内及时公开。" */
export const DISCLOSURE_WORKING_DAYS = 20;

const HOUR_MS = 60 * 60 * 1000;

/**
 * When an item of the State Council or the province has to be relayed: hours run from the moment of receipt and over rest days
 * (《民法典》第二百零一条第二款: "按照小时计算期间的，自法律规定或者当事人约定的时间开始计算").
 * @param receivedAt instant
 */
export const relayDueAt = (receivedAt: string): string => new Date(Date.parse(receivedAt) + RELAY_HOURS * HOUR_MS).toISOString();

/** The term in which a document has to be published, from its 成文日期. */
export const disclosureTerm = (calendar: WorkingCalendar, writtenOn: Day): Term => addWorkingDays(calendar, writtenOn, DISCLOSURE_WORKING_DAYS);

/** Which terms an entry is under; what does not apply is null. */
export const datesOf = (
  calendar: WorkingCalendar,
  entry: Pick<RegisterEntry, 'kind' | 'relay' | 'receivedAt' | 'disclosure' | 'writtenOn'>,
): { relayDueAt: string | null; disclosureDueOn: Day | null } => ({
  relayDueAt: entry.kind === 'in' && entry.relay && entry.receivedAt ? relayDueAt(entry.receivedAt) : null,
  // 条例 第十条: who makes a document publishes it; what came in from elsewhere is relayed, not under this term.
  disclosureDueOn:
    entry.kind === 'out' && entry.disclosure === 'open' && entry.writtenOn ? disclosureTerm(calendar, entry.writtenOn).last : null,
});

export const DEADLINES = {
  relay: '转载（收到后 24 小时内）',
  disclosure: '主动公开（成文之日起 20 个工作日内）',
  handling: '办理期限',
} as const;

export type DeadlineKind = keyof typeof DEADLINES;

export interface Deadline {
  kind: DeadlineKind;
  /** Instant for hours, day for days. */
  due: string;
  overdue: boolean;
  /** `还有 5 小时`, `还有 3 个工作日`, `已超 2 个工作日`. */
  left: string;
  /** For sorting: milliseconds from now. */
  order: number;
  missingYears: string[];
}

const endOf = (day: Day): number => Date.parse(`${day}T00:00:00+08:00`) + 24 * HOUR_MS;

const hours = (ms: number): string => {
  const minutes = Math.max(1, Math.floor(Math.abs(ms) / 60_000));
  return minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时${minutes % 60 === 0 ? '' : ` ${minutes % 60} 分`}`;
};

const byDays = (calendar: WorkingCalendar, kind: DeadlineKind, due: Day, today: Day, now: number): Deadline => {
  const { count, missingYears } = workingDaysBetween(calendar, today, due);
  const overdue = today > due;
  const left = overdue ? `已超 ${Math.max(1, Math.abs(count))} 个工作日` : today === due ? '今天到期' : `还有 ${count} 个工作日`;
  return { kind, due, overdue, left, order: endOf(due) - now, missingYears };
};

/**
 * What an entry still owes. A term of days ends at the end of its last day (《民法典》第二百零三条第二款: "期间的最后一日的截止时间为二十四时").
 * Published (linked to a public document): relay and disclosure are done; put in order: the handling is.
 */
export const openDeadlines = (calendar: WorkingCalendar, entry: RegisterEntry, now: { at: string; today: Day }): Deadline[] => {
  if (entry.voidedAt) return [];
  const moment = Date.parse(now.at);
  const found: Deadline[] = [];
  if (entry.relayDueAt && !entry.published) {
    const order = Date.parse(entry.relayDueAt) - moment;
    found.push({ kind: 'relay', due: entry.relayDueAt, overdue: order < 0, left: `${order < 0 ? '已超' : '还有'} ${hours(order)}`, order, missingYears: [] });
  }
  if (entry.disclosureDueOn && !entry.published) found.push(byDays(calendar, 'disclosure', entry.disclosureDueOn, now.today, moment));
  if (entry.dueOn && !entry.filedAt) found.push(byDays(calendar, 'handling', entry.dueOn, now.today, moment));
  return found;
};

