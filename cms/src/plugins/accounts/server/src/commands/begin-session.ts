import type { Core } from '@strapi/strapi';
import { throughDoor } from '../../../../review/server/src/door';
import { environment } from '../../../../../environment';
import { NO_ATTEMPTS } from '../decisions/lockout';
import { findPerson, whence } from '../people';
import { attemptColumns, changeAccount, readAccount } from '../tables/accounts';
import { endSessions, insertSession, readSession } from '../tables/sessions';

/**
 * What a login leaves behind: our row of the session, the audit entry, and, unless a code is still to come, the end of the sessions
 * before it. While a code is to come nothing is ended and no failure forgotten: so far this is only somebody with the password.
 */
export const beginSession = async (strapi: Core.Strapi, userId: number, sessionId: string): Promise<void> => {
  const person = await findPerson(strapi, userId);
  if (!person) throw new Error(`A session for account ${userId}, which does not exist`);
  const { ip, agent } = whence(strapi);
  await throughDoor(strapi, person.actor, async ({ trx, audit, at }) => {
    const account = await readAccount(trx, userId);
    const codeToCome = environment().secondFactor === 'required' && account?.totp_enrolled_at != null;
    await insertSession(trx, {
      ...{ session_id: sessionId, family: sessionId, user_id: userId, began_at: at, seen_at: at, ip, agent },
      ...{ verified_at: null, ended_at: null, ended_why: null },
    });
    await changeAccount(trx, userId, { last_login_at: at, last_login_ip: ip, ...(codeToCome ? {} : attemptColumns(NO_ATTEMPTS)) });
    const ended = environment().oneSession === 'required' && !codeToCome ? await endSessions(strapi, trx, userId, 'elsewhere', { but: sessionId }) : 0;
    audit('login', `account:${userId}`, { ip, agent, codeToCome, ended });
  });
};

/** A renewed token carries on its login: the new id joins the family of the old one. */
export const carryOnSession = async (strapi: Core.Strapi, from: string, to: string): Promise<void> => {
  const row = await readSession(strapi.db.connection, from);
  if (row && !row.ended_at) await insertSession(strapi.db.connection, { ...row, session_id: to });
};
