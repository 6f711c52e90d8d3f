import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Passage } from '../../../../review/server/src/door';
import { decideKeeping } from '../decisions/separation';
import type { Person, UserRow } from '../people';
import { userService } from '../people';
import { changeAccount } from '../tables/accounts';
import { lookAfter, reasonOf } from './look-after';

/** An invitation is handed over in person or by the house's own mail: a day is enough, and after the first use it is worth nothing. */
const LINK_HOURS = 24;

/** A link with which its owner sets the password; whoever makes it never learns that. Within the door. */
export const makeLink = async (strapi: Core.Strapi, { trx, at }: Passage, user: UserRow): Promise<{ path: string; until: string }> => {
  const token = randomBytes(24).toString('hex');
  const until = new Date(Date.parse(at) + LINK_HOURS * 3600 * 1000).toISOString();
  const begun = Boolean(user.password);
  await userService(strapi).updateById(user.id, begun ? { resetPasswordToken: token, resetPasswordTokenExpiresAt: until } : { registrationToken: token });
  await changeAccount(trx, user.id, { link_until: until });
  return { path: begun ? `/auth/reset-password?code=${token}` : `/auth/register?registrationToken=${token}`, until };
};

export const issueLink = (strapi: Core.Strapi, by: Person, userId: number, given: { reason?: unknown }): Promise<{ path: string; until: string }> => {
  const reason = reasonOf(given.reason);
  return lookAfter(strapi, by, userId, decideKeeping, async (passage, { user }) => {
    passage.audit('account-link', `account:${user.id}`, { email: user.email, reason });
    return makeLink(strapi, passage, user);
  });
};
