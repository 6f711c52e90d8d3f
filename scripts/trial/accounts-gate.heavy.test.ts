import { operate } from '../desk/desk.ts';
import { awayFromTheEdge, codeOf } from './authenticator.ts';
import { onBothDatabases, type Trial } from './on-both-databases.ts';
import { openRawDatabase } from './raw-database.ts';
import { routesOfCms } from './routes-of-cms.ts';
import { removeTrial, trialSettings } from './trial.ts';
import { Window, type Answer } from './window.ts';

const RULES = { CMS_SECOND_FACTOR: 'required', CMS_ONE_SESSION: 'required' };
const NEW_PASSWORD = 'mei-Hua-4-Jin';

/** What a session that is not through may ask; written here again, by hand. */
const BEFORE_THROUGH = [
  'POST /admin/login',
  'POST /admin/access-token',
  'POST /admin/logout',
  'GET /admin/init',
  'GET /admin/project-type',
  'GET /accounts/gate',
  'POST /accounts/gate/code',
  'POST /accounts/gate/password',
  'POST /accounts/gate/enrolment',
  'POST /accounts/gate/enrolment/confirm',
];

/** What is asked for; HEAD goes where GET goes, and CONNECT and TRACE are not for web applications. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

let counter = 0;

/** An account nobody has used yet. */
const account = async ({ settings }: Trial, role: string, more: { mustChange?: boolean } = {}): Promise<{ email: string; password: string }> => {
  const email = `person${(counter += 1)}@gate.example`;
  const { created } = await operate<{ created: { email: string; password: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', {
    mustChange: false,
    ...more,
    accounts: [{ email, name: `某${counter}`, role, departments: [] }],
  });
  const [made] = created;
  if (!made) throw new Error('No account was made');
  return made;
};

const opened = async (trial: Trial, { email, password }: { email: string; password: string }): Promise<Window> => {
  const window = new Window(trial.settings.cmsUrl);
  expect((await window.logIn(email, password)).status).toBe(200);
  return window;
};

const ME = ['GET', '/admin/users/me'] as const;

const audited = async ({ settings }: Trial, action: string): Promise<{ object: string; detail: string; actor_name: string }[]> => {
  const raw = await openRawDatabase(settings);
  const rows = await raw.rows<{ object: string; detail: string; actor_name: string }>(`SELECT object, detail, actor_name FROM review_audit WHERE action = '${action}' ORDER BY seq`);
  await raw.close();
  return rows;
};

const run = async ({ settings }: Trial, sql: string): Promise<void> => {
  const raw = await openRawDatabase(settings);
  await raw.run(sql);
  await raw.close();
};

onBothDatabases('before a session is through', (trial) => {
  test('the first login changes the password, then sets up a second factor, and then is in', async () => {
    const person = await account(trial(), 'head', { mustChange: true });
    const window = await opened(trial(), person);
    expect(await window.ask(...ME)).toMatchObject({ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' });
    expect(await window.ask('POST', '/accounts/gate/enrolment')).toMatchObject({ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' });
    expect((await window.ask('POST', '/accounts/gate/password', { current: person.password, wanted: 'short' })).code).toBe('PASSWORD_UNFIT');
    expect(await window.ask('POST', '/accounts/gate/password', { current: person.password, wanted: NEW_PASSWORD })).toMatchObject({ status: 200, body: { stage: 'enrolment' } });
    expect(await window.ask(...ME)).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
    const { recoveryCodes } = await window.enrol();
    expect(recoveryCodes).toHaveLength(10);
    expect(await window.stage()).toBeNull();
    expect((await window.ask(...ME)).status).toBe(200);
  });

  test('no route of the running system answers a session that is not through, but those named', async () => {
    const spare = await trialSettings({ name: 'routes' });
    const routes = await routesOfCms(spare);
    removeTrial(spare);
    const head = await account(trial(), 'head');
    const enrolled = await opened(trial(), head);
    await enrolled.enrol();
    const sessions: Record<string, Window> = {
      'a code is due': await opened(trial(), head),
      'an authenticator is due': await opened(trial(), await account(trial(), 'releaser')),
      'a new password is due': await opened(trial(), await account(trial(), 'uploader', { mustChange: true })),
    };
    expect(routes.length).toBeGreaterThan(100);
    const asked = routes.filter(({ method }) => METHODS.includes(method)).map(({ method, path }) => ({ method, path: path.replace(/\/?\(\.\*\)|\/?:\w+\*|\([^)]*\)/g, '/x').replace(/:\w+\??/g, '1') }));
    for (const [due, window] of Object.entries(sessions)) {
      const answered: string[] = [];
      for (const { method, path } of asked) {
        if (BEFORE_THROUGH.includes(`${method} ${path}`)) continue;
        const { status } = await window.ask(method, path, ['POST', 'PUT', 'PATCH'].includes(method) ? {} : undefined);
        if (![401, 403].includes(status)) answered.push(`${method} ${path}: ${status}`);
      }
      expect([due, answered]).toEqual([due, []]);
    }
    // The walk itself: a session that is through gets further.
    const further = [];
    for (const path of ['/admin/users/me', '/admin/information', '/review/inbox', '/accounts/me']) further.push((await enrolled.ask('GET', path)).status);
    expect(further).toEqual([200, 200, 200, 200]);
  });

  test.each(['/ACCOUNTS/me', '/accounts/me/', '//accounts/me', '/accounts/gate/../me', '/admin/users/me?x=/accounts/gate', '/accounts/gate/code/../../me'])('no spelling of an address leads round: %s', async (path) => {
    const window = await opened(trial(), await account(trial(), 'releaser'));
    expect([401, 403, 404]).toContain((await window.ask('GET', path)).status);
  });

  test('a renewed token is no more through than the one before, and no less', async () => {
    const person = await account(trial(), 'head');
    const window = await opened(trial(), person);
    expect((await window.renew()).status).toBe(200);
    expect(await window.ask(...ME)).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
    await window.enrol();
    expect((await window.renew()).status).toBe(200);
    expect((await window.ask(...ME)).status).toBe(200);
  });

  test('the password alone opens no file of the media library', async () => {
    const window = await opened(trial(), await account(trial(), 'releaser'));
    await window.ask('GET', '/accounts/gate');
    expect([...window.cookies.keys()]).not.toContain('gongkai_media');
    await window.enrol();
    await window.ask('GET', '/accounts/me');
    expect([...window.cookies.keys()]).toContain('gongkai_media');
  });

  test('a code is good once, and its neighbours of half a minute', async () => {
    const person = await account(trial(), 'releaser');
    const { key } = await (await opened(trial(), person)).enrol();
    const window = await opened(trial(), person);
    await awayFromTheEdge();
    const code = codeOf(key);
    expect(await window.ask('POST', '/accounts/gate/code', { code })).toMatchObject({ status: 200, body: { stage: null } });
    const second = await opened(trial(), person);
    expect(await second.ask('POST', '/accounts/gate/code', { code })).toMatchObject({ status: 400, code: 'WRONG_CODE' });
    expect((await second.ask('POST', '/accounts/gate/code', { code: codeOf(key, -1) })).code).toBe('WRONG_CODE');
    expect((await second.ask('POST', '/accounts/gate/code', { code: codeOf(key, 1) })).status).toBe(200);
    expect((await second.ask('POST', '/accounts/gate/code', { code: codeOf(key, 3) })).code).toBe('WRONG_CODE');
  });

  test('of two who give one code at the same moment one is let in', async () => {
    const person = await account(trial(), 'releaser');
    const { key } = await (await opened(trial(), person)).enrol();
    const windows = [await opened(trial(), person), await opened(trial(), person)];
    await awayFromTheEdge();
    const code = codeOf(key);
    const answers = await Promise.all(windows.map((window) => window.ask('POST', '/accounts/gate/code', { code })));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });

  test('five wrong codes lock the account and end the session; a new login does not begin the count again', async () => {
    const person = await account(trial(), 'releaser');
    const { key } = await (await opened(trial(), person)).enrol();
    const wrong = (window: Window): Promise<Answer> => window.ask('POST', '/accounts/gate/code', { code: codeOf(key, 40) });
    const first = await opened(trial(), person);
    for (let time = 0; time < 4; time += 1) expect(await wrong(first)).toMatchObject({ status: 400, code: 'WRONG_CODE' });
    const second = await opened(trial(), person);
    expect(await wrong(second)).toMatchObject({ status: 403, code: 'LOCKED' });
    expect(await second.ask('GET', '/accounts/gate')).toMatchObject({ status: 401, code: 'SESSION_ENDED' });
    expect((await new Window(trial().settings.cmsUrl).logIn(person.email, person.password)).status).toBe(400);
  });

  test('a recovery code is good once', async () => {
    const person = await account(trial(), 'releaser');
    const { recoveryCodes } = await (await opened(trial(), person)).enrol();
    const code = recoveryCodes[3] ?? '';
    const window = await opened(trial(), person);
    expect(await window.ask('POST', '/accounts/gate/code', { kind: 'recovery', code: code.toLowerCase().replace('-', ' ') })).toMatchObject({ status: 200 });
    const second = await opened(trial(), person);
    expect(await second.ask('POST', '/accounts/gate/code', { kind: 'recovery', code })).toMatchObject({ status: 400, code: 'WRONG_CODE' });
    expect((await second.ask('POST', '/accounts/gate/code', { kind: 'recovery', code: recoveryCodes[4] ?? '' })).status).toBe(200);
  });

  test('an authenticator once set up is not set up anew by somebody with the password', async () => {
    const person = await account(trial(), 'releaser');
    await (await opened(trial(), person)).enrol();
    const window = await opened(trial(), person);
    expect(await window.ask('POST', '/accounts/gate/enrolment')).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
    expect(await window.ask('POST', '/accounts/me/second-factor')).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
  });

  test('an uploader may do without, and may choose it', async () => {
    const person = await account(trial(), 'uploader');
    const window = await opened(trial(), person);
    expect(await window.stage()).toBeNull();
    const { key } = (await window.ask('POST', '/accounts/me/second-factor')).body as { key: string };
    await awayFromTheEdge();
    expect((await window.ask('POST', '/accounts/me/second-factor/confirm', { code: codeOf(key, -1) })).status).toBe(200);
    const next = await opened(trial(), person);
    expect(await next.stage()).toBe('code');
    expect((await next.ask('POST', '/accounts/gate/code', { code: codeOf(key) })).status).toBe(200);
    expect((await next.ask('POST', '/accounts/me/second-factor/off', { code: codeOf(key, 1) })).status).toBe(200);
    expect(await (await opened(trial(), person)).stage()).toBeNull();
  });

  test('what is kept of the second factor is of no use to a reader of the database', async () => {
    const person = await account(trial(), 'releaser');
    const { key, recoveryCodes } = await (await opened(trial(), person)).enrol();
    const raw = await openRawDatabase(trial().settings);
    const kept = JSON.stringify([await raw.rows('SELECT * FROM accounts_account'), await raw.rows('SELECT * FROM accounts_recovery')]);
    await raw.close();
    expect(kept).not.toContain(key.replace(/\s/g, ''));
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replace('-', ''));
  });
}, RULES);

onBothDatabases('passwords, locks and sessions', (trial) => {
  test('five wrong passwords lock an account; right and wrong, known and unknown are answered alike', async () => {
    const person = await account(trial(), 'uploader');
    const window = new Window(trial().settings.cmsUrl);
    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await window.logIn(person.email, 'Wrong-Password-7'));
    answers.push(await window.logIn(person.email, person.password));
    answers.push(await window.logIn('nobody@gate.example', 'Wrong-Password-7'));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.message).toContain('邮箱或密码不正确');
    const failed = await audited(trial(), 'login-failed');
    expect(failed.map(({ detail }) => detail).join()).toContain(person.email);
    expect(failed.at(-1)?.object).toBe('account:unknown');
    expect((await audited(trial(), 'account-lock')).length).toBeGreaterThan(0);
    await run(trial(), `UPDATE accounts_account SET locked_until = '2020-01-01T00:00:00.000Z' WHERE user_id = (SELECT id FROM admin_users WHERE email = '${person.email}')`);
    expect((await window.logIn(person.email, person.password)).status).toBe(200);
  });

  test('failures sent all at once are counted all', async () => {
    const person = await account(trial(), 'uploader');
    await Promise.all(Array.from({ length: 12 }, () => new Window(trial().settings.cmsUrl).logIn(person.email, 'Wrong-Password-7')));
    expect((await new Window(trial().settings.cmsUrl).logIn(person.email, person.password)).status).toBe(400);
  });

  test('an unknown account takes about as long to refuse as a known one', async () => {
    const person = await account(trial(), 'uploader');
    const median = async (email: string): Promise<number> => {
      const times = [];
      for (let time = 0; time < 4; time += 1) {
        const before = performance.now();
        await new Window(trial().settings.cmsUrl).logIn(email, 'Wrong-Password-7');
        times.push(performance.now() - before);
      }
      return times.sort((a, b) => a - b)[1] ?? 0;
    };
    const [known, unknown] = [await median(person.email), await median('nobody@gate.example')];
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test('a new login ends the one before, which is told', async () => {
    const person = await account(trial(), 'uploader');
    const first = await opened(trial(), person);
    const second = await opened(trial(), person);
    const told = await first.ask(...ME);
    expect(told).toMatchObject({ status: 401, code: 'SESSION_ENDED' });
    expect(told.message).toContain('您的账号在别处登录');
    expect((await first.renew()).message).toContain('您的账号在别处登录');
    expect((await second.ask(...ME)).status).toBe(200);
  });

  test('somebody with the password alone does not throw out who gave a code', async () => {
    const person = await account(trial(), 'releaser');
    const first = await opened(trial(), person);
    const { key } = await first.enrol();
    const second = await opened(trial(), person);
    expect((await first.ask(...ME)).status).toBe(200);
    expect((await second.ask('POST', '/accounts/gate/code', { code: codeOf(key) })).status).toBe(200);
    expect((await first.ask(...ME)).code).toBe('SESSION_ENDED');
  });

  test.each([
    ['seen_at', '很久没有操作'],
    ['began_at', '登录时间已到上限'],
  ])('a session ends by its age (%s)', async (column, words) => {
    const person = await account(trial(), 'uploader');
    const window = await opened(trial(), person);
    const other = await opened(trial(), await account(trial(), 'uploader'));
    await run(trial(), `UPDATE accounts_session SET ${column} = '2020-01-01T00:00:00.000Z' WHERE user_id = (SELECT id FROM admin_users WHERE email = '${person.email}')`);
    expect((await window.renew()).message).toContain(words);
    expect((await window.ask(...ME)).message).toContain(words);
    expect((await other.ask(...ME)).status).toBe(200);
  });

  test('a token nothing is known of opens nothing', async () => {
    const window = await opened(trial(), await account(trial(), 'uploader'));
    await run(trial(), 'DELETE FROM accounts_session');
    expect((await window.ask(...ME)).status).toBe(401);
    expect((await window.renew()).status).toBe(401);
  });

  test('logging out ends the session for good', async () => {
    const window = await opened(trial(), await account(trial(), 'uploader'));
    expect((await window.ask('POST', '/admin/logout')).status).toBe(200);
    expect((await window.ask(...ME)).status).toBe(401);
    expect((await audited(trial(), 'logout')).length).toBeGreaterThan(0);
  });

  test('a password is due after ninety days', async () => {
    const person = await account(trial(), 'uploader');
    const window = await opened(trial(), person);
    await run(trial(), `UPDATE accounts_account SET password_changed_at = '2020-01-01T00:00:00.000Z' WHERE user_id = (SELECT id FROM admin_users WHERE email = '${person.email}')`);
    expect(await window.ask(...ME)).toMatchObject({ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' });
  });

  test('the last five passwords do not come back, by our page or by Strapi’s', async () => {
    const person = await account(trial(), 'uploader');
    const window = await opened(trial(), person);
    const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((word) => `mei-Hua-${word}-7-Jin`);
    let current = person.password;
    for (const wanted of words) {
      expect(await window.ask('POST', '/accounts/me/password', { current, wanted })).toMatchObject({ status: 200 });
      current = wanted;
    }
    for (const wanted of words.slice(1)) expect((await window.ask('POST', '/accounts/me/password', { current, wanted })).message).toContain('用过');
    expect(await window.ask('PUT', '/admin/users/me', { currentPassword: current, password: words[2] })).toMatchObject({ status: 400, code: 'PASSWORD_UNFIT' });
    // A refusal does not log out; nor is anything changed.
    expect((await window.ask(...ME)).status).toBe(200);
    expect((await window.ask('POST', '/accounts/me/password', { current, wanted: words[0] })).status).toBe(200);
  });

  test('every path that sets a password keeps the rules', async () => {
    const person = await account(trial(), 'uploader');
    const window = await opened(trial(), person);
    const weak = 'Password2026';
    expect(await window.ask('PUT', '/admin/users/me', { currentPassword: person.password, password: weak })).toMatchObject({ code: 'PASSWORD_UNFIT' });
    expect(await window.ask('POST', '/accounts/me/password', { current: person.password, wanted: weak })).toMatchObject({ code: 'PASSWORD_UNFIT' });
    const { system } = await administrators(trial());
    const made = (await system.ask('POST', '/accounts/people', { email: `invited${counter}@gate.example`, name: '受邀人' })).body as { id: number; path: string };
    const registrationToken = new URL(made.path, 'http://x').searchParams.get('registrationToken');
    const stranger = new Window(trial().settings.cmsUrl);
    expect(await stranger.ask('POST', '/admin/register', { registrationToken, userInfo: { firstname: '冒名', lastname: '', password: weak } })).toMatchObject({ code: 'PASSWORD_UNFIT' });
    expect(await stranger.ask('POST', '/admin/register', { registrationToken, userInfo: { firstname: '冒名', lastname: '', password: 'mei-Hua-4-Jin' } })).toMatchObject({ status: 200 });
    const again = await stranger.ask('POST', '/admin/register', { registrationToken, userInfo: { firstname: '冒名', lastname: '', password: 'mei-Hua-5-Jin' } });
    expect(again).toMatchObject({ status: 400, code: 'LINK_EXPIRED' });
    expect(JSON.stringify((await system.ask('GET', '/accounts/people')).body)).toContain('受邀人');
    const link = (await system.ask('POST', `/accounts/people/${made.id}/link`, { reason: '忘记密码' })).body as { path: string };
    const resetPasswordToken = new URL(link.path, 'http://x').searchParams.get('code');
    expect(await stranger.ask('POST', '/admin/reset-password', { resetPasswordToken, password: 'mei-Hua-4-Jin' })).toMatchObject({ code: 'PASSWORD_UNFIT' });
    expect((await stranger.ask('POST', '/admin/reset-password', { resetPasswordToken, password: 'mei-Hua-6-Jin' })).status).toBe(200);
    expect(await stranger.ask('POST', '/admin/reset-password', { resetPasswordToken, password: 'mei-Hua-7-Jin' })).toMatchObject({ code: 'LINK_EXPIRED' });
  });

  test('an invitation is over after a day', async () => {
    const { system } = await administrators(trial());
    const made = (await system.ask('POST', '/accounts/people', { email: `late${counter}@gate.example`, name: '迟来' })).body as { id: number; path: string };
    await run(trial(), `UPDATE accounts_account SET link_until = '2020-01-01T00:00:00.000Z' WHERE user_id = ${made.id}`);
    const registrationToken = new URL(made.path, 'http://x').searchParams.get('registrationToken');
    expect(await new Window(trial().settings.cmsUrl).ask('POST', '/admin/register', { registrationToken, userInfo: { firstname: '迟', password: 'mei-Hua-4-Jin' } })).toMatchObject({ code: 'LINK_EXPIRED' });
  });

  test('what is done for another account is done at once, told and on record', async () => {
    const { security, system } = await administrators(trial());
    const person = await account(trial(), 'releaser');
    const window = await opened(trial(), person);
    await window.enrol();
    const { people } = (await security.ask('GET', '/accounts/people')).body as { people: { id: number; email: string; secondFactor: string; sessions: unknown[] }[] };
    const line = people.find(({ email }) => email === person.email);
    expect(line).toMatchObject({ secondFactor: 'enrolled' });
    expect(line?.sessions).toHaveLength(1);
    expect(await security.ask('POST', `/accounts/people/${line?.id}/second-factor-reset`, {})).toMatchObject({ status: 400, code: 'REASON_REQUIRED' });
    expect((await security.ask('POST', `/accounts/people/${line?.id}/second-factor-reset`, { reason: '手机遗失' })).status).toBe(200);
    expect((await window.ask(...ME)).code).toBe('SESSION_ENDED');
    const next = await opened(trial(), person);
    expect((await next.ask('GET', '/accounts/gate')).body).toMatchObject({ stage: 'enrolment', told: expect.stringContaining('手机遗失') });
    await next.enrol();
    expect((await security.ask('POST', `/accounts/people/${line?.id}/roles`, { roles: ['uploader'], reason: '调岗' })).status).toBe(200);
    expect((await next.ask(...ME)).message).toContain('角色有变动');
    const third = await opened(trial(), person);
    expect((await system.ask('POST', `/accounts/people/${line?.id}/deactivate`, { reason: '离职' })).status).toBe(200);
    expect((await third.ask(...ME)).message).toContain('停用');
    expect((await new Window(trial().settings.cmsUrl).logIn(person.email, person.password)).status).toBe(400);
    for (const action of ['second-factor-enrol', 'second-factor-reset', 'roles-change', 'account-deactivate']) {
      const entries = await audited(trial(), action);
      expect([action, entries.some(({ object }) => object === `account:${line?.id}`)]).toEqual([action, true]);
    }
  });

  test('the chain of the audit is whole', async () => {
    const { settings } = trial();
    expect(await operate(settings.cmsUrl, settings.secrets.operatorToken, 'verify', {})).toMatchObject({ ok: true, faults: [] });
  });
}, RULES);

/** The system and the security administrator, through the gate. */
const administrators = async (trial: Trial): Promise<{ system: Window; security: Window }> => {
  const system = await opened(trial, await account(trial, 'system-admin'));
  const security = await opened(trial, await account(trial, 'security-admin'));
  await system.enrol();
  await security.enrol();
  return { system, security };
};
