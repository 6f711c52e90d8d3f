import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { columns } from '../demonstration/columns.ts';
import { departments } from '../demonstration/departments.ts';
import { openDesk, operate, type Desk } from '../desk/desk.ts';
import { buildCms } from '../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../settings.ts';
import { faultsOf } from './axe.ts';
import { fields } from './portal.ts';
import { removeTrial, startCms, trialSettings, type Part } from './trial.ts';

/**
 * A deputy head works through five items by keyboard alone: opens and reads each, returns one with a marked passage and a reason,
 * approves the others at once. The author finds the marks; a colleague who was slower is told by whom and why.
 */
const STAFF = [
  { email: 'author@trial.example', name: '起草人', role: 'uploader', departments: ['szf'] },
  { email: 'deputy@trial.example', name: '初审甲', role: 'deputy-head', departments: [] },
  { email: 'slower@trial.example', name: '初审乙', role: 'deputy-head', departments: [] },
];
const BODY = '<p>为做好冬季供暖工作，现通告如下。</p><p>供暖自十一月十五日起。各单位应当做好准备。</p>';

describe('a deputy head at work, by keyboard alone', () => {
  let settings: Settings;
  let browser: Browser;
  let cms: Part | undefined;
  const windows: Record<string, { context: BrowserContext; page: Page; desk: Desk }> = {};
  const ids: string[] = [];

  const at = (who: string): { page: Page; desk: Desk } => {
    const window = windows[who];
    if (!window) throw new Error(`${who} has no window`);
    return window;
  };

  const logIn = async (who: string, email: string, password: string): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${settings.cmsUrl}/admin/auth/login`);
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL((url) => !url.pathname.includes('/auth/'));
    windows[who] = { context, page, desk: await openDesk(settings.cmsUrl, email, password) };
  };

  const title = (number: number): string => `第${number}号通告`;
  const isShown = (page: Page) => page.frameLocator('iframe').locator('.body p', { hasText: '供暖自十一月十五日起' }).waitFor();
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  beforeAll(async () => {
    settings = await trialSettings({ name: 'reviewing' });
    await buildCms(['server', 'admin'], cmsEnvironment(settings), join(settings.dataFolder, 'cms-build.log'));
    cms = await startCms(settings);
    await operate(settings.cmsUrl, settings.secrets.operatorToken, 'reference', { columns, departments });
    const { created } = await operate<{ created: { email: string; password: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', { accounts: STAFF });
    browser = await openBrowser();
    for (const { email, password } of created) await logIn(email.split('@')[0] ?? '', email, password);
    for (let number = 1; number <= 5; number += 1) {
      const { documentId } = await at('author').desk.create(fields({ title: title(number), body: BODY }));
      await at('author').desk.act(documentId, 'submit');
      ids.push(documentId);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await cms?.stop();
    if (settings) removeTrial(settings);
  });

  test('the judge finds a planted fault', async () => {
    const { page } = at('slower');
    await page.setContent('<main><img src="data:,"><button></button></main>');
    expect((await faultsOf(page)).map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
  });

  test('the inbox lists what waits, oldest first, and is gone through by key', async () => {
    const { page } = at('deputy');
    await page.goto(`${settings.cmsUrl}/admin/plugins/review/inbox`);
    await page.getByRole('link', { name: title(1) }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('键盘操作').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(title(1));
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(title(2));
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await heading(page, title(1));
  });

  test('a passage is marked and the document returned with a reason, and the next one comes up', async () => {
    const { page } = at('deputy');
    const frame = page.frameLocator('iframe');
    await isShown(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('供暖自十一月十五日起。').waitFor();
    await page.keyboard.insertText('请核对日期');
    await page.keyboard.press('Control+Enter');
    await frame.locator('mark', { hasText: '供暖自十一月十五日起。' }).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByText('1 处标注一起交给起草人').waitFor();
    await page.keyboard.insertText('日期有误，见标注');
    await page.keyboard.press('Control+Enter');
    await heading(page, title(2));
    expect((await at('author').desk.panel(ids[0] ?? '')).state).toBe('returned');
  });

  test('the others are read one after another and approved at once', async () => {
    const { page } = at('deputy');
    for (const number of [3, 4, 5]) {
      await isShown(page);
      await page.keyboard.press('j');
      await heading(page, title(number));
    }
    await isShown(page);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('u');
    await page.getByRole('link', { name: title(5) }).waitFor();
    await page.getByText('已看过').nth(3).waitFor();
    await page.keyboard.press('s');
    await page.getByText('选中 4 条').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByText(title(5)).waitFor();
    // The first review records the secrecy review of each with it.
    await page.locator('#secrecy-basis').focus();
    await page.keyboard.type('不涉及国家秘密、工作秘密和个人隐私');
    const confirm = page.getByRole('dialog').getByRole('button', { name: '初审通过 4 条' });
    await confirm.focus();
    await page.keyboard.press('Enter');
    await page.getByText('办理了 4 条').waitFor();
    for (const id of ids.slice(1)) expect((await at('author').desk.panel(id)).state).toBe('first-approved');
  });

  test('the author finds the marks beside the form and in the text that was returned', async () => {
    const { page } = at('author');
    await page.goto(`${settings.cmsUrl}/admin/content-manager/collection-types/api::document.document/${ids[0]}`);
    await page.getByText('请核对日期').first().waitFor();
    await page.getByRole('link', { name: '在原文里看' }).click();
    await page.frameLocator('iframe').locator('mark', { hasText: '供暖自十一月十五日起。' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('the author revises and submits; the reviewer sees what changed, character by character', async () => {
    const { desk } = at('author');
    const id = ids[0] ?? '';
    await desk.edit(id, (await desk.panel(id)).version, { body: BODY.replace('十一月', '十二月') });
    await desk.act(id, 'submit');
    const { page } = at('deputy');
    await page.goto(`${settings.cmsUrl}/admin/plugins/review/decide/${id}?queue=submitted`);
    await page.locator('ins').filter({ hasText: '二' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('n');
    expect(await page.evaluate(`document.activeElement.matches('[data-change]')`)).toBe(true);
  });

  test('whoever is slower is told by whom and why, and loses nothing typed', async () => {
    const slower = at('slower').page;
    const id = ids[0] ?? '';
    await slower.goto(`${settings.cmsUrl}/admin/plugins/review/decide/${id}?queue=submitted`);
    await slower.locator('ins').first().waitFor();
    await slower.keyboard.press('r');
    await slower.getByRole('dialog').locator('textarea').fill('我写了很长的理由');
    await at('deputy').desk.act(id, 'return', { reason: '标题也要改' });
    await slower.keyboard.press('Control+Enter');
    await slower.getByText('初审甲先办理了：退回').waitFor();
    await slower.getByText('理由：标题也要改').first().waitFor();
    await slower.getByText('您写的理由和标注都还在').waitFor();
    expect(await slower.evaluate(`JSON.stringify(Object.values(sessionStorage))`)).toContain('我写了很长的理由');
  });

  test('the history lists both revisions and compares them', async () => {
    const { page } = at('author');
    await page.goto(`${settings.cmsUrl}/admin/plugins/review/history/${ids[0]}`);
    await page.getByText('第 2 版相比第 1 版').waitFor();
    await page.locator('ins').filter({ hasText: '二' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '用第 1 版恢复草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '用第 1 版恢复草稿' }).click();
    await page.waitForURL((url) => url.pathname.includes('/content-manager/'));
    expect((await at('author').desk.panel(ids[0] ?? '')).history.map(({ action }) => action)).toContain('restore');
  });
});
