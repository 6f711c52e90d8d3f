import type { Role } from '../../../../review/server/src/decisions/roles';
import { ROLES } from '../../../../review/server/src/decisions/roles';

/** 三员: administrators whose powers are kept apart (GB/T 22239: system, security and audit administration). */
export const ADMINISTRATORS = ['system-admin', 'security-admin', 'auditor'] as const satisfies readonly Role[];

const isAdministrator = (role: Role): boolean => (ADMINISTRATORS as readonly Role[]).includes(role);

const named = (roles: Role[]): string => roles.map((role) => `「${ROLES[role]}」`).join('');

/** Why these roles cannot stand together in one account; null when they can. */
export const conflictOf = (roles: Role[]): string | null => {
  const administrators = roles.filter(isAdministrator);
  const others = roles.filter((role) => !isAdministrator(role));
  if (administrators.length > 1) return `三员分立：一个账号不能兼任${named(administrators)}。`;
  if (administrators.length === 1 && others.length > 0) return `三员分立：${named(administrators)}不能同时是${named(others)}。`;
  return null;
};

export interface Grantor {
  id: string;
  roles: Role[];
  /** 应急账号: Strapi's super administrator. */
  breakGlass: boolean;
}

export interface Grantee {
  id: string;
  roles: Role[];
  breakGlass: boolean;
}

type Decision = { allowed: true } | { allowed: false; code: string; message: string; hint: string };

const refuse = (code: string, message: string, hint: string): Decision => ({ allowed: false, code, message, hint });

/**
 * Whether somebody may give an account these roles. The security administrator may, for others. The break-glass account may too, but
 * only where nobody else could: it gives and takes the three administrators' roles and none of the review, so that it cannot make
 * itself reviewers; and nobody does it for himself.
 */
export const decideRoles = (actor: Grantor, account: Grantee, wanted: Role[]): Decision => {
  if (!actor.roles.includes('security-admin') && !actor.breakGlass) return refuse('MAY_NOT', '角色由安全管理员授予。', '请联系安全管理员。');
  if (actor.id === account.id) return refuse('NOT_ONESELF', '不能更改自己的角色。', '请由另一位安全管理员办理。');
  if (account.breakGlass) return refuse('MAY_NOT', '应急账号不能另有角色。', '它不参与审核，也不是三员之一。');
  const touched = [...account.roles.filter((role) => !wanted.includes(role)), ...wanted.filter((role) => !account.roles.includes(role))];
  if (actor.breakGlass && !touched.every(isAdministrator)) {
    return refuse('MAY_NOT', '应急账号只能增减三员的角色，不能授予审核的角色。', '请由安全管理员办理。');
  }
  const conflict = conflictOf(wanted);
  return conflict ? refuse('ROLES_CONFLICT', conflict, '请分别使用不同的账号。') : { allowed: true };
};

const isAdministratorAccount = ({ roles }: Pick<Grantee, 'roles'>): boolean => roles.some(isAdministrator);

/** Whether somebody may unlock an account, end its sessions or take its second factor away: the security administrator, for others. */
export const decideProtection = (actor: Grantor, account: Grantee): Decision => {
  if (!actor.roles.includes('security-admin') && !actor.breakGlass) return refuse('MAY_NOT', '账号安全由安全管理员管理。', '请联系安全管理员。');
  if (actor.id === account.id) return refuse('NOT_ONESELF', '不能这样处理自己的账号。', '请由另一位安全管理员办理。');
  if (actor.breakGlass && !isAdministratorAccount(account)) return refuse('MAY_NOT', '应急账号只能处理三员的账号。', '请由安全管理员办理。');
  return { allowed: true };
};

/** Whether somebody may make accounts: the system administrator; the break-glass account where there is none yet or no more. */
export const decideCreation = (actor: Grantor): Decision =>
  actor.roles.includes('system-admin') || actor.breakGlass ? { allowed: true } : refuse('MAY_NOT', '账号由系统管理员建立。', '请联系系统管理员。');

/** Whether somebody may keep an existing account: its name and e-mail, whether it is in use, a link to set its password. */
export const decideKeeping = (actor: Grantor, account: Grantee): Decision => {
  const creation = decideCreation(actor);
  if (!creation.allowed) return creation;
  if (actor.id === account.id) return refuse('NOT_ONESELF', '不能这样处理自己的账号。', '请由另一位系统管理员办理。');
  if (account.breakGlass) return refuse('MAY_NOT', '应急账号不在这里管理。', '见运维手册。');
  // An account without roles is one just made: whoever made it may hand out its link.
  if (actor.breakGlass && account.roles.length > 0 && !isAdministratorAccount(account)) {
    return refuse('MAY_NOT', '应急账号只能处理三员的账号。', '请由系统管理员办理。');
  }
  return { allowed: true };
};
