import type { Core } from '@strapi/strapi';
import type { Actor, Represented, Role } from './decisions/roles';
import { isRole } from './decisions/roles';
import { forbidden } from './errors';
import { deputyshipsOf } from './tables/deputies';
import { reading } from './tables/reading';

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

const rolesOf = (user: AdminUser): Role[] =>
  (user.roles ?? [])
    .map((role) => role.code)
    .filter((code) => code.startsWith(ROLE_PREFIX))
    .map((code) => code.slice(ROLE_PREFIX.length))
    .filter((code): code is Role => isRole(code));

/** An account with its roles; null where it is gone or switched off. */
export const accountOf = async (strapi: Core.Strapi, id: string): Promise<(Actor & { email: string }) | null> => {
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: Number(id) }, populate: ['roles'] })) as (AdminUser & { isActive?: boolean }) | null;
  if (!user || user.isActive === false) return null;
  return { id: String(user.id), name: nameOf(user), roles: rolesOf(user), departments: [], email: user.email };
};

/** Whom an account stands in for: as long as the absent person still has the account and the role. */
const representedBy = async (strapi: Core.Strapi, id: string, at: string): Promise<Represented[]> => {
  const found: Represented[] = [];
  for (const deputyship of await deputyshipsOf(await reading(strapi), id, at)) {
    const principal = await accountOf(strapi, deputyship.principal_id);
    if (principal?.roles.includes(deputyship.role)) found.push({ id: principal.id, name: principal.name, role: deputyship.role });
  }
  return found;
};

/**
 * The actor behind an admin account, with the roles taken over as a deputy. The super administrator (break-glass account) has no role
 * of the review and so may do nothing in it: the review rules bind it like everybody else.
 * @param at - moment for which deputies are looked up; a decision planned in time stays one after the absence has ended
 */
export const actorOf = async (strapi: Core.Strapi, user: AdminUser, at = new Date().toISOString()): Promise<Actor> => {
  const own = rolesOf(user);
  const departments = own.includes('uploader') ? await departmentsOf(strapi, user.email) : [];
  const deputyFor = await representedBy(strapi, String(user.id), at);
  const roles = [...new Set([...own, ...deputyFor.map(({ role }) => role)])];
  return { id: String(user.id), name: nameOf(user), roles, departments, ownRoles: own, deputyFor };
};

/** The same from an account's id, for what was planned and is now due. @throws when the account is gone */
export const plannerOf = async (strapi: Core.Strapi, id: string, name: string, at: string): Promise<Actor> => {
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: Number(id) }, populate: ['roles'] })) as (AdminUser & { isActive?: boolean }) | null;
  if (!user || user.isActive === false) throw forbidden('NO_ACTOR', `安排这件事的账号（${name}）已停用。`, '请由其他发布员重新安排或立即发布。');
  return actorOf(strapi, user, at);
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
