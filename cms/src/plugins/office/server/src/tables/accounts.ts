import type { Knex } from 'knex';
import { ROLE_PREFIX } from '../../../../review/server/src/actors';
import type { Role } from '../../../../review/server/src/decisions/roles';

export interface Account {
  id: string;
  email: string;
}

const active = (knex: Knex) => knex('admin_users').where({ 'admin_users.is_active': true }).select('admin_users.id', 'admin_users.email');

const asAccounts = (rows: { id: number | string; email: string }[]): Account[] => rows.map(({ id, email }) => ({ id: String(id), email }));

/** Accounts that hold a role and may log in. */
export const accountsWith = async (knex: Knex, role: Role): Promise<Account[]> =>
  asAccounts(
    (await active(knex)
      .join('admin_users_roles_lnk', 'admin_users_roles_lnk.user_id', 'admin_users.id')
      .join('admin_roles', 'admin_roles.id', 'admin_users_roles_lnk.role_id')
      .where('admin_roles.code', `${ROLE_PREFIX}${role}`)) as { id: number; email: string }[],
  );

/** Those of these ids that are accounts (`system` is none). */
export const accountsOf = async (knex: Knex, ids: string[]): Promise<Account[]> => {
  const numbers = ids.map(Number).filter(Number.isInteger);
  return numbers.length === 0 ? [] : asAccounts((await active(knex).whereIn('admin_users.id', numbers)) as { id: number; email: string }[]);
};

/** Uploaders of a department. */
export const uploadersOf = async (knex: Knex, department: string): Promise<Account[]> => {
  const profiles = (await knex('staff_profiles').select('email', 'departments')) as { email: string; departments: unknown }[];
  const listed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
  const emails = new Set(
    profiles.filter(({ departments }) => (listed(departments) as unknown[] | null)?.includes(department)).map(({ email }) => email.toLowerCase()),
  );
  return (await accountsWith(knex, 'uploader')).filter(({ email }) => emails.has(email.toLowerCase()));
};
