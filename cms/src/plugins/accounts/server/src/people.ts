import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../review/server/src/actors';
import type { Actor, Role } from '../../../review/server/src/decisions/roles';

export const BREAK_GLASS = 'strapi-super-admin';

/** An admin account as Strapi keeps it. */
export interface UserRow {
  id: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  username: string | null;
  password: string | null;
  isActive: boolean;
  registrationToken: string | null;
  resetPasswordToken: string | null;
  roles: { id: number; code: string; name: string }[];
}

/** An account and what it may be asked about. */
export interface Person {
  user: UserRow;
  actor: Actor;
  roles: Role[];
  breakGlass: boolean;
}

export const personOf = async (strapi: Core.Strapi, user: UserRow): Promise<Person> => {
  const actor = await actorOf(strapi, user);
  return { user, actor, roles: actor.roles, breakGlass: user.roles.some(({ code }) => code === BREAK_GLASS) };
};

const find = async (strapi: Core.Strapi, where: object): Promise<Person | null> => {
  const user = (await strapi.db.query('admin::user').findOne({ where, populate: ['roles'] })) as UserRow | null;
  return user && personOf(strapi, user);
};

export const findPerson = (strapi: Core.Strapi, userId: number): Promise<Person | null> => find(strapi, { id: userId });
export const findPersonBy = (strapi: Core.Strapi, where: { registrationToken: string } | { resetPasswordToken: string } | { email: string }): Promise<Person | null> => find(strapi, where);

/** Strapi's services of accounts, as far as they are used or stood in front of. */
export interface UserService {
  create(attributes: Record<string, unknown>): Promise<UserRow>;
  createFirstAdmin(attributes: Record<string, unknown>): Promise<UserRow>;
  updateById(id: number | string, attributes: Record<string, unknown>): Promise<UserRow>;
  register(input: { registrationToken: string; userInfo: Record<string, unknown> }): Promise<UserRow>;
  resetPasswordByEmail(email: string, password: string): Promise<void>;
  deleteById(id: number | string): Promise<unknown>;
  deleteByIds(ids: (number | string)[]): Promise<unknown>;
}

export const userService = (strapi: Core.Strapi): UserService => strapi.service('admin::user') as unknown as UserService;

export interface AuthService {
  checkCredentials(given: { email: string; password: string }): Promise<[error: null, user: UserRow | null | false, message?: { message: string }]>;
  validatePassword(password: string, hash: string): Promise<boolean>;
  hashPassword(password: string): Promise<string>;
  resetPassword(input: { resetPasswordToken: string; password: string }): Promise<UserRow>;
}

export const authService = (strapi: Core.Strapi): AuthService => strapi.service('admin::auth') as unknown as AuthService;

interface RequestPart {
  request: { ip: string; headers: Record<string, string | undefined> };
}

/** Where the request being served comes from. */
export const whence = (strapi: Core.Strapi): { ip: string; agent: string } => {
  const request = (strapi.requestContext.get() as unknown as RequestPart | undefined)?.request;
  return { ip: (request?.ip ?? 'local').slice(0, 60), agent: (request?.headers['user-agent'] ?? '').slice(0, 300) };
};
