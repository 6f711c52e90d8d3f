import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Response } from 'playwright-core';
import sharp from 'sharp';
import { departments } from '../../demonstration/departments.ts';
import type { Desk } from '../../desk/desk.ts';
import { WORKSPACE } from '../../settings.ts';
import { goTo } from '../admin-window.ts';
import { picturesOf } from '../pictures-of.ts';
import { DEPARTMENT } from '../portal.ts';
import type { Screens } from './screens.ts';

const TITLE = '编辑器试稿';
const DOCUMENTS = '/content-manager/collection-types/api::document.document';

/** The editor of the body in a real browser, by keyboard: what it does, and what the server then holds. */
export const editor = (screens: () => Screens): void => {
  let desk: Desk;
  let page: Page;
  let documentId = '';

  const text = () => page.getByRole('textbox', { name: '正文' });
  /**
   * Saves, and gives what the server then holds. A save is over when it was answered and the form has read the document anew: the note
   * of unsaved changes is gone for a moment before that, and what is typed in between is put back by the automatic saving only later.
   */
  const saved = async (): Promise<string> => {
    const ofDocument = (method: string) => (answer: Response) =>
      answer.request().method() === method && new URL(answer.url()).pathname.endsWith(`/api::document.document/${documentId}`);
    const answered = page.waitForResponse(ofDocument('PUT'));
    const readAnew = answered.then(() => page.waitForResponse(ofDocument('GET')));
    await page.getByRole('button', { name: '保存', exact: true }).click();
    expect((await answered).status()).toBe(200);
    await (await readAnew).finished();
    await page.getByText('有未保存的修改').waitFor({ state: 'detached' });
    return (await desk.ask<{ data: { body: string } }>('GET', `/content-manager/collection-types/api::document.document/${documentId}`)).data.body;
  };
  /** From the text to a button of the toolbar by arrows, and pressed. */
  const press = async (name: string): Promise<void> => {
    await page.keyboard.press('Alt+F10');
    for (let step = 0; step < 60; step += 1) {
      if ((await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) === name) return page.keyboard.press('Enter');
      await page.keyboard.press('ArrowRight');
    }
    throw new Error(`No button ${name} in the toolbar`);
  };
  const empty = async (): Promise<void> => {
    await text().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  };

  beforeAll(async () => {
    desk = screens().portal.uploader;
    ({ documentId } = await desk.create({ title: TITLE, columnCode: 'gsgg', departmentCode: DEPARTMENT, body: '<p>开头。</p>' }));
    page = await screens().windowOf('uploader');
    await goTo(page, screens().settings, `${DOCUMENTS}/${documentId}`);
    await text().waitFor();
  });

  test('opens what is stored, and changes nothing by it', async () => {
    await text().getByText('开头。').waitFor();
    expect(await page.getByText('有未保存的修改').count()).toBe(0);
  });

  test('says that its code comes, and that it did not, in Chinese', async () => {
    const context = page.context();
    const late = await context.newPage();
    const code = '**/body-input-*.js';
    const english = late.getByPlaceholder(/Unsupported/);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await late.route(code, async (route) => {
      await held;
      await route.abort();
    });
    await late.goto(`${screens().settings.cmsUrl}/admin${DOCUMENTS}/${documentId}`);
    await late.getByRole('status').filter({ hasText: '正在读取' }).first().waitFor();
    expect(await english.count()).toBe(0);
    await picturesOf(late, 'input-coming');
    letGo();
    await late.getByRole('alert').filter({ hasText: '“正文”没有加载出来' }).waitFor();
    expect(await english.count()).toBe(0);
    await picturesOf(late, 'input-lost');
    await late.unroute(code);
    await late.getByRole('button', { name: '重新打开本页' }).click();
    await late.getByRole('textbox', { name: '正文' }).getByText('开头。').waitFor();
    await late.close();
  });

  test('a new document begins with the own department, and is left unasked while nobody wrote in it', async () => {
    const fresh = await page.context().newPage();
    await goTo(fresh, screens().settings, `${DOCUMENTS}/create`);
    const department = fresh.getByRole('combobox', { name: '发布部门' });
    const own = departments.find(({ code }) => code === DEPARTMENT)?.name ?? '';
    await department.filter({ hasText: own }).waitFor();
    expect(await fresh.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
    await goTo(fresh, screens().settings, '/plugins/office/deadlines');
    await fresh.getByRole('heading', { level: 1, name: '督办' }).waitFor();

    await goTo(fresh, screens().settings, `${DOCUMENTS}/create`);
    await department.filter({ hasText: own }).waitFor();
    await fresh.getByRole('textbox', { name: '标题' }).fill('只写了标题');
    const created = fresh.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('api::document.document'));
    await fresh.getByRole('button', { name: '保存', exact: true }).click();
    expect((await created).request().postDataJSON()).toMatchObject({ departmentCode: DEPARTMENT });
    await fresh.close();
  });

  test('what is typed is stored with its paragraph style, and undone by keyboard', async () => {
    await empty();
    await page.keyboard.insertText('各县（市、区）人民政府：');
    await page.getByLabel('段落样式').selectOption('addressee');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('误');
    await page.keyboard.press('Control+z');
    expect(await saved()).toBe('<p class="addressee">各县（市、区）人民政府：</p>');
  });

  test('a table is made and its cells merged without a mouse', async () => {
    await empty();
    await press('插入表格');
    await page.getByRole('dialog').waitFor();
    await page.locator('input[name=table-rows]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.insertText('甲');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('乙');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // The first cell of the second row and its right neighbour.
    await page.keyboard.press('Shift+ArrowRight');
    await press('合并单元格');
    await page.keyboard.insertText('丙');
    expect(await saved()).toBe(
      '<table><thead><tr><th scope="col">甲</th><th scope="col">乙</th><th scope="col"></th></tr></thead><tbody><tr><td colspan="2">丙</td><td></td></tr><tr><td></td><td></td><td></td></tr></tbody></table>',
    );
  });

  test('a fragment of Word keeps its words and tables', async () => {
    await empty();
    const html = readFileSync(join(WORKSPACE, 'cms/src/plugins/writing/admin/src/paste/fixtures/word-11-merged-table.html'), 'utf8');
    await text().evaluate((element, fragment) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', fragment);
      clipboardData.setData('text/plain', '项目');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
    expect(await saved()).toBe(
      '<table><tbody><tr><td rowspan="2">项目</td><td colspan="2">数量</td></tr><tr><td>上年</td><td>今年</td></tr><tr><td colspan="2">合计</td><td>300</td></tr></tbody></table>',
    );
  });

  test('a picture goes in only with words for those who cannot see it', async () => {
    await desk.upload('桥.png', await sharp({ create: { width: 40, height: 30, channels: 3, background: '#357' } }).png().toBuffer(), 'image/png');
    await empty();
    await press('图片');
    const library = page.getByRole('dialog');
    await library.getByText('浏览').first().waitFor();
    // New files lie in the folder of the department.
    await library.getByText(departments.find(({ code }) => code === DEPARTMENT)?.name ?? '').first().click();
    await library.getByText('桥.png').waitFor();
    await library.getByRole('checkbox').last().click();
    await library.getByRole('button', { name: '完成' }).click();
    const insert = page.getByRole('dialog').getByRole('button', { name: '插入' });
    await insert.waitFor();
    expect(await insert.isDisabled()).toBe(true);
    await page.locator('input[name=picture-alt]').fill('一座桥');
    await insert.click();
    expect(await saved()).toMatch(/^<p><img src="\/uploads\/[\w.-]+\.png" alt="一座桥" \/><\/p>$/);
  });

  test('full screen covers the page, and Escape leaves it', async () => {
    await text().click();
    await page.keyboard.press('F11');
    const frame = page.getByRole('group', { name: '正文编辑器' });
    expect(await frame.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
    await page.keyboard.press('Escape');
    expect((await frame.boundingBox())?.width).toBeLessThan(1280);
  });

  test('专项内容 follow the column: a table is pasted into them, what is wrong stands at its field', async () => {
    const figures = { type: 'dataset', unit: '亿元', period: '2026 年', definition: '由市统计局提供。', heads: ['季度', '总值'], rows: [['一季度', '1,024.5']], chart: 'line' };
    ({ documentId } = await desk.create({ title: '数据试稿', columnCode: 'tjsj', departmentCode: DEPARTMENT, body: '<p>说明。</p>', particulars: figures }));
    await goTo(page, screens().settings, `${DOCUMENTS}/${documentId}`);
    await page.getByRole('group', { name: '专项内容：数据集' }).waitFor();
    await page.getByRole('textbox', { name: '第 1 行第 1 列' }).evaluate((cell) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '一季度\t1,024.6\t5.1\r\n二季度\t"2,150\n.0"\t—');
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByRole('textbox', { name: '第 3 列的表头' }).fill('增长（%）');
    await page.getByLabel('计量单位').fill('');
    await page.keyboard.press('Tab');
    await page.getByText('计量单位没有填写').waitFor();
    await page.getByLabel('计量单位').fill('万元');
    await page.getByText('计量单位没有填写').waitFor({ state: 'detached' });
    await saved();
    const { data } = await desk.ask<{ data: { particulars: unknown } }>('GET', `/content-manager/collection-types/api::document.document/${documentId}`);
    expect(data.particulars).toEqual({ ...figures, unit: '万元', heads: ['季度', '总值', '增长（%）'], rows: [['一季度', '1,024.6', '5.1'], ['二季度', '2,150 .0', '—']] });
  });
};
