import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { columns } from '../demonstration/columns.ts';
import { departments } from '../demonstration/departments.ts';
import { openDesk, operate, type Desk } from '../desk/desk.ts';
import { buildCms } from '../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../settings.ts';
import { faultsOf } from './axe.ts';
import { picturesOf } from './pictures-of.ts';
import { fields } from './portal.ts';
import { removeTrial, startCms, trialSettings, type Part } from './trial.ts';

/**
 * The days of those whose days no other test walks through: the head decides, withdraws, sends out an emergency and goes on leave; the
 * security administrator keeps the words; the system administrator the columns; the auditor looks for one step and exports with proof.
 * Uploader: `shared-screens/editor`, `whole-path`. Deputy head: `shared-screens/reviewing`. Releaser: `shared-screens/office`. Accounts: `accounts-gate`.
 */
const STAFF = [
  { email: 'author@trial.example', name: '起草人', role: 'uploader', departments: ['szf'] },
  { email: 'deputy@trial.example', name: '副站长', role: 'deputy-head', departments: [] },
  { email: 'head@trial.example', name: '站长', role: 'head', departments: [] },
  { email: 'releaser@trial.example', name: '发布员', role: 'releaser', departments: [] },
  { email: 'system@trial.example', name: '系统管理员', role: 'system-admin', departments: [] },
  { email: 'security@trial.example', name: '安全管理员', role: 'security-admin', departments: [] },
  { email: 'auditor@trial.example', name: '审计员', role: 'auditor', departments: [] },
];
const DOCUMENTS = '/content-manager/collection-types/api::document.document';

describe('the days of head, administrators and auditor, in a browser', () => {
  let settings: Settings;
  let cms: Part;
  let browser: Browser;
  const desks: Record<string, Desk> = {};
  const passwords: Record<string, string> = {};
  const pages: Record<string, Page> = {};

  const desk = (who: string): Desk => desks[who] as Desk;

  /** The window somebody has open; opened with the first question. */
  const at = async (who: string, path: string): Promise<Page> => {
    let page = pages[who];
    if (!page) {
      page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
      pages[who] = page;
      page.setDefaultTimeout(60_000);
      await page.goto(`${settings.cmsUrl}/admin/auth/login`);
      await page.fill('input[name=email]', `${who}@trial.example`);
      await page.fill('input[name=password]', passwords[who] ?? '');
      await page.click('button[type=submit]');
      await page.waitForURL((url) => !url.pathname.includes('/auth/'));
    }
    await page.goto(`${settings.cmsUrl}/admin${path}`);
    return page;
  };

  /** Nothing serious on it, and a picture of it for eyes. */
  const judged = async (page: Page, name: string): Promise<void> => {
    expect([name, await faultsOf(page)]).toEqual([name, []]);
    await picturesOf(page, name);
  };

  const draft = async (title: string): Promise<string> => {
    const { documentId } = await desk('author').create(fields({ title }));
    return documentId;
  };

  beforeAll(async () => {
    settings = await trialSettings({ name: 'desk-days' });
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
  });
  afterAll(async () => {
    await browser?.close();
    await cms?.stop();
    if (settings) removeTrial(settings);
  });

  describe('the head', () => {
    test('begins with what waits, and passes it', async () => {
      const documentId = await draft('关于开展冬季消防检查的通告');
      await desk('author').act(documentId, 'submit');
      await desk('deputy').act(documentId, 'first-approve');
      const page = await at('head', '/');
      await page.getByText('关于开展冬季消防检查的通告').first().waitFor();
      await judged(page, 'head-home');
      await page.getByText('关于开展冬季消防检查的通告').first().click();
      await page.getByRole('button', { name: '终审通过', exact: true }).first().click();
      await page.getByText('「终审通过」已办理').first().waitFor();
    });

    test('sees what a withdrawal will do before it is done, and confirms it', async () => {
      const documentId = await draft('关于暂停办理过户业务的公告');
      for (const [who, step] of [['author', 'submit'], ['deputy', 'first-approve'], ['head', 'final-approve'], ['releaser', 'release']] as const) await desk(who).act(documentId, step);
      await desk('deputy').act(documentId, 'propose-withdrawal', { reason: '业务日期写错', kind: 'error' });
      const page = await at('head', `${DOCUMENTS}/${documentId}`);
      await page.getByRole('button', { name: '确认撤回', exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('办理后，公众看到的会这样改变').waitFor();
      await picturesOf(page, 'head-withdrawal', [1280]);
      await dialog.getByRole('button', { name: '确认撤回', exact: true }).click();
      await page.getByText('「确认撤回」已办理').first().waitFor();
    });

    test('sends out an emergency at once, which stands as an alarm until it is reviewed', async () => {
      const documentId = await draft('关于城东片区临时停水的紧急通告');
      const page = await at('head', `${DOCUMENTS}/${documentId}`);
      await page.getByRole('button', { name: '应急发布', exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('#review-reason').fill('供水主管破裂，须立即告知居民');
      await dialog.getByRole('button', { name: '不涉及国家秘密', exact: false }).click();
      await picturesOf(page, 'head-urgent', [1280]);
      await dialog.getByRole('button', { name: '应急发布', exact: true }).click();
      await page.getByText('「应急发布」已办理').first().waitFor();
      const other = await at('deputy', '/');
      await other.getByText('关于城东片区临时停水的紧急通告').first().waitFor();
      await judged(other, 'deputy-home');
    });

    test('names a deputy for the time away', async () => {
      const page = await at('head', '/plugins/review/deputies');
      const form = page.getByRole('form', { name: '指定代理人' });
      await form.getByRole('combobox').last().click();
      await page.getByRole('option', { name: '副站长' }).click();
      await form.getByRole('textbox', { name: '理由' }).fill('年休假一周');
      await form.getByRole('button', { name: '指定代理人' }).click();
      await page.getByText('已指定代理人').first().waitFor();
      await page.getByText('年休假一周').first().waitFor();
      await judged(page, 'head-deputies');
    });
  });

  test('the security administrator adds a word and tries a text with it', async () => {
    const page = await at('security', '/plugins/checks/words');
    await page.locator('input[name=word]').fill('绝对禁用语');
    await page.locator('input[name=note]').fill('请换一种说法');
    await page.getByRole('button', { name: /^加入/ }).click();
    await page.getByText(/词表已更新为第 \d+ 版/).first().waitFor();
    await page.locator('textarea[name=trial]').fill('这里写了绝 对 禁 用 语。');
    await page.getByRole('button', { name: '试查', exact: true }).click();
    await page.getByText('这里用空格或符号隔开了').first().waitFor();
    await judged(page, 'security-words');
  });

  test('the system administrator changes the freshness limit of a column', async () => {
    const page = await at('system', '/plugins/review/columns');
    await page.getByText('公示公告').first().click();
    const limit = page.locator('input[name=freshWithinDays]');
    await limit.waitFor();
    await limit.fill('90');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText(/已保存|保存成功/).first().waitFor();
    const { results } = await desk('system').ask<{ results: { code: string; freshWithinDays: number }[] }>('GET', '/content-manager/collection-types/api::column.column?pageSize=100');
    expect(results.find(({ code }) => code === 'gsgg')?.freshWithinDays).toBe(90);
  });

  test('the auditor finds the emergency among all steps, and exports with its proof', async () => {
    const page = await at('auditor', '/plugins/review/audit');
    await page.getByText('应急发布', { exact: true }).first().waitFor();
    await judged(page, 'auditor-audit');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(/^审计记录.*\.zip$/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '核对审计链' }).click();
    await page.getByText(/完整|没有发现|一致/).first().waitFor();
  });
});
