import type { Core } from '@strapi/strapi';
import { decideProtection } from '../decisions/separation';
import type { Person } from '../people';
import { endSessions } from '../tables/sessions';
import { lookAfter, reasonOf } from './look-after';

/** Ends all sessions of an account at once. @returns how many */
export const revokeSessions = (strapi: Core.Strapi, by: Person, userId: number, given: { reason?: unknown }): Promise<number> => {
  const reason = reasonOf(given.reason);
  return lookAfter(strapi, by, userId, decideProtection, async ({ trx, audit }, { user }) => {
    const ended = await endSessions(strapi, trx, user.id, 'revoked');
    audit('session-revoke', `account:${user.id}`, { email: user.email, reason, ended });
    return ended;
  });
};
