import type { Core } from '@strapi/strapi';
import { NO_ATTEMPTS } from '../decisions/lockout';
import { decideProtection } from '../decisions/separation';
import type { Person } from '../people';
import { attemptColumns, changeAccount } from '../tables/accounts';
import { lookAfter, reasonOf } from './look-after';

/** Lets somebody try again before the lock ends. */
export const unlock = (strapi: Core.Strapi, by: Person, userId: number, given: { reason?: unknown }): Promise<void> => {
  const reason = reasonOf(given.reason);
  return lookAfter(strapi, by, userId, decideProtection, async ({ trx, audit }, { user }) => {
    await changeAccount(trx, user.id, attemptColumns(NO_ATTEMPTS));
    audit('account-unlock', `account:${user.id}`, { email: user.email, reason });
  });
};
