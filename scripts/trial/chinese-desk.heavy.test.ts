import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { openDesk, operate } from '../desk/desk.ts';
import { columns } from '../demonstration/columns.ts';
import { departments } from '../demonstration/departments.ts';
import { buildCms } from '../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../settings.ts';
import { goToReady, logIn, openWindow, settled } from './admin-window.ts';
import { faultsOf } from './axe.ts';
import { picturesOf } from './pictures-of.ts';
import { DEPARTMENT, fields, type Account } from './portal.ts';
import { removeTrial, startCms, trialSettings, type Part } from './trial.ts';

/** Each role at its own desk, in a real browser: its menu, no English word on any of its pages, and nothing axe calls serious. */
const MENU: Record<string, string[]> = {
  uploader: ['首页', '稿件', '通知', '收发文', '督办', '媒体库', '安全'],
  'deputy-head': ['首页', '待办', '稿件', '通知', '收发文', '督办', '代理', '办公设置', '安全'],
  head: ['首页', '待办', '稿件', '通知', '收发文', '督办', '代理', '办公设置', '安全'],
  releaser: ['首页', '待办', '稿件', '通知', '收发文', '督办', '代理', '办公设置', '安全'],
  'system-admin': ['首页', '通知', '栏目', '部门', '所属部门', '代理', '账号', '安全'],
  'security-admin': ['首页', '通知', '词表', '账号', '安全'],
  auditor: ['首页', '稿件', '通知', '收发文', '督办', '代理', '审计', '安全'],
  'super-admin': ['首页', '通知', '代理', '账号', '审计', '安全'],
};
const LISTS = '/content-manager/collection-types';
/** Screens that are ours; the content manager, the media library and the profile are Strapi's. */
const OWN_SCREEN = /^(\/|\/plugins\/(review|office|checks|accounts)\/.*)$/;
const OFFICE = ['/plugins/office/notices', '/plugins/office/register', '/plugins/office/deadlines'];
const PAGES: Record<string, string[]> = {
  uploader: ['/', '/plugins/review/documents', 'edit', `${LISTS}/api::document.document/create`, '/plugins/upload', '/me', ...OFFICE, '/plugins/accounts/security'],
  'deputy-head': ['/', '/plugins/review/inbox', '/plugins/review/documents', 'edit', '/me', '/plugins/review/deputies', '/plugins/office/settings'],
  head: ['/', '/plugins/review/inbox', '/plugins/review/deputies', '/plugins/office/settings'],
  releaser: ['/', '/plugins/review/inbox', ...OFFICE],
  'system-admin': ['/', '/plugins/review/columns', '/plugins/review/departments', '/plugins/review/staff', `${LISTS}/api::column.column/create`, '/plugins/accounts/people', '/me'],
  'security-admin': ['/', '/plugins/checks/words', '/plugins/accounts/people'],
  auditor: ['/', '/plugins/review/documents', '/plugins/review/audit', 'edit', '/me', ...OFFICE],
  'super-admin': ['/', '/plugins/accounts/people', '/plugins/review/audit'],
};

/** Entries of the menu that open lists of the content manager. */
const LEADS_TO: Record<string, string> = {
  '/plugins/review/columns': `${LISTS}/api::column.column`,
  '/plugins/review/departments': `${LISTS}/api::department.department`,
  '/plugins/review/staff': `${LISTS}/api::staff-profile.staff-profile`,
};

/** Latin letters that stand on Chinese desks too: formats, keys, browsers and systems, settings, codes of our own. */
const ALLOWED =
  /^(PDF|OFD|Word|WPS|Excel|CSV|JSON|HTML|KB|MB|GB|Ctrl|Shift|Alt|Enter|Esc|F\d+|Chrome|Chromium|Edge|Firefox|Safari|Linux|Windows|SMTP_URL|SMTP_FROM|szf|fgw|[A-Z]{2,12}-\d{4}-\d{5})$/;
/** Codes of columns and departments are part of addresses; whoever keeps the lists sees them. */
const CODES = new Set([...columns, ...departments].map(({ code }) => code));

/** Mailboxes, and seals and hashes in hexadecimal. */
const NO_WORDS = /[\w.+-]+@[\w.-]+|\b(?=\w*\d)[0-9a-f]{12,64}\b/g;

const latinWords = (text: string): string[] =>
  (text.replace(NO_WORDS, ' ').match(/[A-Za-z][\w-]*[A-Za-z0-9]/g) ?? []).filter((word) => !ALLOWED.test(word) && !CODES.has(word));

/** Everything people read or have read to them: text, labels, placeholders and titles of what is visible. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const spoken = Array.from(document.querySelectorAll('[aria-label], [placeholder], [title]'))
      .filter((element) => element.getClientRects().length > 0)
      .flatMap((element) => ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''));
    return [document.body.innerText, document.title, ...spoken].join('\n');
  });

/** The menu comes entry by entry, as permissions are answered. */
const expectSoon = async (look: () => Promise<unknown>, wanted: unknown): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (JSON.stringify(await look()) !== JSON.stringify(wanted) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await look()).toEqual(wanted);
};

describe('the desk of each role', () => {
  let settings: Settings;
  let cms: Part;
  let browser: Browser;
  let documentId = '';
  const passwords: Record<string, Account> = {};

  const account = (role: string): Account => passwords[role] ?? { email: '', password: '' };

  /** At the home page of somebody, all drawn. */
  const homeOf = async (role: string): Promise<Page> => {
    const page = await openWindow(browser);
    await logIn(page, settings, account(role));
    await goToReady(page, settings, '/');
    return page;
  };

  beforeAll(async () => {
    settings = await trialSettings({ name: 'chinese-desk' });
    await buildCms(['server', 'admin'], cmsEnvironment(settings), join(settings.dataFolder, 'cms-build.log'));
    cms = await startCms(settings);
    const ask = <T>(path: string, body: unknown) => operate<T>(settings.cmsUrl, settings.secrets.operatorToken, path, body);
    await ask('reference', { columns, departments });
    const staff = Object.keys(MENU).filter((role) => role !== 'super-admin');
    const { created } = await ask<{ created: Account[] }>('accounts', {
      superAdministrator: { email: 'super-admin@trial.example' },
      accounts: staff.map((role) => ({ email: `${role}@trial.example`, name: '试用人员', role, departments: role === 'uploader' ? [DEPARTMENT] : [] })),
    });
    for (const one of created) passwords[one.email.split('@')[0] ?? ''] = one;
    const uploader = await openDesk(settings.cmsUrl, account('uploader').email, account('uploader').password);
    // A body without markup: what the editor shows of it is not for this test to judge.
    documentId = (await uploader.create(fields({ body: '试运行的正文。' }))).documentId;
    await uploader.act(documentId, 'submit');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cms?.stop();
    if (settings) removeTrial(settings);
  });

  test('the check sees an English word where there is one', async () => {
    const page = await browser.newPage();
    await page.setContent('<main><button aria-label="Close">保存 Save</button><p>索引号 SZF-2026-00001，someone@trial.example，PDF</p></main>');
    expect(latinWords(await readable(page)).sort()).toEqual(['Close', 'Save']);
    await page.close();
  });

  test('the login page is Chinese, and so is its refusal', async () => {
    // As a browser comes that prefers no Chinese.
    const page = await browser.newPage();
    await page.goto(`${settings.cmsUrl}/admin/auth/login`);
    await page.fill('input[name=email]', 'nobody@trial.example');
    expect(latinWords(await readable(page))).toEqual([]);
    await page.fill('input[name=password]', 'Wrong12345');
    await page.click('button[type=submit]');
    await page.getByRole('alert').or(page.getByText(/不对|错误/)).first().waitFor();
    expect(latinWords(await readable(page))).toEqual([]);
    await page.close();
  });

  test.each(Object.entries(MENU))('%s has its menu, reads no English, and meets no screen that keeps somebody out', async (role, menu) => {
    const page = await homeOf(role);
    const links = page.locator('nav:not([aria-label]) li a');
    const shown = async () => (await Promise.all((await links.all()).map(async (link) => ((await link.isVisible()) ? await link.getAttribute('aria-label') : null)))).filter(Boolean);
    await links.first().waitFor();
    await expectSoon(shown, menu);
    const found: Record<string, string[]> = {};
    for (const path of PAGES[role] ?? []) {
      const address = path === 'edit' ? `${LISTS}/api::document.document/${documentId}` : path;
      if (path !== '/') await goToReady(page, settings, address);
      expect(new URL(page.url()).pathname.replace(/\/$/, '')).toBe(`/admin${LEADS_TO[path] ?? address}`.replace(/\/$/, ''));
      const words = latinWords(await readable(page));
      const faults = OWN_SCREEN.test(path) ? await faultsOf(page) : [];
      if (words.length + faults.length > 0) found[path] = [...words, ...faults];
      await picturesOf(page, `${role}${path.replaceAll('/', '-')}`);
    }
    expect(found).toEqual({});
    await page.context().close();
  });

  test("the content manager's list of documents leads to ours, with its filters in the address", async () => {
    const page = await homeOf('deputy-head');
    await page.goto(`${settings.cmsUrl}/admin${LISTS}/api::document.document`);
    await page.waitForURL('**/plugins/review/documents');
    await page.goto(`${settings.cmsUrl}/admin/plugins/review/documents?state=submitted`);
    await page.getByRole('link', { name: '关于试运行第1号事项的公告' }).waitFor();
    await page.goto(`${settings.cmsUrl}/admin/plugins/review/documents?state=released`);
    await page.getByText('没有符合条件的稿件').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('link', { name: '关于试运行第1号事项的公告' }).click();
    await page.waitForURL(`**/${documentId}**`);
    await page.context().close();
  });

  test('nothing is pushed off the side of a telephone', async () => {
    const page = await homeOf('uploader');
    await page.setViewportSize({ width: 360, height: 780 });
    for (const path of ['/', '/plugins/review/documents']) {
      if (path !== '/') await goToReady(page, settings, path);
      await settled(page);
      const beyond = await page.evaluate(() => Array.from(document.querySelectorAll('main *')).filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1).length);
      expect([path, beyond]).toEqual([path, 0]);
    }
    await page.context().close();
  });
});
