import type { Core } from '@strapi/strapi';
import { ROLE_PREFIX } from '../../../../review/server/src/actors';
import type { Role } from '../../../../review/server/src/decisions/roles';
import { isRole, ROLES } from '../../../../review/server/src/decisions/roles';
import { invalid } from '../../../../review/server/src/errors';
import { decideRoles } from '../decisions/separation';
import type { Person } from '../people';
import { userService } from '../people';
import { endSessions } from '../tables/sessions';
import { lookAfter, reasonOf } from './look-after';

const rolesOf = (given: unknown): Role[] => {
  const roles = Array.isArray(given) ? given : null;
  if (!roles || !roles.every((role): role is Role => typeof role === 'string' && isRole(role))) {
    throw invalid('INVALID', '角色不正确。', `可选：${Object.values(ROLES).join('、')}。`);
  }
  return [...new Set(roles)].sort();
};

/** Gives an account exactly these roles. Its sessions end: what was open was opened with other powers. */
export const changeRoles = (strapi: Core.Strapi, by: Person, userId: number, given: { roles?: unknown; reason?: unknown }): Promise<void> => {
  const roles = rolesOf(given.roles);
  const reason = reasonOf(given.reason);
  return lookAfter(strapi, by, userId, (actor, account) => decideRoles(actor, account, roles), async ({ trx, audit }, { user, roles: before }) => {
    const rows = (await strapi.db.query('admin::role').findMany({ where: { code: { $in: roles.map((role) => `${ROLE_PREFIX}${role}`) } } })) as { id: number }[];
    await userService(strapi).updateById(user.id, { roles: rows.map(({ id }) => id) });
    await endSessions(strapi, trx, user.id, 'roles');
    audit('roles-change', `account:${user.id}`, { email: user.email, before, after: roles, reason });
  });
};
