import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError, openDesk, operate, type Desk } from '../desk/desk.ts';
import { WORKSPACE } from '../settings.ts';
import { onBothDatabases, type Trial } from './on-both-databases.ts';
import type { Person } from './portal.ts';

/** Columns of the tables in docs/permissions.md, in their order. */
const COLUMNS: Person[] = ['uploader', 'elsewhere', 'deputy2', 'head2', 'releaser2', 'system', 'security', 'auditor', 'super'];

interface Row {
  what: string;
  whose: string;
  allowed: Record<string, boolean>;
}

const section = readFileSync(join(WORKSPACE, 'docs', 'permissions.md'), 'utf8').split('## Accounts\n')[1]?.split('\n## ')[0] ?? '';

const ROWS: Row[] = section
  .split('\n')
  .filter((line) => line.startsWith('|') && /[✓✗]/.test(line))
  .map((line) => {
    const [what = '', whose = '', ...cells] = line.slice(1, -1).split('|').map((cell) => cell.trim());
    return { what, whose, allowed: Object.fromEntries(COLUMNS.map((person, index) => [person, cells[index] === '✓'])) };
  });

let counter = 0;

interface Target {
  id: number;
  email: string;
  password: string;
}

const listed = async ({ portal }: Trial): Promise<{ id: number; email: string; roles: { code: string }[]; active: boolean }[]> =>
  (await portal.security.ask<{ people: { id: number; email: string; roles: { code: string }[]; active: boolean }[] }>('GET', '/accounts/people')).people;

const idOf = async (trial: Trial, email: string): Promise<number> => (await listed(trial)).find((person) => person.email === email)?.id ?? 0;

/** An account to be looked after: of this role, or without one. */
const target = async (trial: Trial, whose: string): Promise<Target> => {
  const { settings, portal } = trial;
  const email = `target${(counter += 1)}@powers.example`;
  if (whose === 'nobody yet') {
    const { id } = await portal.system.ask<{ id: number }>('POST', '/accounts/people', { email, name: `新${counter}` });
    return { id, email, password: '' };
  }
  const role = whose === 'administrator' ? 'auditor' : 'uploader';
  const { created } = await operate<{ created: { email: string; password: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', { accounts: [{ email, name: `某${counter}`, role }] });
  return { id: await idOf(trial, email), email, password: created[0]?.password ?? '' };
};

const act = (action: string, body: object = {}) => (desk: Desk, { id }: Target) => desk.ask('POST', `/accounts/people/${id}/${action}`, { reason: '试一试', ...body });

const own = async (trial: Trial, desk: Desk): Promise<number> => {
  void trial;
  return (await desk.ask<{ data: { id: number } }>('GET', '/admin/users/me')).data.id;
};

const WAYS: Record<string, (desk: Desk, target: Target, trial: Trial) => Promise<unknown>> = {
  'list-accounts': (desk) => desk.ask('GET', '/accounts/people'),
  'create-account': (desk) => desk.ask('POST', '/accounts/people', { email: `made${(counter += 1)}@powers.example`, name: '新人' }),
  deactivate: act('deactivate'),
  link: act('link'),
  rename: act('rename', { name: '改名' }),
  'grant-review-role': act('roles', { roles: ['releaser'] }),
  'grant-administrator-role': act('roles', { roles: ['auditor'] }),
  'grant-two-of-three': act('roles', { roles: ['auditor', 'system-admin'] }),
  'grant-administrator-and-review': act('roles', { roles: ['security-admin', 'uploader'] }),
  'grant-own-role': async (desk, _target, trial) => desk.ask('POST', `/accounts/people/${await own(trial, desk)}/roles`, { roles: ['head'], reason: '试一试' }),
  'take-role': act('roles', { roles: [] }),
  unlock: act('unlock'),
  'revoke-sessions': act('revoke'),
  'reset-second-factor': act('second-factor-reset'),
  'reset-own-second-factor': async (desk, _target, trial) => desk.ask('POST', `/accounts/people/${await own(trial, desk)}/second-factor-reset`, { reason: '试一试' }),
  'strapi-create-user': (desk) => desk.ask('POST', '/admin/users', { email: `s${(counter += 1)}@powers.example`, firstname: '某', lastname: '', roles: [1] }),
  'strapi-set-roles': (desk, { id }) => desk.ask('PUT', `/admin/users/${id}`, { roles: [1] }),
  'strapi-set-password': (desk, { id }) => desk.ask('PUT', `/admin/users/${id}`, { password: 'mei-Hua-4-Jin' }),
  'strapi-deactivate': (desk, { id }) => desk.ask('PUT', `/admin/users/${id}/`, { isActive: false }),
  'strapi-delete-user': (desk, { id }) => desk.ask('DELETE', `/admin/USERS/${id}`),
  'strapi-delete-users': (desk, { id }) => desk.ask('POST', '/admin/users/batch-delete', { ids: [id] }),
  'strapi-own-email': (desk) => desk.ask('PUT', '/admin/users/me', { email: `own${(counter += 1)}@powers.example` }),
  'strapi-own-name': (desk) => desk.ask('PUT', '/admin/users/me', { firstname: `别名${(counter += 1)}` }),
  'strapi-create-role': (desk) => desk.ask('POST', '/admin/roles', { name: `角色${(counter += 1)}`, description: '' }),
  'strapi-role-permissions': (desk) => desk.ask('PUT', '/admin/roles/3/permissions', { permissions: [] }),
  'api-token': (desk) => desk.ask('POST', '/admin/api-tokens', { name: `t${(counter += 1)}`, description: '', type: 'full-access', lifespan: null }),
  'admin-token': (desk) => desk.ask('POST', '/admin/admin-tokens/', { name: `t${(counter += 1)}`, description: '', lifespan: null }),
  'transfer-token': (desk) => desk.ask('POST', '/admin/transfer/tokens', { name: `t${(counter += 1)}`, description: '', permissions: ['push'], lifespan: null }),
  webhook: (desk) => desk.ask('POST', '/admin/webhooks', { name: 'w', url: 'https://elsewhere.example', headers: {}, events: ['entry.create'] }),
  'first-administrator': (desk) => desk.ask('POST', '/admin/register-admin', { email: `f${(counter += 1)}@powers.example`, firstname: '首', lastname: '', password: 'mei-Hua-4-Jin' }),
  'forgotten-password': (desk, { email }) => desk.ask('POST', '/admin/forgot-password', { email }),
};

const isAllowed = async (request: () => Promise<unknown>): Promise<boolean> => {
  try {
    await request();
    return true;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    if (error.status >= 500) throw error;
    return false;
  }
};

test('the page holds the table this test reads', () => {
  expect(ROWS.length).toBeGreaterThan(30);
  expect(ROWS.filter(({ what }) => !(what in WAYS))).toEqual([]);
  expect(Object.keys(WAYS).filter((way) => !ROWS.some(({ what }) => what === way))).toEqual([]);
});

onBothDatabases('the powers over accounts are apart as docs/permissions.md has them', (trial) => {
  test.each(ROWS)('$what of $whose', async ({ what, whose, allowed }) => {
    const way = WAYS[what];
    if (!way) throw new Error(`No way is known for ${what}`);
    const found: Record<string, boolean> = {};
    let about = await target(trial(), whose);
    for (const person of COLUMNS) {
      const before = (await listed(trial())).map(({ id, roles, active }) => ({ id, roles, active }));
      found[person] = await isAllowed(() => way(trial().portal[person], about, trial()));
      const after = (await listed(trial())).map(({ id, roles, active }) => ({ id, roles, active }));
      if (!found[person]) expect([person, after]).toEqual([person, before]);
      else about = await target(trial(), whose);
    }
    expect(found).toEqual(allowed);
  });

  test('nothing stands in the tables of tokens', async () => {
    const desk = trial().portal.super;
    expect(await isAllowed(() => desk.ask('GET', '/admin/api-tokens'))).toBe(false);
  });

  test('somebody without a role gets in and finds nothing to do', async () => {
    const { settings, portal } = trial();
    const clerk = await target(trial(), 'uploader');
    await portal.security.ask('POST', `/accounts/people/${clerk.id}/roles`, { roles: [], reason: '离岗' });
    const desk = await openDesk(settings.cmsUrl, clerk.email, clerk.password);
    expect((await desk.ask<{ data: unknown[] }>('GET', '/admin/users/me/permissions')).data).toEqual([]);
  });
});
