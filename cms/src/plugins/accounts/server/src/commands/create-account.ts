import type { Core } from '@strapi/strapi';
import { throughDoor } from '../../../../review/server/src/door';
import { invalid } from '../../../../review/server/src/errors';
import { decideCreation } from '../decisions/separation';
import type { Person } from '../people';
import { findPersonBy, userService } from '../people';
import { beginAccount } from '../tables/accounts';
import { makeLink } from './issue-link';
import { asParty, mustBeAllowed } from './look-after';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface NewAccount {
  email?: unknown;
  name?: unknown;
}

const checked = ({ email, name }: NewAccount): { email: string; name: string } => {
  const address = typeof email === 'string' ? email.trim().toLowerCase() : '';
  const called = typeof name === 'string' ? name.trim() : '';
  if (!EMAIL.test(address) || address.length > 120) throw invalid('INVALID', '邮箱格式不正确。', '邮箱用来登录，例如 zhangsan@example.gov.cn。');
  if (called === '' || called.length > 60) throw invalid('INVALID', '请填写姓名。', '姓名会出现在办理记录里。');
  return { email: address, name: called };
};

/**
 * Makes an account: without roles, which the security administrator gives, and without a password, which its owner sets with the link.
 * @returns the link, told this once
 */
export const createAccount = async (strapi: Core.Strapi, by: Person, given: NewAccount): Promise<{ id: number; path: string; until: string }> => {
  mustBeAllowed(decideCreation(asParty(by)));
  const { email, name } = checked(given);
  if (await findPersonBy(strapi, { email })) throw invalid('TAKEN', '这个邮箱已经有账号。', '请在列表中查找；停用的账号可以重新启用。');
  return throughDoor(strapi, by.actor, async (passage) => {
    const user = await userService(strapi).create({ email, firstname: name, isActive: false, registrationToken: null, preferedLanguage: 'zh-Hans', roles: [] });
    await beginAccount(passage.trx, user.id, passage.at, true);
    passage.audit('account-create', `account:${user.id}`, { email, name });
    return { id: user.id, ...(await makeLink(strapi, passage, user)) };
  });
};
