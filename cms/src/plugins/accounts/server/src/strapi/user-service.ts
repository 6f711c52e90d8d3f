import type { Core } from '@strapi/strapi';
import { currentActor, SYSTEM } from '../../../../review/server/src/actors';
import { isInside, throughDoor } from '../../../../review/server/src/door';
import { forbidden, invalid } from '../../../../review/server/src/errors';
import { notePassword, mustBeFit } from '../commands/set-password';
import { checkCredentials } from '../commands/check-credentials';
import type { UserRow, UserService } from '../people';
import { authService, findPerson, findPersonBy, userService } from '../people';
import { readAccount } from '../tables/accounts';

const notThisWay = () => forbidden('NOT_BY_THIS_DOOR', '账号不能这样办理：建立、停用由系统管理员，角色由安全管理员，在「账号」页办理。', '');

/** What somebody may change of the own account through Strapi's profile page. */
const OWN = ['preferedLanguage', 'password'];

/** What that page sends along unchanged: the e-mail, on which departments hang, and the name under which everything is recorded. */
const FIXED = ['email', 'firstname', 'lastname', 'username'] as const;

const ownPart = (user: UserRow, attributes: Record<string, unknown>): Record<string, unknown> => {
  const changed = FIXED.filter((name) => name in attributes && (attributes[name] ?? '') !== (user[name] ?? ''));
  if (changed.length > 0) throw forbidden('MAY_NOT', '姓名和邮箱不能自己更改。', '请联系系统管理员。');
  const rest = Object.fromEntries(Object.entries(attributes).filter(([name]) => !(FIXED as readonly string[]).includes(name)));
  if (Object.keys(rest).some((name) => !OWN.includes(name))) throw notThisWay();
  return rest;
};

const changeOwn = async (strapi: Core.Strapi, original: UserService['updateById'], id: number, attributes: Record<string, unknown>) => {
  const person = await findPerson(strapi, id);
  if (!person) throw notThisWay();
  const rest = ownPart(person.user, attributes);
  if (typeof rest.password === 'string') await mustBeFit(strapi, person, rest.password);
  return throughDoor(strapi, person.actor, async (passage) => {
    const user = await original(id, rest);
    if (rest.password !== undefined) await notePassword(strapi, passage, id, 'owner');
    else passage.audit('account-profile', `account:${id}`, { changed: Object.keys(rest) });
    return user;
  });
};

const isForgettingLink = (attributes: Record<string, unknown>): boolean =>
  Object.keys(attributes).length > 0 && Object.entries(attributes).every(([name, value]) => name.startsWith('resetPassword') && value === null);

/**
 * Stands in front of Strapi's service of accounts, which every route and command of Strapi's uses: what our commands ask inside the
 * door passes; of the rest only what is a person's own.
 */
export const guardUserService = (strapi: Core.Strapi): void => {
  const service = userService(strapi);
  const { create, createFirstAdmin, updateById, register } = service;
  const original: UserService['updateById'] = (id, attributes) => updateById.call(service, id, attributes);
  service.create = async (attributes) => {
    if (!isInside()) throw notThisWay();
    return create.call(service, attributes);
  };
  service.updateById = async (id, attributes) => {
    if (isInside()) return original(id, attributes);
    if (isForgettingLink(attributes)) return throughDoor(strapi, SYSTEM, async () => original(id, attributes));
    const actor = await currentActor(strapi);
    if (actor.id !== String(id)) throw notThisWay();
    return changeOwn(strapi, original, Number(id), attributes);
  };
  const neverDeleted = async () => {
    throw forbidden('NOT_BY_THIS_DOOR', '账号不能删除，只能停用：审计记录里有它办过的事。', '请在「账号」页停用。');
  };
  service.deleteById = neverDeleted;
  service.deleteByIds = neverDeleted;
  service.createFirstAdmin = (attributes) =>
    throughDoor(strapi, SYSTEM, async (passage) => {
      const user = await createFirstAdmin.call(service, attributes);
      const person = await findPerson(strapi, user.id);
      if (person) await mustBeFit(strapi, { ...person, user: { ...person.user, password: null } }, String(attributes.password));
      await notePassword(strapi, passage, user.id, 'owner');
      passage.audit('account-create', `account:${user.id}`, { email: user.email, role: 'super-admin' });
      return user;
    });
  service.register = async (input) => {
    const person = input.registrationToken ? await findPersonBy(strapi, { registrationToken: input.registrationToken }) : null;
    const until = person && (await readAccount(strapi.db.connection, person.user.id))?.link_until;
    if (!person || !until || Date.parse(until) < Date.now()) throw invalid('LINK_EXPIRED', '这个链接已失效。', '请系统管理员另发一个。');
    await mustBeFit(strapi, person, String(input.userInfo.password));
    return throughDoor(strapi, person.actor, async (passage) => {
      // The name stays as the system administrator wrote it: under it everything is recorded.
      const { firstname, lastname } = person.user;
      const user = await register.call(service, { ...input, userInfo: { ...input.userInfo, firstname, lastname } });
      await notePassword(strapi, passage, user.id, 'link');
      return user;
    });
  };
  service.resetPasswordByEmail = async (email, password) => {
    const person = await findPersonBy(strapi, { email });
    if (!person) throw invalid('NOT_FOUND', `没有账号 ${email}。`, '');
    await mustBeFit(strapi, person, password);
    await throughDoor(strapi, SYSTEM, async (passage) => {
      await original(person.user.id, { password });
      await notePassword(strapi, passage, person.user.id, 'command');
    });
  };
};

/** The same for logging in and for the link that sets a new password. */
export const guardAuthService = (strapi: Core.Strapi): void => {
  const service = authService(strapi);
  const { resetPassword } = service;
  service.checkCredentials = (given) => checkCredentials(strapi, given);
  service.resetPassword = async (input) => {
    const person = input.resetPasswordToken ? await findPersonBy(strapi, { resetPasswordToken: input.resetPasswordToken }) : null;
    if (!person) throw invalid('LINK_EXPIRED', '这个链接已失效。', '请系统管理员另发一个。');
    await mustBeFit(strapi, person, input.password);
    return throughDoor(strapi, person.actor, async (passage) => {
      const user = await resetPassword.call(service, input);
      await notePassword(strapi, passage, user.id, 'link');
      return user;
    });
  };
};
