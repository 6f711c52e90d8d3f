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
      const text = await ask({ q: one.query, older: '1', ...one.filters });
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
    for (const part of ['已废止', '政策文件', '交通局', SPECIAL.publishedAt?.slice(0, 10) ?? '?', SPECIAL.documentNumber])
      expect(text).toContain(part);
  });

  it('finds simplified text by traditional characters, and by full width', async () => {
    const plain = counted(await ask({ q: '医保报销', older: '1' }));
    expect(plain).toBeGreaterThan(0);
    expect(counted(await ask({ q: '醫保報銷', older: '1' }))).toBe(plain);
    expect(counted(await ask({ q: '第１２期', older: '1' }))).toBe(counted(await ask({ q: '第12期', older: '1' })));
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
    await page.getByRole('link', { name: /去掉栏目/ }).click();
    expect(counted(await answered())).toBe(1);
    expect(await ask({ q: '税' })).toContain('至少输入两个字');
    expect(await ask({})).toContain('请输入');
  });

  it('fills the years in from the bundles', async () => {
    await ask({ q: '营商环境' });
    const years = await page.getByLabel('年份').locator('option').allInnerTexts();
    expect(years.map((year) => year.replace(/（.*/, ''))).toEqual(['全部年份', ...[2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019].map((year) => `${year} 年`)]);
  });

  it.each(['/bundles.json', '/pagefind.js', '.pagefind', '.pf_meta', '.pf_index'])('says so when %s does not come, and searches again when asked to', async (lost) => {
    site.lost = (path) => path.endsWith(lost);
    const text = await ask({ q: '营商环境' });
    expect(text).toContain('没有成功');
    expect(text).toContain('按栏目查找');
    site.lost = () => false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.waitForFunction(() => document.querySelector('#search-status')?.textContent?.startsWith('找到'));
  });

  it('says beside each choice how much it would bring', async () => {
    const filters = { column: 'szyw', year: '2024' };
    await ask({ q: '补贴标准', older: '1', ...filters });
    const option = (name: string, value: string) => page.locator(`select[name=${name}] option[value="${value}"]`);
    await page.waitForFunction(() => document.querySelector('select[name=column] option[value=zcwj]')?.textContent?.includes('（'));
    const count = (more: Record<string, string>): number => expected(documents, { query: '补贴标准', filters: more }).length;
    for (const column of ['zcwj', 'szyw'])
      expect(await option('column', column).textContent()).toContain(`（${count({ year: '2024', column })}）`);
    for (const year of ['2024', '2021'])
      expect(await option('year', year).textContent()).toBe(`${year} 年（${count({ column: 'szyw', year })}）`);
    for (const department of ['szf', 'jtj'])
      expect(await option('department', department).textContent()).toContain(`（${count({ ...filters, department })}）`);
    expect(await option('column', 'gsgg').isDisabled()).toBe(true);
  });

  it('can be told a span of months and a validity, and lets each be taken away', async () => {
    const span = { from: '2023-05', to: '2024-02' };
    const text = await ask({ q: '营商环境', validity: 'valid', ...span });
    const wanted = expected(documents, { query: '营商环境', filters: { validity: 'valid' } }).filter((url) => {
      const month = url.split('/')[2] ?? '';
      return month >= '202305' && month <= '202402';
    });
    expect(wanted.length).toBeGreaterThan(0);
    expect(counted(text)).toBe(wanted.length);
    await page.getByRole('link', { name: '去掉“2023-05 起”' }).click();
    await page.waitForFunction(() => !location.search.includes('from='));
    expect(counted(await answered())).toBeGreaterThan(wanted.length);
    expect(new URL(page.url()).searchParams.get('to')).toBe('2024-02');
  });

  it('stops when enough is found, says what it left out, and searches that at one tap', async () => {
    const all = expected(documents, { query: '营商环境' }).length;
    const some = counted(await ask({ q: '营商环境' }));
    expect(some).toBeGreaterThanOrEqual(20);
    expect(some).toBeLessThan(all);
    expect(await page.locator('.search-scope').innerText()).toMatch(/另有 .*年的 \d+ 篇内容还没有查/);
    await page.getByRole('link', { name: /继续查找/ }).click();
    await page.waitForFunction(() => location.search.includes('older=1'));
    expect(counted(await answered())).toBe(all);
    expect(await page.getByRole('link', { name: /继续查找/ }).count()).toBe(0);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('older=1'));
    expect(counted(await answered())).toBe(some);
  });

  it('puts the document first that has a number, however it is written', async () => {
    const document = documents.find(({ documentNumber }) => documentNumber.includes('〔2023〕'))!;
    const number = /〕(\d+)号/.exec(document.documentNumber)?.[1];
    for (const spelling of [`演政发[2023]${number}号`, `演政发（2023）第${number}号`, `演政发２０２３年${number}号`, `演政发2023${number}号`, `2023年${number}号`]) {
      expect([spelling, counted(await ask({ q: spelling }))]).not.toEqual([spelling, 0]);
      expect([spelling, (await titles())[0]]).toEqual([spelling, document.title]);
    }
  });

  it('answers a whole question with what comes nearest, and says that it does', async () => {
    const text = await ask({ q: '请问貔貅湖湿地附近可以钓鱼或者露营野餐吗？' });
    expect(text).toMatch(/没有哪一条内容同时含有.*最接近的/);
    expect((await titles())[0]).toBe(SPECIAL.title);
    expect(await ask({ q: '營商齉龘' })).toContain('没有找到');
  });

  it('suggests while one types, by keyboard alone', async () => {
    await page.goto(`${site.address}/search/`);
    const box = page.getByRole('combobox', { name: '找什么' });
    await box.pressSequentially('营商');
    const options = page.getByRole('listbox', { name: '搜索提示' }).getByRole('option');
    await options.first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect((await options.allInnerTexts())[0]).toBe('营商环境');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    const chosen = await page.locator(`#${active}`).innerText();
    expect(await box.inputValue()).toBe(chosen);
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('营商');
    expect(await options.count()).toBe(0);
    await box.press('End');
    await page.keyboard.type('环');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(counted(await answered())).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('q')).toBe('营商环境');
    expect(complaints).toEqual([]);
  });

  it('asks in a worker, and from the page itself where a browser cannot run it', async () => {
    const expectedCount = expected(documents, { query: '湿地保护' }).length;
    const scripts = (): string[] => page.workers().map((worker) => new URL(worker.url()).pathname);
    expect(counted(await ask({ q: '湿地保护', older: '1' }))).toBe(expectedCount);
    expect(scripts()).toEqual(['/code/src/search/search-worker.ts']);
    await page.route('**/search-worker.ts', (route) => route.abort());
    expect(counted(await ask({ q: '湿地保护', older: '1' }))).toBe(expectedCount);
    expect(scripts()).toEqual([expect.stringMatching(/pagefind-worker\.js$/)]);
    await readOn();
    // Nobody has asked yet when it turns out that the worker does not start.
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('search-worker.ts'));
    await page.goto(`${site.address}/search/`);
    await failed;
    await page.waitForTimeout(200);
    await page.fill('#q', '貔貅湖');
    await page.keyboard.press('Enter');
    await page.locator('#search-results li').first().waitFor();
    expect(await titles()).toEqual([SPECIAL.title]);
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
    const text = await ask({ q: '湿地保护', older: '1' });
    await done;
    documents = documents.filter((document) => document !== withdrawn);
    expect(site.files).not.toEqual(before);
    const late = await ask({ q: '湿地保护', older: '1' });
    expect(counted(late)).toBe(expected(documents, { query: '湿地保护' }).length);
    expect([counted(late), counted(late) + 1]).toContain(counted(text));
    expect(counted(await ask({ q: '貔貅湖' }))).toBe(0);
  });

  it('says how many documents it does not know yet, whether anything was found or not, until it does', async () => {
    const coming = documentsOf(300, 600);
    const waiting = page.getByText('搜索正在更新，还有 300 篇内容没有收入');
    site.files = await search.stage(fixture.put(coming));
    const some = counted(await ask({ q: '营商环境', older: '1' }));
    await waiting.waitFor();
    expect(counted(await ask({ q: '貔貅湖' }))).toBe(0);
    await waiting.waitFor();
    await search.rebuild();
    site.files = await search.stage([]);
    expect(counted(await ask({ q: '营商环境', older: '1' }))).toBe(expected([...documents, ...coming], { query: '营商环境' }).length);
    expect(some).toBe(expected(documents, { query: '营商环境' }).length);
    expect(await page.getByText('搜索正在更新').count()).toBe(0);
  });
});
