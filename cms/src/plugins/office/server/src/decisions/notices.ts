import type { Action } from '../../../../review/server/src/decisions/transitions';
import type { Role } from '../../../../review/server/src/decisions/roles';
import type { WorkingCalendar } from './calendar';
import { addWorkingDays } from './calendar';

/** 通知: what a person is told, and may switch off kind by kind. */
export const NOTICES = {
  returned: '稿件被退回',
  waiting: '有稿件等您办理',
  overdue: '超时提醒',
  live: '稿件已上线',
  'set-aside': '稿件没有上线',
} as const;
export type NoticeKind = keyof typeof NOTICES;

export const isNoticeKind = (value: unknown): value is NoticeKind => typeof value === 'string' && Object.hasOwn(NOTICES, value);

/** What the decision needs to know of a document after a command. */
export interface Told {
  authors: string[];
  submittedBy: string | null;
  firstBy: string | null;
  finalBy: string | null;
  proposedBy: string | null;
  department: string;
}

/** Whom a step concerns: people by id, or everybody of a role but those who may not do the next step. */
export interface Concerned {
  kind: NoticeKind;
  accounts?: string[];
  role?: Role;
  except?: (string | null)[];
  text: string;
}

const people = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id): id is string => id !== null))];

/** Who is told after a command; whoever did it is never told of it. */
export const concernedBy = (action: Action, before: Told, after: Told, reason = ''): Concerned[] => {
  const author = people([...before.authors, before.submittedBy]);
  switch (action) {
    case 'return':
      return [{ kind: 'returned', accounts: author, text: reason ? `退回理由：${reason}` : '已退回，请修改后再送审。' }];
    case 'submit':
      return [{ kind: 'waiting', role: 'deputy-head', except: after.authors, text: '等待初审。' }];
    case 'first-approve':
      return [{ kind: 'waiting', role: 'head', except: [...after.authors, after.firstBy], text: '等待终审。' }];
    case 'final-approve':
      return [{ kind: 'waiting', role: 'releaser', except: [...after.authors, after.firstBy, after.finalBy], text: '等待发布。' }];
    case 'propose-withdrawal':
      return [{ kind: 'waiting', role: 'head', except: [after.proposedBy], text: '有人申请撤回，等待确认。' }];
    case 'decline-withdrawal':
      return [{ kind: 'returned', accounts: people([before.proposedBy]), text: reason ? `不予撤回：${reason}` : '不予撤回。' }];
    default:
      return [];
  }
};

/** Steps after which what was waited for is done, by whomever. */
export const SETTLES: readonly Action[] = [
  ...(['submit', 'recall', 'first-approve', 'final-approve', 'return', 'release', 'discard', 'correct'] as const),
  ...(['decline-withdrawal', 'confirm-withdrawal'] as const),
];

/** A step of the review left alone beyond the end of the next working day is overdue. */
export const WAITING_WORKING_DAYS = 1;

/** Role a step waits for, by the state it waits in. */
export const WAITS_FOR: Readonly<Record<string, Role>> = { submitted: 'deputy-head', 'first-approved': 'head', approved: 'releaser' };

/** Whether a step that began waiting on this day is overdue today. */
export const waitsTooLong = (calendar: WorkingCalendar, since: string, today: string): boolean =>
  today > addWorkingDays(calendar, since, WAITING_WORKING_DAYS).last;

const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 60 * 60 * 1000;
/** Some three days of trying: a mail server may be away over a weekend. */
export const MOST_ATTEMPTS = 75;

/** Delay before the next attempt to send a mail: doubling from half a minute, at most an hour. */
export const delayAfter = (attempts: number): number => Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts, 20), LONGEST_DELAY_MS);
