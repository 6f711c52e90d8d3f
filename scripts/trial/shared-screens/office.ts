import type { Page } from 'playwright-core';
import { goTo } from '../admin-window.ts';
import { fields } from '../portal.ts';
import type { Screens } from './screens.ts';

/** A releaser's day at the register: an item of the State Council comes in, is numbered, signed for, relayed, linked and put in order. */
export const office = (screens: () => Screens): void => {
  let page: Page;
  let documentTitle = '';

  const open = async (path: string, width = 1280) => {
    await page.setViewportSize({ width, height: 900 });
    await goTo(page, screens().settings, `/plugins/${path}`);
  };

  beforeAll(async () => {
    page = await screens().windowOf('releaser');
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
    await page.getByRole('heading', { level: 1, name: '督办', exact: true }).waitFor();
    await page.getByText('国务院办公厅关于试转载事项的通知').waitFor();
    await page.getByText(/还有 23 小时/).waitFor();
  });

  test('is told by the bell that a document waits, and releases it', async () => {
    const { uploader, deputy, head } = screens().portal;
    const { documentId } = await uploader.create(fields());
    documentTitle = (await uploader.ask<{ data: { title: string } }>('GET', `/content-manager/collection-types/api::document.document/${documentId}`)).data.title;
    await uploader.act(documentId, 'submit');
    await deputy.act(documentId, 'first-approve');
    await head.act(documentId, 'final-approve');
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
    const pages = { 'office/register': '收发文', 'office/deadlines': '督办', 'office/notices': '通知', 'office/settings': '办公设置' };
    for (const [path, name] of Object.entries(pages)) {
      await open(path, 360);
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([path, overflow]).toEqual([path, 0]);
    }
  });

  test('an auditor reads in words what was done, and the chain is whole', async () => {
    page = await screens().windowOf('auditor');
    await open('review/audit');
    for (const word of ['登记收发文', '签收', '关联公开信息', '归档']) await page.getByRole('row').getByText(word, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '核对审计链' }).click();
    await page.getByText(/审计链完整/).waitFor();
  });
};
