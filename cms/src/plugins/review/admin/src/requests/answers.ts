import type { State, WithdrawalKind } from '../../../server/src/decisions/states';
import type { Action } from '../../../server/src/decisions/transitions';
import type { Need } from '../../../server/src/routes/panel';
import type { CommandAnswers, PanelRules } from './rules-answers';

/** What the server half answers (`server/src/routes/*.ts`). Instants are ISO 8601 in UTC. */

/** What a button asks for before it is pressed through. */
export type { Need };

export interface Button {
  action: Action;
  /** `leak`: the withdrawal that needs no proposal. */
  kind: 'leak' | null;
  label: string;
  needs: Need;
  variant: 'success' | 'danger' | 'secondary';
}

export interface HistoryEntry {
  seq: number;
  at: string;
  actor: string;
  action: string;
  label: string;
  reason: string | null;
}

export interface Live {
  url: string | null;
  publishedAt: string | null;
  releasedAt: string | null;
  /** Null until the publisher has acknowledged the release. */
  liveAt: string | null;
  release: number | null;
}

export interface Panel extends PanelRules {
  documentId: string;
  state: State;
  stateLabel: string;
  round: number;
  version: number;
  revision: number | null;
  contentHash: string | null;
  indexNumber: string | null;
  live: Live | null;
  setAsideReason: string | null;
  returnReason: string | null;
  correctionReason: string | null;
  withdrawal: { kind: WithdrawalKind; reason: string | null; proposed: boolean; at: string | null } | null;
  pinnedUntil: string | null;
  /** Since when it stands on top of the home page, and until when; null: it does not. */
  emergency: { since: string; until: string | null } | null;
  history: HistoryEntry[];
  actions: Button[];
}

/** A passage of a revision and what a reviewer says about it; offsets count from the beginning of a block of the body. */
export interface Mark {
  block: number;
  from: number;
  to: number;
  quote: string;
  remark: string;
}

export interface ActRequest {
  documentId: string;
  action: Action;
  /** Version of the state the person saw; the server refuses when somebody was first. */
  version: number;
  input: CommandAnswers & {
    marks?: Mark[];
    /** Reasons for warnings of the checks. */
    accepted?: { finding: string; reason: string }[];
    secrecy?: { result: 'publishable' | 'not-publishable'; basis: string; note: string };
  };
}

export interface InboxItem {
  documentId: string;
  title: string;
  column: string;
  department: string;
  since: string;
  by: string | null;
  reason: string | null;
}

export interface InboxGroup {
  state: State | 'withdrawal-proposed';
  label: string;
  total: number;
  items: InboxItem[];
}

export interface Inbox {
  groups: InboxGroup[];
  alarms: { documentId: string; title: string; reason: string }[];
}

export interface ColumnChoice {
  code: string;
  name: string;
  kind: string;
}

export interface DepartmentChoice {
  code: string;
  name: string;
  /** Whether this person uploads for it. */
  own: boolean;
}

export interface LinkChoice {
  id: string;
  title: string;
  column: string;
  indexNumber: string | null;
}

export interface AuditEntry {
  seq: number;
  at: string;
  actorId: string;
  actorName: string;
  action: string;
  object: string;
  detail: unknown;
  previousHash: string;
  hash: string;
}

export interface AuditPage {
  entries: AuditEntry[];
  /** What to ask `before` for the next page; null: there is none. */
  next: number | null;
}

export interface AuditFilter {
  before?: number;
  action?: string;
  actor?: string;
  object?: string;
  text?: string;
  /** Instants, both included. */
  from?: string;
  to?: string;
}

export interface AuditActors {
  actors: { id: string; name: string }[];
  /** Key that exports are checked with, and its first 16 digits for comparing aloud. */
  publicKey: string;
  fingerprint: string;
  mostExported: number;
}

/** A check of the chain under way. */
export interface RunningVerification {
  id: string;
  checked: number;
  total: number;
  verification: Verification | null;
  error: string | null;
}

export interface Verification {
  ok: boolean;
  entries: number;
  head: { seq: number; hash: string } | null;
  faults: { seq: number | null; code: string; message: string }[];
}
