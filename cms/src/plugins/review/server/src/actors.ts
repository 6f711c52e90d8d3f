import type { Core } from '@strapi/strapi';
import type { Actor, Role } from './decisions/roles';
import { isRole } from './decisions/roles';
import { forbidden } from './errors';

/** Codes of Strapi's roles are ours with this in front. */
export const ROLE_PREFIX = 'gongkai-';

/** What the system does by itself: pins that end, imports by the operators' command. */
export const SYSTEM: Actor = { id: 'system', name: '系统', roles: [], departments: [] };

interface AdminUser {
  id: number | string;
  email: string;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  roles?: { code: string }[];
}

const nameOf = (user: AdminUser): string =>
  [user.lastname, user.firstname].filter(Boolean).join('') || user.username || user.email;

/**
 * The actor behind an admin account. The super administrator (break-glass account) has no role of the review and so may do nothing
 * in it: the review rules bind it like everybody else.
 */
export const actorOf = async (strapi: Core.Strapi, user: AdminUser): Promise<Actor> => {
  const roles = (user.roles ?? [])
    .map((role) => role.code)
    .filter((code) => code.startsWith(ROLE_PREFIX))
    .map((code) => code.slice(ROLE_PREFIX.length))
    .filter((code): code is Role => isRole(code));
  const departments = roles.includes('uploader') ? await departmentsOf(strapi, user.email) : [];
  return { id: String(user.id), name: nameOf(user), roles, departments };
};

/** Departments an account uploads for. */
export const departmentsOf = async (strapi: Core.Strapi, email: string): Promise<string[]> => {
  const profile = (await strapi.db.query('api::staff-profile.staff-profile').findOne({ where: { email: email.toLowerCase() } })) as
    | { departments: unknown }
    | null;
  const listed = profile?.departments;
  return Array.isArray(listed) ? listed.filter((code): code is string => typeof code === 'string') : [];
};

/** The actor of the request being served. @throws when nobody is logged in, as in a script or with an API token. */
export const currentActor = async (strapi: Core.Strapi): Promise<Actor> => {
  const user = strapi.requestContext.get()?.state?.user as AdminUser | undefined;
  if (!user?.email) throw forbidden('NO_ACTOR', '没有登录账号，不能办理。', '请在后台登录后再办理；接口令牌不能代替经办人。');
  return actorOf(strapi, user);
};
