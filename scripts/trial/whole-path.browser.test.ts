import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import type { Settings } from '../settings.ts';
import { goTo, logIn, logInByForm, openWindow } from './admin-window.ts';
import { startCopy } from './template.ts';
import { removeTrial, startPublisher, startSite, type Part } from './trial.ts';

/**
 * The whole path in a real browser: four members of staff, each with their own account and window, take one document from draft to
 * the live page, once through a return, then through a correction and a withdrawal; a reader finds it, and then does not; an auditor
 * sees every step.
 */
const STAFF = ['uploader', 'deputy', 'head', 'releaser', 'auditor'] as const;
type Staff = (typeof STAFF)[number];
const TITLE = '关于做好冬季供暖保障工作的通告';
const CORRECTED = '关于做好今冬明春供暖保障工作的通告';
const DOCUMENTS = '/content-manager/collection-types/api::document.document';
const LIVE_WITHIN_MS = 60_000;

describe('from draft to live page, corrected and withdrawn, in a browser', () => {
  let settings: Settings;
  let browser: Browser;
  const parts: Part[] = [];
  const windows = new Map<Staff, Page>();
  /** Of the document in the admin. */
  let path = '';
  let publicUrl = '';
  /** Addresses outside this machine that the admin asked for. */
  const strangers: string[] = [];

  const at = (who: Staff): Page => {
    const page = windows.get(who);
    if (!page) throw new Error(`${who} has no window`);
    return page;
  };

  const watch = (page: Page): Page =>
    page.on('request', (request) => {
      if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) strangers.push(request.url());
    });

  /** Opens the document as this person and presses a button of the review panel. */
  const press = async (who: Staff, label: string, fill?: { reason: string; note?: string }): Promise<void> => {
    const page = at(who);
    await goTo(page, settings, path);
    await page.getByRole('button', { name: label, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    if (fill) await dialog.locator('#review-reason').fill(fill.reason);
    if (fill?.note) await dialog.locator('#review-note').fill(fill.note);
    // The first review records the secrecy review with it.
    if (label === '初审通过') await dialog.getByRole('button', { name: '不涉及国家秘密', exact: false }).click();
    if (fill || label === '确认撤回' || label === '初审通过') await dialog.getByRole('button', { name: label, exact: true }).click();
    await page.getByText(`「${label}」已办理`).first().waitFor();
  };

  const readerFinds = async (words: string): Promise<boolean> => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    try {
      const page = await context.newPage();
      await page.goto(`${settings.siteUrl}/search/?q=${encodeURIComponent(words)}`);
      const status = page.locator('#search-status');
      await status.filter({ hasText: /找到|没有/ }).waitFor({ timeout: 30_000 });
      return (await page.locator(`#search-results a[href="${new URL(publicUrl).pathname}"]`).count()) > 0;
    } finally {
      await context.close();
    }
  };

  const untilReader = async (words: string, found: boolean): Promise<void> => {
    const deadline = Date.now() + LIVE_WITHIN_MS;
    while ((await readerFinds(words)) !== found) if (Date.now() > deadline) throw new Error(`A reader ${found ? 'does not find' : 'still finds'} ${words}`);
  };

  const publicPage = async (): Promise<{ status: number; text: string }> => {
    const response = await fetch(publicUrl);
    return { status: response.status, text: await response.text() };
  };

  beforeAll(async () => {
    const started = await startCopy('sqlite', { screens: true });
    ({ settings } = started);
    parts.push(started.cms);
    parts.push(await startPublisher(settings), await startSite(settings));
    browser = await openBrowser();
    for (const who of STAFF) {
      const account = started.accounts.find(({ email }) => email.startsWith(`${who}@`));
      if (!account) throw new Error(`${who} has no account`);
      const page = watch(await openWindow(browser));
      await (who === 'uploader' ? logInByForm : logIn)(page, settings, account);
      if (who === 'uploader') await page.getByText('您好').first().waitFor();
      windows.set(who, page);
    }
  });
  afterAll(async () => {
    await browser?.close();
    for (const part of parts.reverse()) await part.stop();
    if (settings) removeTrial(settings);
  });

  test('the author writes a draft and submits it', async () => {
    const page = at('uploader');
    await goTo(page, settings, `${DOCUMENTS}/create`);
    await page.fill('input[name=title]', TITLE);
    await page.getByText('请选择栏目').click();
    await page.getByRole('option', { name: '公示公告' }).click();
    await page.getByRole('textbox', { name: '正文' }).click();
    await page.keyboard.insertText('为做好冬季供暖保障工作，现将有关事项通告如下。');
    await page.locator('[name=source]').first().fill('市政府办公室');
    await page.locator('[name=keywords]').first().fill('供暖，通告');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    path = new URL(page.url()).pathname.replace(/^\/admin/, '');
    await press('uploader', '送审');
    await page.getByText('待初审').first().waitFor();
  });

  test('the deputy head returns it with a reason, which the author reads', async () => {
    await press('deputy', '退回', { reason: '请写明供暖的起止日期' });
    const page = at('uploader');
    await goTo(page, settings, path);
    // Said among the notices too, from where the document is come to.
    await page.locator('input[name=title]').waitFor();
    await page.getByText('请写明供暖的起止日期').first().waitFor();
    await page.fill('input[name=title]', `${TITLE}（修订）`);
    await page.fill('input[name=title]', TITLE);
    await page.locator('[name=summary]').first().fill('供暖自十一月十五日起，至次年三月十五日止。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('有未保存的修改').waitFor({ state: 'detached' });
    await press('uploader', '送审');
  });

  test('two heads pass it, a fourth person releases it, and it is live a moment later', async () => {
    await press('deputy', '初审通过');
    await press('head', '终审通过');
    await press('releaser', '发布');
    const page = at('releaser');
    await page.getByText('已上线').first().waitFor({ timeout: LIVE_WITHIN_MS });
    publicUrl = (await page.getByRole('link', { name: '打开公开页面' }).getAttribute('href')) ?? '';
    expect(publicUrl).toMatch(new RegExp(`^${settings.siteUrl}/gsgg/\\d{6}/[0-9a-z]{10}\\.html$`));
    const { status, text } = await publicPage();
    expect(status).toBe(200);
    expect(text).toContain('为做好冬季供暖保障工作');
  });

  test('a reader on a telephone finds it by words from its middle', async () => {
    await untilReader('供暖保障', true);
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    await page.goto(`${settings.siteUrl}/gsgg/`);
    await page.getByText(TITLE).first().click();
    expect(page.url()).toBe(publicUrl);
    await context.close();
  });

  test('a correction goes the whole way again while the old text stays live', async () => {
    await press('uploader', '更正', { reason: '读者指出', note: '标题用语有误' });
    const page = at('uploader');
    await page.fill('input[name=title]', CORRECTED);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('有未保存的修改').waitFor({ state: 'detached' });
    await press('uploader', '送审');
    await press('deputy', '初审通过');
    expect((await publicPage()).text).toContain(TITLE);
    await press('head', '终审通过');
    await press('releaser', '发布');
    await at('releaser').getByText('已上线').first().waitFor({ timeout: LIVE_WITHIN_MS });
    await untilReader('今冬明春', true);
    const { text } = await publicPage();
    expect(text).toContain(CORRECTED);
    expect(text).toContain('标题用语有误');
  });

  test('withdrawn, it answers 410 without its title and no reader finds it', async () => {
    await press('deputy', '申请撤回', { reason: '日期有误，须重新发布' });
    await press('head', '确认撤回');
    await untilReader('今冬明春', false);
    const { status, text } = await publicPage();
    expect(status).toBe(410);
    expect(text).not.toContain('今冬明春');
  });

  test('the auditor sees every step and verifies the chain', async () => {
    const page = at('auditor');
    await goTo(page, settings, '/plugins/review/audit');
    for (const step of ['起草', '送审', '退回', '初审通过', '终审通过', '发布', '更正', '申请撤回', '确认撤回']) await page.getByText(step, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '核对审计链' }).click();
    await page.getByText(/完整|没有发现|一致/).first().waitFor();
  });

  test('on all that way no page of the admin asked for anything outside this machine', () => {
    expect(strangers).toEqual([]);
  });
});
