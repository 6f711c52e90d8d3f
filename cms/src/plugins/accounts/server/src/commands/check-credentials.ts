import type { Core } from '@strapi/strapi';
import { SYSTEM } from '../../../../review/server/src/actors';
import { throughDoor } from '../../../../review/server/src/door';
import { isLocked } from '../decisions/lockout';
import { authService, findPersonBy, whence } from '../people';
import { readAccount } from '../tables/accounts';
import { countFailure } from './count-failure';

/** The same answer to everybody who does not get in: a stranger learns neither which accounts there are nor which are locked. */
export const NOT_LET_IN = '邮箱或密码不正确，或账号已停用、锁定。连续输错 5 次会锁定 15 分钟以上；急需解锁请联系安全管理员。';

/** bcrypt of nothing anybody knows, cost 10 as Strapi's: an unknown account takes as long to refuse as a known one. */
const NOBODYS_HASH = '$2a$10$CwTycUXWue0Thq9StjUM0uJ8.6o0eZB0Dq1rZ5gYV0zq6mY1o3K5u';

type Why = 'unknown' | 'password' | 'inactive' | 'locked';

/** The password is checked first, and the lock looked up after: attempts sent all at once are counted against each other. */
const judge = async (strapi: Core.Strapi, email: string, password: string) => {
  const person = await findPersonBy(strapi, { email });
  const right = await authService(strapi).validatePassword(password, person?.user.password ?? NOBODYS_HASH);
  const account = person && (await readAccount(strapi.db.connection, person.user.id));
  const why = ((): Why | null => {
    if (!person || !account) return 'unknown';
    if (isLocked({ lockedUntil: account.locked_until }, Date.now())) return 'locked';
    if (!person.user.password || !right) return 'password';
    return person.user.isActive ? null : 'inactive';
  })();
  return { person, why };
};

/** Stands in the place of Strapi's check of e-mail and password: with a lock, an audit entry, and one answer for every failure. */
export const checkCredentials = async (strapi: Core.Strapi, { email, password }: { email: string; password: string }): ReturnType<ReturnType<typeof authService>['checkCredentials']> => {
  const { person, why } = await judge(strapi, email, password);
  if (person && why === null) return [null, person.user];
  await throughDoor(strapi, SYSTEM, async (passage) => {
    const object = person ? `account:${person.user.id}` : 'account:unknown';
    passage.audit('login-failed', object, { email: email.slice(0, 120), why: why ?? 'unknown', ip: whence(strapi).ip });
    if (person && why === 'password') await countFailure(strapi, passage, person.user.id);
  });
  return [null, false, { message: NOT_LET_IN }];
};
