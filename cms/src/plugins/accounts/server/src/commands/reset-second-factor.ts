import type { Core } from '@strapi/strapi';
import { decideProtection } from '../decisions/separation';
import type { Person } from '../people';
import { changeAccount } from '../tables/accounts';
import { endSessions } from '../tables/sessions';
import { forgetSecondFactor } from './enrol';
import { lookAfter, reasonOf } from './look-after';

/** Takes the second factor of somebody whose phone is gone; the owner is told at the next login, and sets up a new one. */
export const resetSecondFactor = (strapi: Core.Strapi, by: Person, userId: number, given: { reason?: unknown }): Promise<void> => {
  const reason = reasonOf(given.reason);
  return lookAfter(strapi, by, userId, decideProtection, async ({ trx, audit, at }, { user }) => {
    await forgetSecondFactor(trx, user.id);
    await changeAccount(trx, user.id, { told: `安全管理员${by.actor.name}重置了您的双因素验证。理由：${reason}。不是您要求的，请立即报告。（${at}）` });
    await endSessions(strapi, trx, user.id, 'second-factor');
    audit('second-factor-reset', `account:${user.id}`, { email: user.email, reason });
  });
};
