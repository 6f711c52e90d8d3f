import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { openDesk, operate, type Desk } from '../desk/desk.ts';
import { columns } from '../demonstration/columns.ts';
import { departments } from '../demonstration/departments.ts';
import { buildCms } from '../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../settings.ts';
import { fields } from './portal.ts';
import { removeTrial, startCms, trialSettings, type Part } from './trial.ts';

/** A releaser's day at the register: an item of the State Council comes in, is numbered, signed for, relayed, linked and put in order. */
const STAFF = [
  { email: 'author@trial.example', name: '起草人', role: 'uploader', departments: ['szf'] },
  { email: 'deputy@trial.example', name: '副站长', role: 'deputy-head', departments: [] },
  { email: 'head@trial.example', name: '站长', role: 'head', departments: [] },
  { email: 'releaser@trial.example', name: '发布员', role: 'releaser', departments: [] },
  { email: 'auditor@trial.example', name: '审计员', role: 'auditor', departments: [] },
];

describe("a releaser's day at the register, in a browser", () => {
  let settings: Settings;
  let cms: Part;
  let browser: Browser;
  let page: Page;
  const desks: Record<string, Desk> = {};
  const passwords: Record<string, string> = {};
  let documentTitle = '';

  const open = async (path: string, width = 1280) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${settings.cmsUrl}/admin/plugins/${path}`);
  };

  const logIn = async (who: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const fresh = await context.newPage();
    fresh.setDefaultTimeout(30_000);
    await fresh.goto(`${settings.cmsUrl}/admin/auth/login`);
    await fresh.fill('input[name=email]', `${who}@trial.example`);
    await fresh.fill('input[name=password]', passwords[who] ?? '');
    await fresh.click('button[type=submit]');
    await fresh.waitForURL((url) => !url.pathname.includes('/auth/'));
    return fresh;
  };

  beforeAll(async () => {
    settings = await trialSettings({ name: 'office' });
    await buildCms(['server', 'admin'], cmsEnvironment(settings), join(settings.dataFolder, 'cms-build.log'));
    cms = await startCms(settings);
    await operate(settings.cmsUrl, settings.secrets.operatorToken, 'reference', { columns, departments });
    const { created } = await operate<{ created: { email: string; password: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', { accounts: STAFF });
    for (const { email, password } of created) {
      const who = email.split('@')[0] ?? '';
      passwords[who] = password;
      desks[who] = await openDesk(settings.cmsUrl, email, password);
    }
    browser = await openBrowser();
    page = await logIn('releaser');
  });
  afterAll(async () => {
    await browser?.close();
    await cms?.stop();
    if (settings) removeTrial(settings);
  });

  test('registers an item of the State Council and is given its number', async () => {
    await open('office/register');
    await page.getByText(/还没有登记收文/).waitFor();
    await page.getByRole('button', { name: '登记收文' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('登记部门').click();
    await page.getByRole('option').first().click();
    await dialog.locator('input[name=fromOrgan]').fill('国务院办公厅');
    await dialog.locator('input[name=title]').fill('国务院办公厅关于试转载事项的通知');
    await dialog.locator('input[name=documentNumber]').fill('国办发〔2026〕99号');
    await dialog.getByLabel('转载').click();
    await page.getByRole('option', { name: '国务院信息' }).click();
    await dialog.getByRole('button', { name: '登记并编号' }).click();
    await page.getByText(/已登记：收文〔20\d\d〕1号/).first().waitFor();
  });

  test('finds it among the deadlines, with the hours left', async () => {
    await open('office/deadlines');
    await page.getByText('国务院办公厅关于试转载事项的通知').waitFor();
    await page.getByText(/还有 23 小时/).waitFor();
  });

  test('is told by the bell that a document waits, and releases it', async () => {
    const { documentId } = await (desks.author as Desk).create(fields({ departmentCode: 'szf' }));
    documentTitle = (await (desks.author as Desk).ask<{ data: { title: string } }>('GET', `/content-manager/collection-types/api::document.document/${documentId}`)).data.title;
    await (desks.author as Desk).act(documentId, 'submit');
    await (desks.deputy as Desk).act(documentId, 'first-approve');
    await (desks.head as Desk).act(documentId, 'final-approve');
    await open('office/notices');
    await page.getByText('1 条未读').first().waitFor({ state: 'attached' });
    await page.getByRole('link', { name: documentTitle }).click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('「发布」已办理').first().waitFor();
  });

  test('signs for the item, links what was published and puts it in order', async () => {
    await open('office/register');
    await page.getByRole('button', { name: /收文〔20\d\d〕1号/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '签收', exact: true }).click();
    await dialog.getByRole('button', { name: '确认签收' }).click();
    await page.getByText(/1号已签收/).first().waitFor();
    await dialog.getByPlaceholder('输入标题查找已公开的信息').click();
    await page.getByRole('option', { name: new RegExp(documentTitle) }).click();
    await dialog.getByRole('listitem').filter({ hasText: documentTitle }).waitFor();
    await dialog.getByRole('button', { name: '归档', exact: true }).click();
    await dialog.locator('input[name=file]').fill('2026-XZ-001');
    await dialog.getByRole('button', { name: '确认归档' }).click();
    await page.getByText(/1号已归档/).first().waitFor();
    await open('office/deadlines');
    await page.getByText('没有未办结的期限').waitFor();
  });

  test('sees the register on a telephone without anything running off the page', async () => {
    for (const path of ['office/register', 'office/deadlines', 'office/notices', 'office/settings']) {
      await open(path, 360);
      await page.locator('h1').first().waitFor();
      const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([path, overflow]).toEqual([path, 0]);
    }
  });

  test('an auditor reads in words what was done, and the chain is whole', async () => {
    page = await logIn('auditor');
    await open('review/audit');
    for (const word of ['登记收发文', '签收', '关联公开信息', '归档']) await page.getByRole('row').getByText(word, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '核对审计链' }).click();
    await page.getByText(/审计链完整/).waitFor();
  });
});
