import type { Page } from 'playwright-core';
import type { Desk } from '../../desk/desk.ts';
import { faultsOf } from '../axe.ts';
import { goTo } from '../admin-window.ts';
import { fields, type Person } from '../portal.ts';
import type { Screens } from './screens.ts';

const BODY = '<p>为做好冬季供暖工作，现通告如下。</p><p>供暖自十一月十五日起。各单位应当做好准备。</p>';

/**
 * A deputy head works through five items by keyboard alone: opens and reads each, returns one with a marked passage and a reason,
 * approves the others at once. The author finds the marks; a colleague who was slower is told by whom and why.
 */
export const reviewing = (screens: () => Screens): void => {
  const windows = new Map<Person, Page>();
  const ids: string[] = [];

  const at = (who: Person): { page: Page; desk: Desk } => {
    const page = windows.get(who);
    if (!page) throw new Error(`${who} has no window`);
    return { page, desk: screens().portal[who] };
  };
  const go = (page: Page, path: string) => goTo(page, screens().settings, path);

  const title = (number: number): string => `第${number}号通告`;
  const isShown = (page: Page) => page.frameLocator('iframe').locator('.body p', { hasText: '供暖自十一月十五日起' }).waitFor();
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  beforeAll(async () => {
    for (const who of ['uploader', 'deputy', 'deputy2'] as const) windows.set(who, await screens().windowOf(who));
    for (let number = 1; number <= 5; number += 1) {
      const { documentId } = await at('uploader').desk.create(fields({ title: title(number), body: BODY }));
      await at('uploader').desk.act(documentId, 'submit');
      ids.push(documentId);
    }
  });

  test('the judge finds a planted fault', async () => {
    const { page } = at('deputy2');
    await page.setContent('<main><img src="data:,"><button></button></main>');
    expect((await faultsOf(page)).map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
  });

  test('the inbox lists what waits, oldest first, and is gone through by key', async () => {
    const { page } = at('deputy');
    await go(page, '/plugins/review/inbox');
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
    expect((await at('uploader').desk.panel(ids[0] ?? '')).state).toBe('returned');
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
    for (const id of ids.slice(1)) expect((await at('uploader').desk.panel(id)).state).toBe('first-approved');
  });

  test('the author finds the marks beside the form and in the text that was returned', async () => {
    const { page } = at('uploader');
    await go(page, `/content-manager/collection-types/api::document.document/${ids[0]}`);
    await page.getByText('请核对日期').first().waitFor();
    await page.getByRole('link', { name: '在原文里看' }).click();
    await page.frameLocator('iframe').locator('mark', { hasText: '供暖自十一月十五日起。' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('the author revises and submits; the reviewer sees what changed, character by character', async () => {
    const { desk } = at('uploader');
    const id = ids[0] ?? '';
    await desk.edit(id, (await desk.panel(id)).version, { body: BODY.replace('十一月', '十二月') });
    await desk.act(id, 'submit');
    const { page } = at('deputy');
    await go(page, `/plugins/review/decide/${id}?queue=submitted`);
    await page.locator('ins').filter({ hasText: '二' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('n');
    expect(await page.evaluate(`document.activeElement.matches('[data-change]')`)).toBe(true);
  });

  test('whoever is slower is told by whom and why, and loses nothing typed', async () => {
    const slower = at('deputy2').page;
    const id = ids[0] ?? '';
    await go(slower, `/plugins/review/decide/${id}?queue=submitted`);
    await slower.locator('ins').first().waitFor();
    await slower.keyboard.press('r');
    await slower.getByRole('dialog').locator('textarea').fill('我写了很长的理由');
    await at('deputy').desk.act(id, 'return', { reason: '标题也要改' });
    await slower.keyboard.press('Control+Enter');
    await slower.getByText('试deputy先办理了：退回').waitFor();
    await slower.getByText('理由：标题也要改').first().waitFor();
    await slower.getByText('您写的理由和标注都还在').waitFor();
    expect(await slower.evaluate(`JSON.stringify(Object.values(sessionStorage))`)).toContain('我写了很长的理由');
  });

  test('the history lists both revisions and compares them', async () => {
    const { page } = at('uploader');
    await go(page, `/plugins/review/history/${ids[0]}`);
    await page.getByText('第 2 版相比第 1 版').waitFor();
    await page.locator('ins').filter({ hasText: '二' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '用第 1 版恢复草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '用第 1 版恢复草稿' }).click();
    await page.waitForURL((url) => url.pathname.includes('/content-manager/'));
    expect((await at('uploader').desk.panel(ids[0] ?? '')).history.map(({ action }) => action)).toContain('restore');
  });

  test('who comes back to a document finds it as it is now, and may go on at once', async () => {
    const { page, desk } = at('uploader');
    const { documentId } = await desk.create(fields({ title: '先看一眼' }));
    const path = `/content-manager/collection-types/api::document.document/${documentId}`;
    const shows = (title: string) => page.waitForFunction((text) => document.querySelector<HTMLInputElement>('input[name=title]')?.value === text, title);
    await go(page, path);
    await shows('先看一眼');
    await screens().portal.uploader2.edit(documentId, 1, { title: '同事改过' });
    await go(page, path);
    await shows('同事改过');
    await page.locator('[data-autosave-ready=true]').waitFor();
    for (const notice of ['页面内容已过时', '其他人保存过']) expect([notice, await page.getByText(notice).count()]).toEqual([notice, 0]);
    // Not before: what is pressed is about what is read.
    await page.getByRole('button', { name: '送审', exact: true }).click();
    await page.getByText('「送审」已办理').first().waitFor();
  });
};
