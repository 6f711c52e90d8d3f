import type { Core } from '@strapi/strapi';
import type { Passage } from '../../../../review/server/src/door';
import { invalid } from '../../../../review/server/src/errors';
import { passwordFaults, REMEMBERED_PASSWORDS } from '../decisions/password';
import type { Person } from '../people';
import { authService, userService } from '../people';
import { beginAccount, changeAccount, earlierPasswords, rememberPassword } from '../tables/accounts';
import { reading } from '../../../../review/server/src/tables/reading';

const UNFIT = 'PASSWORD_UNFIT';

/** @throws when the password breaks a rule or is one of the last five */
export const mustBeFit = async (strapi: Core.Strapi, { user, actor }: Person, password: string): Promise<void> => {
  const faults = passwordFaults(password, { email: user.email, name: actor.name });
  if (faults.length > 0) throw invalid(UNFIT, faults.join(''), '请换一个密码。', { faults });
  const knex = await reading(strapi);
  const earlier = [user.password, ...(await earlierPasswords(knex, user.id, REMEMBERED_PASSWORDS))].filter((hash): hash is string => Boolean(hash));
  for (const hash of new Set(earlier)) {
    if (await authService(strapi).validatePassword(password, hash)) {
      throw invalid(UNFIT, `这个密码用过：不能与最近 ${REMEMBERED_PASSWORDS} 次的相同。`, '请换一个密码。', { faults: [] });
    }
  }
};

export type PasswordBy = 'owner' | 'link' | 'command';

/**
 * Writes what goes with a new password, within the door that sets it: its hash for the history, its age, the audit entry.
 * @param by who chose it; one given by a command on the machine is to be changed at the next login
 */
export const notePassword = async (strapi: Core.Strapi, { trx, at, audit }: Passage, userId: number, by: PasswordBy): Promise<void> => {
  const stored = (await strapi.db.query('admin::user').findOne({ where: { id: userId } })) as { password: string };
  await beginAccount(trx, userId, at, false);
  await rememberPassword(trx, userId, stored.password, at, REMEMBERED_PASSWORDS);
  await changeAccount(trx, userId, { password_changed_at: at, must_change: by === 'command' ? 1 : 0, link_until: null });
  audit('password-change', `account:${userId}`, { by });
};

/** Sets a password, within the door. */
export const setPassword = async (strapi: Core.Strapi, passage: Passage, userId: number, password: string, by: PasswordBy): Promise<void> => {
  await userService(strapi).updateById(userId, { password, resetPasswordToken: null, resetPasswordTokenExpiresAt: null });
  await notePassword(strapi, passage, userId, by);
};
