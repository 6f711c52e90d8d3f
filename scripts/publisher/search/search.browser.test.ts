import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublicDocument } from '@gongkai/site/contract';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser/index.ts';
import { documentOf, documentsOf, ReplicaFixture } from './fixture/documents.ts';
import { askedInNode, expected } from './fixture/expected.ts';
import type { Asked } from './fixture/expected.ts';
import { ServedSite } from './fixture/served-site.ts';
import { openSearch } from './index.ts';
import type { Search, SearchFiles } from './types.ts';

const SPECIAL = documentOf(500, {
  title: '关于貔貅湖湿地保护的通告',
  body: '<p>貔貅湖周边禁止垂钓。</p>',
  column: 'zcwj',
  validity: 'repealed',
});

let folder: string;
let fixture: ReplicaFixture;
let search: Search;
let site: ServedSite;
let browser: Browser;
let page: Page;
let complaints: string[];
let documents: PublicDocument[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-search-page-'));
  fixture = new ReplicaFixture(join(folder, 'replica.db'));
  search = openSearch({
    folder: join(folder, 'search'),
    replica: fixture.replica,
    replicaFile: join(folder, 'replica.db'),
    bundleCharacters: 20_000,
  });
  site = await ServedSite.start();
  await search.stage(fixture.put(documentsOf(400)));
  await search.rebuild();
  documents = [...documentsOf(420), SPECIAL];
  site.files = await search.stage(fixture.put([...documentsOf(20, 400), SPECIAL]));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await search?.close();
  fixture?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  page = await browser.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on(
    'console',
    (message) => message.type() === 'error' && !message.location().url.includes('favicon') && complaints.push(message.text()),
  );
  site.before = () => undefined;
});

afterEach(() => page.close());

const status = (): Promise<string> => page.locator('#search-status').innerText();

/** Opens the search page with a question and waits for its answer. */
async function ask(question: Record<string, string>): Promise<string> {
  await page.goto(`${site.address}/search/?${new URLSearchParams(question)}`);
  return answered();
}

async function answered(): Promise<string> {
  await page.waitForFunction(() => {
    const text = document.querySelector('#search-status')?.textContent ?? '';
    return text !== '' && !text.includes('正在搜索');
  });
  return status();
}

const counted = (text: string): number =>
  text.startsWith('没有找到') ? 0 : Number(/找到 ([\d,]+) 条/.exec(text)?.[1]?.replace(',', '') ?? NaN);

/** Comes near the end of the list, so that all of the page is read. */
async function readOn(count = 10): Promise<void> {
  await page.locator('#search-more').scrollIntoViewIfNeeded();
  await page.waitForFunction((wanted) => document.querySelectorAll('#search-results li').length >= wanted, count);
}

const titles = (): Promise<string[]> => page.locator('#search-results li h2 a').allInnerTexts();

describe('the search page', () => {
  it('has several bundles of both kinds to ask, or the tests below say little', () => {
    const kinds = search.status().bundles.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'base').length).toBeGreaterThan(2);
    expect(kinds).toContain('hot');
  });

  it('counts what Pagefind in Node counts and what is there', async () => {
    const asked: Asked[] = [
      { query: '营商环境' },
      { query: '实施细则 湿地' },
      { query: '第12期' },
      { query: '演政发202412号' },
      { query: '工作', filters: { column: 'zcwj' } },
      { query: '补贴标准', filters: { year: '2024' } },
      { query: '补贴标准', filters: { department: 'szf', column: 'szyw' } },
      { query: '营商齉龘' },
      { query: '貔貅湖' },
    ];
    const inNode = await askedInNode(site.address, site.files as SearchFiles, asked);
    for (const [at, one] of asked.entries()) {
      const text = await ask({ q: one.query, ...one.filters });
      expect([one.query, counted(text)]).toEqual([one.query, inNode[at]?.length]);
      expect(inNode[at]).toEqual(expected(documents, one));
    }
    expect(complaints).toEqual([]);
  });

  it('marks what was found, and says column, date, number and validity', async () => {
    await ask({ q: '貔貅湖' });
    const item = page.locator('#search-results li').first();
    expect(await item.locator('h2 a').innerText()).toBe(SPECIAL.title);
    expect(await item.locator('h2 a').getAttribute('href')).toBe(`/zcwj/${SPECIAL.month}/${SPECIAL.id}.html`);
    expect(await item.locator('mark').allInnerTexts()).toEqual(['貔貅湖', '貔貅湖']);
    const text = await item.innerText();
    for (const part of ['已废止', '政策文件', SPECIAL.publishedAt?.slice(0, 10) ?? '?', SPECIAL.documentNumber])
      expect(text).toContain(part);
  });

  it('finds simplified text by traditional characters, and by full width', async () => {
    const plain = counted(await ask({ q: '医保报销' }));
    expect(plain).toBeGreaterThan(0);
    expect(counted(await ask({ q: '醫保報銷' }))).toBe(plain);
    expect(counted(await ask({ q: '第１２期' }))).toBe(counted(await ask({ q: '第12期' })));
  });

  it('orders by date exactly across bundles, page after page', async () => {
    await ask({ q: '湿地保护', order: 'date' });
    await readOn();
    for (let more = 0; more < 3; more += 1) {
      const before = await page.locator('#search-results li').count();
      await page.locator('#search-more button').click();
      await page.waitForFunction((count) => document.querySelectorAll('#search-results li').length > count, before);
    }
    const shown = await page
      .locator('#search-results li h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const byDate = documents
      .filter((document) => expected([document], { query: '湿地保护' }).length > 0)
      .map((document) => ({ url: `/${document.column}/${document.month}/${document.id}.html`, date: document.publishedAt ?? '' }))
      .sort((a, b) => (a.date > b.date ? -1 : 1));
    expect(shown.length).toBe(40);
    const dates = new Map(byDate.map(({ url, date }) => [url, date]));
    expect(shown.map((url) => dates.get(url))).toEqual(byDate.slice(0, 40).map(({ date }) => date));
    expect(page.url()).toContain('page=4');
  });

  it('puts official documents first among equals', async () => {
    await ask({ q: '湿地保护' });
    await readOn();
    const columns = await page
      .locator('#search-results li h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/')[1]));
    const all = expected(documents, { query: '湿地保护' });
    const share = all.filter((url) => url.startsWith('/zcwj/')).length / all.length;
    expect(share).toBeLessThan(0.6);
    expect(columns[0]).toBe('zcwj');
    expect(columns.filter((column) => column === 'zcwj').length).toBeGreaterThanOrEqual(7);
  });

  it('keeps the address in step, and goes back to the question before', async () => {
    await ask({ q: '营商环境' });
    const before = await status();
    await page.getByLabel('找什么').fill('湿地保护');
    await page.getByLabel('找什么').press('Enter');
    await page.waitForFunction(() => document.querySelector('#search-status')?.textContent?.includes('湿地保护'));
    expect(new URL(page.url()).searchParams.get('q')).toBe('湿地保护');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('#search-status')?.textContent?.includes('营商环境'));
    expect(await status()).toBe(before);
    expect(await page.getByLabel('找什么').inputValue()).toBe('营商环境');
  });

  it('is worked by keyboard alone', async () => {
    await ask({ q: '营商环境' });
    await page.keyboard.press('/');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowDown');
    const [, second] = await titles();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/\w+\/\d{6}\/\w{10}\.html$/);
  });

  it('says what to do when nothing is found, with a way out of the filters', async () => {
    expect(await ask({ q: '貔貅湖', column: 'gsgg' })).toContain('没有找到');
    await page.getByRole('link', { name: /不限栏目/ }).click();
    expect(counted(await answered())).toBe(1);
    expect(await ask({ q: '税' })).toContain('至少输入两个字');
    expect(await ask({})).toContain('请输入');
  });

  it('fills the years in from the bundles', async () => {
    await ask({ q: '营商环境' });
    const years = await page.getByLabel('年份').locator('option').allInnerTexts();
    expect(years).toEqual(['全部年份', ...[2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019].map((year) => `${year} 年`)]);
  });

  it('says so when it fails, and searches again when asked to', async () => {
    const files = site.files;
    site.files = null;
    const text = await ask({ q: '营商环境' });
    expect(text).toContain('没有成功');
    expect(text).toContain('按栏目查找');
    site.files = files;
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.waitForFunction(() => document.querySelector('#search-status')?.textContent?.startsWith('找到'));
  });

  it('shows no document withdrawn in the middle of a search, and finds the others in the new bundles', async () => {
    await search.stage([]);
    const withdrawn = SPECIAL;
    let done: Promise<SearchFiles> | undefined;
    const before = site.files;
    site.before = (path) => {
      if (!done && path.endsWith('.pf_index'))
        done = search.stage(fixture.withdraw(withdrawn, 'leak')).then((files) => (site.files = files));
    };
    const text = await ask({ q: '湿地保护' });
    await done;
    documents = documents.filter((document) => document !== withdrawn);
    expect(site.files).not.toEqual(before);
    const late = await ask({ q: '湿地保护' });
    expect(counted(late)).toBe(expected(documents, { query: '湿地保护' }).length);
    expect([counted(late), counted(late) + 1]).toContain(counted(text));
    expect(counted(await ask({ q: '貔貅湖' }))).toBe(0);
  });
});
