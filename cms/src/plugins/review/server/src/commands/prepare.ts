import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { ROLE_PREFIX, SYSTEM } from '../actors';
import type { Json } from '../decisions/canonical';
import { isRole } from '../decisions/roles';
import { beginAccount } from '../../../../accounts/server/src/tables/accounts';
import { throughDoor } from '../door';
import { invalid } from '../errors';

interface Reference {
  columns?: (Record<string, unknown> & { code: string })[];
  departments?: (Record<string, unknown> & { code: string })[];
}

const TYPES = [
  { list: 'columns', uid: 'api::column.column', object: 'column', event: 'column.changed' },
  { list: 'departments', uid: 'api::department.department', object: 'department', event: 'department.changed' },
] as const;

/** Sets up 栏目 and 部门 from data, as when a portal is moved here. What is there by its code stays as it is. */
export const putReference = async (strapi: Core.Strapi, reference: Reference): Promise<{ created: number }> =>
  throughDoor(strapi, SYSTEM, async ({ audit, announce }) => {
    let created = 0;
    for (const { list, uid, object, event } of TYPES) {
      for (const row of reference[list] ?? []) {
        const existing = await strapi.db.query(uid).findOne({ where: { code: row.code } });
        if (existing) continue;
        const data = { ...row, ...(Array.isArray(row.keywords) ? { keywords: row.keywords.join('，') } : {}) };
        await strapi.documents(uid).create({ data: data as never });
        audit(`${object}-create`, `${object}:${row.code}`, JSON.parse(JSON.stringify({ after: data })) as Json);
        announce({ type: event, object: `${object}:${row.code}` });
        created += 1;
      }
    }
    return { created };
  });

interface AccountRequest {
  /** Whether the first login changes the password told here. False for demonstrations and tests only. */
  mustChange?: boolean;
  superAdministrator?: { email: string };
  accounts: { email: string; name: string; role: string; departments?: string[] }[];
}

interface UserService {
  create(user: object): Promise<{ id: number }>;
}

/** Readable, and long enough: 16 characters with the classes Strapi asks for. */
const newPassword = (): string => `Gk${randomBytes(9).toString('base64url').replace(/[-_]/g, 'x')}7a`;

/**
 * Makes accounts that are not there yet, each with a password of its own that is told once.
 * @returns the new accounts; an account that exists is left alone and not listed
 */
export const makeAccounts = async (strapi: Core.Strapi, { accounts, superAdministrator, mustChange = true }: AccountRequest): Promise<{ created: { email: string; password: string; role: string; name: string }[] }> => {
  const wrong = accounts.find((account) => !isRole(account.role));
  if (wrong) throw invalid('INVALID', `没有角色 ${wrong.role}。`, '角色见 docs/glossary.md。');
  const users = strapi.service('admin::user') as UserService;
  const roleId = async (code: string) => ((await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number }).id;
  const created: { email: string; password: string; role: string; name: string }[] = [];
  const wanted = [
    ...(superAdministrator ? [{ email: superAdministrator.email, name: '应急账号', role: 'super-admin', code: 'strapi-super-admin', departments: [] as string[] }] : []),
    ...accounts.map((account) => ({ departments: [] as string[], ...account, code: `${ROLE_PREFIX}${account.role}` })),
  ];
  for (const account of wanted) {
    if (await strapi.db.query('admin::user').findOne({ where: { email: account.email } })) continue;
    const password = newPassword();
    const roles = [await roleId(account.code)];
    await throughDoor(strapi, SYSTEM, async ({ trx, at, audit }) => {
      const user = await users.create({
        email: account.email,
        firstname: account.name,
        password,
        isActive: true,
        registrationToken: null,
        preferedLanguage: 'zh-Hans',
        roles,
      });
      await beginAccount(trx, user.id, at, mustChange);
      if (account.departments.length > 0) {
        await strapi.documents('api::staff-profile.staff-profile').create({ data: { email: account.email, departments: account.departments, note: account.name } as never });
      }
      audit('account-create', `account:${user.id}`, { email: account.email, name: account.name, role: account.role, departments: account.departments });
    });
    created.push({ email: account.email, password, role: account.role, name: account.name });
  }
  return { created };
};
