import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { operate } from '../desk/desk.ts';
import type { Settings } from '../settings.ts';
import { awayFromTheEdge, codeOf } from './authenticator.ts';
import { goTo } from './admin-window.ts';
import { startCopy } from './template.ts';
import { removeTrial, type Part } from './trial.ts';

/**
 * The gate in a real browser, by keyboard where a person would use it: first login, new password, authenticator, home; wrong codes;
 * a recovery code; a second login elsewhere; then the administrators at work. `GONGKAI_SHOTS` names a folder for pictures.
 */
const STAFF = [
  { email: 'head@gate.example', name: '季演之', role: 'head', departments: [] },
  { email: 'releaser@gate.example', name: '童例川', role: 'releaser', departments: [] },
  { email: 'system@gate.example', name: '鲁设敏', role: 'system-admin', departments: [] },
  { email: 'security@gate.example', name: '符拟清', role: 'security-admin', departments: [] },
];
const NEW_PASSWORD = 'mei-Hua-4-Jin';
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 780 };

describe('the gate after login, in a browser', () => {
  let settings: Settings;
  let browser: Browser;
  let cms: Part;
  const passwords: Record<string, string> = {};
  const contexts: BrowserContext[] = [];
  let recoveryCodes: string[] = [];
  let key = '';
  let home: Page;

  const shot = async (page: Page, name: string): Promise<void> => {
    if (!process.env.GONGKAI_SHOTS) return;
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(process.env.GONGKAI_SHOTS, `${name}-${size.width}.png`), fullPage: true });
    }
  };

  const open = async (who: string, password = passwords[who] ?? ''): Promise<Page> => {
    const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${settings.cmsUrl}/admin/auth/login`);
    await page.fill('input[name=email]', `${who}@gate.example`);
    await page.fill('input[name=password]', password);
    await page.keyboard.press('Enter');
    return page;
  };

  const gate = (page: Page) => page.getByRole('dialog', { name: /输入动态验证码|更换密码|绑定验证器/ });
  const heading = (page: Page, name: string) => gate(page).getByRole('heading', { name });

  const changePassword = async (page: Page, current: string): Promise<void> => {
    await heading(page, '更换密码').waitFor();
    // The first field has the focus: typed without a mouse.
    await page.keyboard.type(current);
    await page.keyboard.press('Tab');
    await page.keyboard.type(NEW_PASSWORD);
    await page.keyboard.press('Tab');
    await page.keyboard.type(NEW_PASSWORD);
    await page.keyboard.press('Enter');
  };

  const enrol = async (page: Page): Promise<{ key: string; codes: string[] }> => {
    await heading(page, '绑定验证器').waitFor();
    const code = gate(page).getByLabel('动态验证码');
    await code.waitFor();
    const shown = (await gate(page).locator('code').innerText()).replace(/\s/g, '');
    await awayFromTheEdge();
    await code.fill(codeOf(shown, -1));
    await page.keyboard.press('Enter');
    await gate(page).getByText('已经打印或抄下').waitFor();
    const codes = await gate(page).locator('ol li').allInnerTexts();
    return { key: shown, codes: codes.map((line) => line.trim()) };
  };

  const finishEnrolment = async (page: Page): Promise<void> => {
    await gate(page).getByRole('checkbox').click();
    await gate(page).getByRole('button', { name: '完成' }).click();
    // The page is loaded anew, without the gate.
    await page.locator('#accounts-gate').waitFor({ state: 'detached' });
    await page.getByText('您好').first().waitFor();
  };

  beforeAll(async () => {
    ({ settings, cms } = await startCopy('sqlite', { screens: true, extra: { CMS_SECOND_FACTOR: 'required', CMS_ONE_SESSION: 'required' } }));
    const { created } = await operate<{ created: { email: string; password: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', { mustChange: true, accounts: STAFF });
    for (const { email, password } of created) passwords[email.split('@')[0] ?? ''] = password;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cms?.stop();
    if (settings) removeTrial(settings);
  });

  test('first login: a new password, an authenticator, and home', async () => {
    home = await open('head');
    await heading(home, '更换密码').waitFor();
    await shot(home, 'gate-password');
    await changePassword(home, passwords.head ?? '');
    await heading(home, '绑定验证器').waitFor();
    await gate(home).locator('img').waitFor();
    await shot(home, 'gate-enrolment');
    const enrolled = await enrol(home);
    key = enrolled.key;
    recoveryCodes = enrolled.codes;
    expect(recoveryCodes).toHaveLength(10);
    await shot(home, 'gate-recovery-codes');
    await finishEnrolment(home);
    passwords.head = NEW_PASSWORD;
    await goTo(home, settings, '/plugins/accounts/security');
    await home.getByText('已绑定验证器').waitFor();
    await shot(home, 'security');
  });

  test('a recovery code works once, and the login elsewhere ends the first session', async () => {
    const second = await open('head');
    await heading(second, '输入动态验证码').waitFor();
    await shot(second, 'gate-code');
    await gate(second).getByRole('button', { name: '手机不在身边，用恢复码' }).click();
    await gate(second).getByLabel('恢复码').fill(recoveryCodes[0] ?? '');
    await second.keyboard.press('Enter');
    await second.getByText('您好').first().waitFor();
    await home.reload();
    await home.getByText('您的账号在别处登录').first().waitFor();
    await shot(home, 'session-ended');
    const third = await open('head');
    await gate(third).getByRole('button', { name: '手机不在身边，用恢复码' }).click();
    await gate(third).getByLabel('恢复码').fill(recoveryCodes[0] ?? '');
    await third.keyboard.press('Enter');
    await gate(third).getByText('验证码不正确').waitFor();
  });

  test('a code of the authenticator lets in; five wrong ones lock', async () => {
    const page = await open('head');
    await gate(page).getByLabel('动态验证码').fill(codeOf(key, 1));
    await page.keyboard.press('Enter');
    await page.getByText('您好').first().waitFor();
    const wrong = await open('head');
    for (let time = 0; time < 4; time += 1) {
      await gate(wrong).getByLabel('动态验证码').fill('000000');
      const answered = wrong.waitForResponse((response) => response.url().endsWith('/accounts/gate/code'));
      await wrong.keyboard.press('Enter');
      await answered;
      await gate(wrong).getByText('验证码不正确').waitFor();
    }
    await gate(wrong).getByLabel('动态验证码').fill('000000');
    await wrong.keyboard.press('Enter');
    await gate(wrong).getByText('账号已锁定').first().waitFor();
    await shot(wrong, 'gate-locked');
    const again = await open('head');
    await again.getByText('邮箱或密码不正确').waitFor();
    await shot(again, 'login-refused');
  });

  test('the system administrator makes an account, the security administrator unlocks and gives roles', async () => {
    const system = await open('system');
    await changePassword(system, passwords.system ?? '');
    await enrol(system);
    await finishEnrolment(system);
    await goTo(system, settings, '/plugins/accounts/people');
    await system.getByRole('button', { name: '新建账号' }).click();
    await system.getByLabel('姓名').fill('江示晴');
    await system.getByLabel('邮箱').fill('new@gate.example');
    await shot(system, 'create-account');
    await system.getByRole('button', { name: '新建', exact: true }).click();
    await system.getByText('一次性链接').first().waitFor();
    const link = await system.getByRole('textbox', { name: '链接' }).inputValue();
    await shot(system, 'link');
    await system.getByRole('button', { name: '完成' }).click();
    await shot(system, 'people-system');

    const security = await open('security');
    await changePassword(security, passwords.security ?? '');
    await enrol(security);
    await finishEnrolment(security);
    await goTo(security, settings, '/plugins/accounts/people');
    const card = (name: string) => security.getByRole('listitem', { name });
    await shot(security, 'people-security');
    await card('季演之').getByRole('button', { name: '解锁' }).click();
    await security.getByLabel('理由').fill('本人输错，已电话核实');
    await security.getByRole('dialog').getByRole('button', { name: '解锁' }).click();
    await security.getByText('「解锁」已办理').first().waitFor();
    await card('江示晴').getByRole('button', { name: '角色' }).click();
    await security.getByRole('checkbox', { name: '信息上传员' }).click();
    await security.getByLabel('理由').fill('新入职');
    await shot(security, 'roles');
    await security.getByRole('button', { name: '更改角色' }).click();
    await security.getByText('「角色」已办理').first().waitFor();
    await card('江示晴').getByText('信息上传员').waitFor();

    const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN' });
    const invited = await context.newPage();
    invited.setDefaultTimeout(60_000);
    await invited.goto(link);
    // Who is invited comes by a request, and empties what was typed before it.
    await invited.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=firstname]')?.value === '江示晴');
    await shot(invited, 'invited');
    await invited.fill('input[name=password]', NEW_PASSWORD);
    await invited.fill('input[name=confirmPassword]', NEW_PASSWORD);
    await invited.locator('button[type=submit]').click();
    await invited.getByText('您好').first().waitFor();
    const page = await open('head', NEW_PASSWORD);
    await heading(page, '输入动态验证码').waitFor();
  });
});
