import type { Role } from './roles';
import type { State } from './states';
import type { Action } from './transitions';

const HOUR_MS = 3_600_000;

/** A list of what waits for people of one role. */
export interface Queue {
  label: string;
  roles: readonly Role[];
  /** State of what waits; null: it is told by something else (`proposed_by`). */
  state: State | null;
  /** Above this somebody is kept waiting too long, in milliseconds; null: nobody waits. */
  limitMs: number | null;
  /** What may be done to several at once: it can be taken back by the next person, unlike a release. */
  approve: Action | null;
}

/**
 * Limits are the house's own (the model portal promises review within a working day and release within half a one); the promises of
 * the city are measured elsewhere, on its working-day calendar.
 */
export const QUEUES = {
  submitted: { label: '待初审', roles: ['deputy-head'], state: 'submitted', limitMs: 24 * HOUR_MS, approve: 'first-approve' },
  'first-approved': { label: '待终审', roles: ['head'], state: 'first-approved', limitMs: 24 * HOUR_MS, approve: 'final-approve' },
  approved: { label: '待发布', roles: ['releaser'], state: 'approved', limitMs: 12 * HOUR_MS, approve: null },
  'withdrawal-proposed': { label: '待确认撤回', roles: ['head'], state: null, limitMs: 4 * HOUR_MS, approve: null },
  returned: { label: '已退回', roles: ['uploader'], state: 'returned', limitMs: 72 * HOUR_MS, approve: null },
  draft: { label: '起草', roles: ['uploader'], state: 'draft', limitMs: null, approve: null },
} as const satisfies Record<string, Queue>;

export type QueueName = keyof typeof QUEUES;

export const isQueue = (name: string): name is QueueName => Object.hasOwn(QUEUES, name);

/** Queues somebody of these roles works on, in the order in which they are shown. */
export const queuesOf = (roles: readonly Role[]): QueueName[] =>
  (Object.keys(QUEUES) as QueueName[]).filter((name) => (QUEUES[name].roles as readonly Role[]).some((role) => roles.includes(role)));

/** 紧急程度 by the time left: `late` the limit is past, `soon` less than a quarter of it is left. */
export type Urgency = 'late' | 'soon' | 'none';

const SOON = 0.75;

export const urgencyOf = (name: QueueName, since: string, now: number): Urgency => {
  const { limitMs } = QUEUES[name];
  if (limitMs === null) return 'none';
  const waited = now - Date.parse(since);
  if (waited > limitMs) return 'late';
  return waited > limitMs * SOON ? 'soon' : 'none';
};

/** Instants between which something must have begun to wait to be of this urgency; null: no bound on that side. */
export const sinceFor = (name: QueueName, urgency: 'late' | 'soon', now: number): { after: string | null; before: string | null } | null => {
  const { limitMs } = QUEUES[name];
  if (limitMs === null) return null;
  const late = new Date(now - limitMs).toISOString();
  return urgency === 'late' ? { after: null, before: late } : { after: late, before: new Date(now - limitMs * SOON).toISOString() };
};
