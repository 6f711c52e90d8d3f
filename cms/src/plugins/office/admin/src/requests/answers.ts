import type { CountedDay, SpecialDay } from '../../../server/src/decisions/calendar';
import type { Deadline } from '../../../server/src/decisions/deadlines';
import type { NoticeKind } from '../../../server/src/decisions/notices';
import type { Pledge } from '../../../server/src/decisions/promises';
import type { Kind, RegisterEntry } from '../../../server/src/decisions/register';

/** What the server half answers (`server/src/routes/*.ts`). */

export interface ShownEntry extends RegisterEntry {
  numberText: string;
  mayWrite: boolean;
  mayVoid: boolean;
}

export interface RegisterCount {
  total: number;
  voided: number;
  filed: number;
  unsigned: number;
  copies: number;
}

export interface RegisterPage {
  entries: ShownEntry[];
  next: number | null;
  count: RegisterCount;
  years: string[];
  mayRegister: boolean;
}

export interface RegisterFilter {
  kind: Kind;
  year: string;
  q: string;
  state: string;
  before?: number;
}

export interface EntryDetail {
  entry: ShownEntry;
  term: { last: string; days: CountedDay[]; missingYears: string[] } | null;
  deadlines: Deadline[];
}

export interface DeadlineItem extends Deadline {
  kindText: string;
  id: string;
  numberText: string;
  title: string;
  department: string;
  writtenOn: string | null;
  receivedAt: string | null;
  days: CountedDay[];
}

export interface Deadlines {
  today: string;
  items: DeadlineItem[];
  missingYears: string[];
  uninterpreted: { documentId: string; publicId: string; title: string; department: string; publishedAt: string | null }[];
}

export interface CalendarYear {
  year: string;
  source: string;
  version: number;
  changedByName: string;
  changedAt: string;
  days: SpecialDay[];
}

export interface Calendar {
  years: CalendarYear[];
  missing: string[];
  mayKeep: boolean;
}

export interface ShownPromise extends Pledge {
  measureText: string;
  /** Null: it is not counted here. */
  reached: number | null;
}

export interface Promises {
  promises: ShownPromise[];
  measures: Record<string, string>;
  mayKeep: boolean;
}

export interface Template {
  id: string;
  name: string;
  column: string;
  titlePattern: string;
  body: string;
  version: number;
}

export interface Templates {
  templates: Template[];
  mayKeep: boolean;
}

export interface Notice {
  id: string;
  kind: NoticeKind;
  kindText: string;
  object: string;
  title: string;
  text: string;
  link: string;
  createdAt: string;
  readAt: string | null;
  settledAt: string | null;
}

export interface NoticePage {
  notices: Notice[];
  next: string | null;
  mail: { configured: boolean; waiting: number; givenUp: number; lastError: string | null } | null;
}

export interface NoticeChoice {
  kind: NoticeKind;
  kindText?: string;
  onScreen: boolean;
  byMail: boolean;
}
