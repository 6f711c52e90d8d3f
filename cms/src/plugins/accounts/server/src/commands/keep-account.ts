import type { Core } from '@strapi/strapi';
import { invalid } from '../../../../review/server/src/errors';
import { decideKeeping } from '../decisions/separation';
import type { Person } from '../people';
import { userService } from '../people';
import { changeAccount } from '../tables/accounts';
import { endSessions } from '../tables/sessions';
import { lookAfter, reasonOf } from './look-after';

/** Takes an account out of use, at once, or back into it. Accounts are never deleted: the audit speaks of them. */
export const setActive = (strapi: Core.Strapi, by: Person, userId: number, active: boolean, given: { reason?: unknown }): Promise<void> => {
  const reason = reasonOf(given.reason);
  return lookAfter(strapi, by, userId, decideKeeping, async ({ trx, audit }, { user }) => {
    if (active && !user.password) throw invalid('INVALID', '这个账号还没有设置过密码。', '请发给本人一次性链接，设置密码后自动启用。');
    // Links handed out before are worth nothing from now on.
    await userService(strapi).updateById(user.id, { isActive: active, registrationToken: null, resetPasswordToken: null, resetPasswordTokenExpiresAt: null });
    await changeAccount(trx, user.id, { link_until: null });
    if (!active) await endSessions(strapi, trx, user.id, 'deactivated');
    audit(active ? 'account-activate' : 'account-deactivate', `account:${user.id}`, { email: user.email, reason });
  });
};

/** Corrects the name under which somebody appears. The e-mail stays: departments hang on it. */
export const rename = (strapi: Core.Strapi, by: Person, userId: number, given: { name?: unknown }): Promise<void> => {
  const name = typeof given.name === 'string' ? given.name.trim() : '';
  if (name === '' || name.length > 60) throw invalid('INVALID', '请填写姓名。', '');
  return lookAfter(strapi, by, userId, decideKeeping, async ({ audit }, { user, actor }) => {
    await userService(strapi).updateById(user.id, { firstname: name, lastname: '' });
    audit('account-rename', `account:${user.id}`, { email: user.email, before: actor.name, after: name });
  });
};
