import type { State } from '../../../server/src/decisions/states';

/** What `GET /review/home` and `GET /review/documents` answer. Instants are ISO 8601 in UTC. */

export interface HomeItem {
  documentId: string;
  title: string;
  state: State;
  column: string;
  department: string;
  since: string;
  by: string | null;
  reason: string | null;
}

export interface HomeGroup {
  state: State | 'withdrawal-proposed';
  label: string;
  /** All there are; `items` are the first of them. */
  count: number;
  items: HomeItem[];
}

export interface OutputRow {
  column: string;
  department: string;
  today: number;
  week: number;
}

export interface Output {
  /** Null: the site promises no number a day. */
  promisedADay: number | null;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  weekFrom: string;
  today: number;
  week: number;
  rows: OutputRow[];
}

export interface AgingColumn {
  code: string;
  name: string;
  freshWithinDays: number;
  newest: string | null;
  state: 'near' | 'past' | 'empty';
  daysLeft: number | null;
}

export interface PublisherState {
  health: 'good' | 'busy' | 'behind' | 'idle';
  release: { number: number; liveAt: string } | null;
  waiting: number;
  since: string | null;
  webhookError: string | null;
  setAside: number;
  setAsideDocuments: { documentId: string; title: string; reason: string }[];
}

/** Only the parts this person's roles get. */
export interface Home {
  now: string;
  unfinished?: HomeGroup;
  waiting?: HomeGroup[];
  approved?: HomeGroup;
  output?: Output;
  freshness?: { limited: number; columns: AgingColumn[] };
  publisher?: PublisherState;
}

export interface DocumentRow {
  documentId: string;
  title: string;
  state: State;
  column: string;
  department: string;
  indexNumber: string | null;
  documentNumber: string | null;
  editedBy: string | null;
  changedAt: string;
  publishedAt: string | null;
  live: boolean;
  withdrawalProposed: boolean;
  setAside: boolean;
}

export interface DocumentPage {
  rows: DocumentRow[];
  count: number;
  /** There are more than `count`. */
  more: boolean;
  next: string | null;
  previous: string | null;
  mayCreate: boolean;
}
