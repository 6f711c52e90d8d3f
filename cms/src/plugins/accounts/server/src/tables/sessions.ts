import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Why a session ended before its time. */
export type Ended = 'elsewhere' | 'idle' | 'maximum' | 'revoked' | 'roles' | 'password' | 'locked' | 'deactivated' | 'logout' | 'second-factor';

/** What is kept of a session; one row an id, ids of one login share their family. */
export interface SessionRow {
  session_id: string;
  family: string;
  user_id: number;
  began_at: string;
  seen_at: string;
  verified_at: string | null;
  ip: string;
  agent: string;
  ended_at: string | null;
  ended_why: Ended | null;
}

const TABLE = 'accounts_session';

export const readSession = async (knex: Knex, sessionId: string): Promise<SessionRow | undefined> => (await knex(TABLE).where({ session_id: sessionId }).first()) as SessionRow | undefined;

export const insertSession = async (knex: Knex, row: SessionRow): Promise<void> => {
  await knex(TABLE).insert(row).onConflict('session_id').ignore();
};

export const markFamily = async (knex: Knex, family: string, changes: Partial<SessionRow>): Promise<void> => {
  await knex(TABLE).where({ family }).update(changes);
};

/** Sessions that have not ended, one row a login, newest first. */
export const openSessions = async (knex: Knex, userId?: number): Promise<SessionRow[]> => {
  // Strapi's own page ends sessions, too, and idle ones go with the first token that is refused.
  const query = knex(TABLE).whereNull('ended_at').whereIn('session_id', knex('strapi_sessions').select('session_id')).orderBy('seen_at', 'desc');
  if (userId !== undefined) query.where({ user_id: userId });
  const seen = new Set<string>();
  return ((await query) as SessionRow[]).filter(({ family }) => !seen.has(family) && seen.add(family));
};

/**
 * Ends sessions of an account at once: Strapi's rows go, so that no token of theirs is good any more; ours stay with the reason, which
 * the person is told who comes with such a token.
 * @param which all of them, all but one family, or one family
 */
export const endSessions = async (
  strapi: Core.Strapi,
  trx: Knex,
  userId: number,
  why: Ended,
  which: { but?: string; only?: string } = {},
): Promise<number> => {
  const query = trx(TABLE).where({ user_id: userId }).whereNull('ended_at');
  if (which.but !== undefined) query.whereNot({ family: which.but });
  if (which.only !== undefined) query.where({ family: which.only });
  const rows = (await query.select('session_id', 'family')) as { session_id: string; family: string }[];
  const ids = rows.map((row) => row.session_id);
  for (let from = 0; from < ids.length; from += 100) {
    const some = ids.slice(from, from + 100);
    await trx(TABLE).whereIn('session_id', some).update({ ended_at: new Date().toISOString(), ended_why: why });
    await strapi.db.query('admin::session').deleteMany({ where: { origin: 'admin', sessionId: { $in: some } } });
  }
  return new Set(rows.map((row) => row.family)).size;
};

const KEPT_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;

/** Sessions long over are forgotten; that somebody logged in stays in the audit. */
export const forgetOldSessions = async (knex: Knex, now: number): Promise<void> => {
  await knex(TABLE).where('began_at', '<', new Date(now - KEPT_DAYS * DAY_MS).toISOString()).delete();
};

/**
 * Does so every day while the CMS runs.
 * @returns a function that stops it
 */
export const startForgetting = (strapi: Core.Strapi): (() => void) => {
  const timer = setInterval(() => {
    forgetOldSessions(strapi.db.connection, Date.now()).catch((error: unknown) => void strapi.log.error(`旧的登录记录没有清理：${String(error)}`));
  }, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
