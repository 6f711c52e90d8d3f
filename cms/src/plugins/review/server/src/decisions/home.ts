import type { Actor, Role } from './roles';

/** Parts of the home page. */
export const WIDGETS = ['unfinished', 'waiting', 'approved', 'output', 'freshness', 'publisher'] as const;
export type Widget = (typeof WIDGETS)[number];

/**
 * Which parts whose home page has: what this person can do something about, and nothing else. Those who keep accounts see no content;
 * their page leads to what they keep.
 */
const SHOWN: Record<Role, readonly Widget[]> = {
  uploader: ['unfinished', 'output', 'freshness'],
  'deputy-head': ['waiting', 'output', 'freshness', 'publisher'],
  head: ['waiting', 'approved', 'output', 'freshness', 'publisher'],
  releaser: ['approved', 'output', 'publisher'],
  'system-admin': ['freshness', 'publisher'],
  'security-admin': [],
  auditor: ['output', 'publisher'],
};

/** Parts of this person's home page, in their order; with several roles those of each. */
export const widgetsFor = (roles: readonly Role[]): Widget[] => WIDGETS.filter((widget) => roles.some((role) => SHOWN[role].includes(widget)));

const READS_EVERYTHING: readonly Role[] = ['deputy-head', 'head', 'releaser', 'auditor'];

/** Which departments' documents somebody reads: `all`, or the own ones of an uploader (none for those who keep accounts). */
export const readableDepartments = (actor: Pick<Actor, 'roles' | 'departments'>): 'all' | string[] =>
  actor.roles.some((role) => READS_EVERYTHING.includes(role)) ? 'all' : actor.roles.includes('uploader') ? actor.departments : [];
