import type { Content } from '../../../server/src/content/content';
import type { Difference } from '../../../server/src/decisions/differences';
import type { QueueName, Urgency } from '../../../server/src/decisions/queues';
import type { State } from '../../../server/src/decisions/states';
import type { Action } from '../../../server/src/decisions/transitions';
import type { InboxItem, Mark } from './answers';

/** What `server/src/routes/{inbox,decision,notes,history}.ts` answer. */

export interface QueueItem extends InboxItem {
  state: State;
  round: number;
  version: number;
  /** Something of it is public already. */
  correction: boolean;
  urgency: Urgency;
  /** Whether this person has had this very revision open. */
  opened: boolean;
  /** What may be done to several at once. */
  approve: Action | null;
  /** Why this person may not. */
  blocked: string | null;
}

export interface Counted {
  code: string;
  total: number;
}

export interface QueuePage {
  queue: QueueName | null;
  queues: { queue: QueueName; label: string; total: number }[];
  page: number;
  pageSize: number;
  total: number;
  limitHours: number | null;
  items: QueueItem[];
  columns: Counted[];
  departments: Counted[];
}

/** What stands in the address of the inbox and goes along to the decision. */
export type QueueFilter = Partial<Record<'queue' | 'column' | 'department' | 'urgency' | 'hours' | 'title' | 'page' | 'pageSize', string>>;

export interface Line {
  position: number | null;
  total: number;
  previous: string | null;
  next: string | null;
}

export type BulkResult =
  | { documentId: string; title: string; outcome: 'done'; state: State }
  | { documentId: string; title: string | null; outcome: 'refused'; code: string; message: string; hint: string };

export interface KeptMark extends Mark {
  revision: number;
  by: string;
  at: string;
  resolvedAt: string | null;
}

export interface RevisionChoice {
  revision: number;
  kind: 'submitted' | 'imported' | 'moved';
  madeAt: string;
}

export interface DecisionAnswer {
  documentId: string;
  title: string;
  state: State;
  version: number;
  column: string;
  department: string;
  since: string;
  /** The revision that is shown; null: it was never submitted. */
  revision: number | null;
  current: number | null;
  live: number | null;
  contentHash: string | null;
  madeAt: string | null;
  content: Content | null;
  base: number | null;
  revisions: RevisionChoice[];
  marks: KeptMark[];
  mayMark: boolean;
  opened: boolean;
}

export interface Comparison {
  difference: Difference;
}

export interface Note {
  seq: number;
  revision: number | null;
  author: string;
  at: string;
  text: string;
  mentions: { id: string; name: string }[];
}

export interface Notes {
  notes: Note[];
  mayWrite: boolean;
}

export interface Colleague {
  id: string;
  name: string;
  role: string;
}

export interface HistoryStep {
  seq: number;
  at: string;
  actor: string;
  action: string;
  label: string;
  reason: string | null;
}

export interface HistoryRevision extends RevisionChoice {
  contentHash: string;
  by: string | null;
  steps: HistoryStep[];
}

export interface HistoryAnswer {
  documentId: string;
  title: string;
  state: State;
  version: number;
  current: number | null;
  live: number | null;
  mayRestore: boolean;
  revisions: HistoryRevision[];
  since: HistoryStep[];
}

