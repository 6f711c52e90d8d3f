import type { Knex } from 'knex';
import type { AuditEntry } from './audit';
import { entryOf } from './audit';
import { isPostgres } from './definitions';

export interface AuditFilter {
  /** Entries below this number come next. */
  before?: number;
  limit: number;
  action?: string;
  /** Part of the name. */
  actor?: string;
  /** `document:<documentId>` or a part of it. */
  object?: string;
  /** Anything in the detail: a title, a reason, a number. */
  text?: string;
  /** Instants, both included. */
  from?: string;
  to?: string;
}

const plain = (text: string): string => text.replace(/[%_]/g, '');

/**
 * Numbers of the first and last entry between two instants. Entries are written in the order of their moments, so a range of time is
 * a range of numbers; with it every other filter keeps to that part of the chain.
 */
const numbersBetween = async (knex: Knex, from?: string, to?: string): Promise<{ first: number | null; last: number | null }> => {
  const first = from ? ((await knex('review_audit').where('at', '>=', from).orderBy('at').first('seq')) as { seq: number | string } | undefined) : undefined;
  const last = to ? ((await knex('review_audit').where('at', '<=', to).orderBy('at', 'desc').first('seq')) as { seq: number | string } | undefined) : undefined;
  return { first: from ? Number(first?.seq ?? Number.MAX_SAFE_INTEGER) : null, last: to ? Number(last?.seq ?? 0) : null };
};

export interface AuditActor {
  id: string;
  name: string;
}

const ACTORS_FRESH_MS = 60_000;
const actorsKnown = new WeakMap<object, { at: number; actors: AuditActor[] }>();

/**
 * Everybody who stands in the audit, each name once. It walks the index from one actor to the next instead of reading half a million
 * entries, and is kept for a minute.
 */
export const actorsOfAudit = async (knex: Knex): Promise<AuditActor[]> => {
  const known = actorsKnown.get(knex.client as object);
  if (known && Date.now() - known.at < ACTORS_FRESH_MS) return known.actors;
  const sql = `
    WITH RECURSIVE walk(actor_id, actor_name) AS (
      SELECT * FROM (SELECT actor_id, actor_name FROM review_audit ORDER BY actor_id, actor_name LIMIT 1) AS start
      UNION ALL
      SELECT next.actor_id, next.actor_name FROM walk CROSS JOIN LATERAL (
        SELECT a.actor_id, a.actor_name FROM review_audit a
        WHERE (a.actor_id, a.actor_name) > (walk.actor_id, walk.actor_name) ORDER BY a.actor_id, a.actor_name LIMIT 1
      ) AS next
    ) SELECT actor_id, actor_name FROM walk`;
  const rows = isPostgres(knex)
    ? ((await knex.raw(sql)) as { rows: { actor_id: string; actor_name: string }[] }).rows
    : ((await knex('review_audit').distinct('actor_id', 'actor_name')) as { actor_id: string; actor_name: string }[]);
  const actors = rows.map(({ actor_id, actor_name }) => ({ id: actor_id, name: actor_name }));
  actorsKnown.set(knex.client as object, { at: Date.now(), actors });
  return actors;
};

/** Words are looked for in the text of entries, which no index holds: so many at a time, then the person decides whether to go on. */
const LOOKED_THROUGH = 100_000;

/** What an object's number may stand for when its kind is left out. */
const KINDS = ['document', 'register', 'column', 'department', 'account', 'release', 'calendar', 'promise', 'template', 'staff'];

export interface AuditPage {
  entries: AuditEntry[];
  /** What to ask `before` to go on; null: the beginning is reached. */
  next: number | null;
}

/** A page of the chain by any of these, newest first. */
export const searchEntries = async (knex: Knex, filter: AuditFilter): Promise<AuditPage> => {
  const { before, limit, action, actor, object, text, from, to } = filter;
  const { first, last } = await numbersBetween(knex, from, to);
  const end = (await knex('review_audit').max({ seq: 'seq' }).first()) as { seq: number | string | null } | undefined;
  const newest = Math.min(before ? before - 1 : Number.MAX_SAFE_INTEGER, last ?? Number.MAX_SAFE_INTEGER, Number(end?.seq ?? 0));
  const oldest = Math.max(first ?? 1, text ? newest - LOOKED_THROUGH + 1 : 1);
  const narrowed = () => {
    const query = knex('review_audit').whereBetween('seq', [oldest, newest]).orderBy('seq', 'desc').limit(limit);
    if (action) query.where({ action });
    if (object) query.whereIn('object', object.includes(':') ? [object] : [object, ...KINDS.map((kind) => `${kind}:${object}`)]);
    if (text) query.where('detail', 'like', `%${plain(JSON.stringify(text).slice(1, -1))}%`);
    return query;
  };
  // One question a person, each answered by the index in order; asked together they would be sorted anew.
  const asked = actor ? (await actorsOfAudit(knex)).filter(({ name }) => name.includes(actor)).slice(0, MOST_ACTORS) : null;
  const rows: Parameters<typeof entryOf>[0][] = [];
  if (asked) for (const { id, name } of asked) rows.push(...((await narrowed().where({ actor_id: id, actor_name: name })) as typeof rows));
  else rows.push(...((await narrowed()) as typeof rows));
  const entries = rows
    .map(entryOf)
    .sort((a, b) => b.seq - a.seq)
    .slice(0, limit);
  if (entries.length === limit) return { entries, next: entries.at(-1)?.seq ?? null };
  return { entries, next: text && oldest > (first ?? 1) ? oldest : null };
};

const MOST_ACTORS = 50;

export const entryAt = async (knex: Knex, seq: number): Promise<AuditEntry | null> => {
  const row = (await knex('review_audit').where({ seq }).first()) as Parameters<typeof entryOf>[0] | undefined;
  return row ? entryOf(row) : null;
};

/** Indexes the searches above walk; the table may be large and may belong to another role, which then makes them itself. */
export const indexAudit = async (knex: Knex): Promise<void> => {
  await knex.raw('CREATE INDEX IF NOT EXISTS review_audit_at_idx ON review_audit (at)');
  await knex.raw('CREATE INDEX IF NOT EXISTS review_audit_actor_idx ON review_audit (actor_id, actor_name, seq)');
  await knex.raw('CREATE INDEX IF NOT EXISTS review_audit_action_idx ON review_audit (action, seq)');
};
