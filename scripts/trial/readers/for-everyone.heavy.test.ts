import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type axeCore from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../browser/index.ts';
import { buildDemonstrationPortal } from '../../demonstration/portal/build-portal.ts';
import { securityHeaders } from '../../server/security-headers.ts';
import { serve, type SiteServer } from '../../server/index.ts';
import { listenForComplaints } from './complaints.ts';
import { onePageOfEachKind } from './kinds-of-pages.ts';
import { giveVoice } from './spoken.ts';

const OFFICIAL = /^\/zcwj\/\d{6}\/[0-9a-z]{10}\.html$/;
/** Links within sentences may be as high as their line (WCAG 2.5.8). */
const SMALLEST_TARGET_PX = 44;
/** The narrowest phone, a window of 1280 at 200 %, a wall. The last is the one targets are measured in. */
const WIDTHS_PX = [320, 640, 3840, 1280];

let folder: string;
let server: SiteServer;
let site: string;
let written: string[];
let pages: string[];
let browser: Browser;
let survey: Survey;
const contexts: BrowserContext[] = [];

const openPage = async (options: Parameters<Browser['newContext']>[0] = {}, remembered: string[] = []): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options });
  contexts.push(context);
  await context.addInitScript((names) => names.forEach((name) => localStorage.setItem(name, '1')), remembered);
  return context.newPage();
};

/** What all pages were looked at for, each loaded once. */
interface Survey {
  complaints: string[];
  tooWide: string[];
  tooSmall: string[];
  moving: string[];
}

const surveyOf = async (addresses: string[]): Promise<Survey> => {
  const page = await openPage();
  const found: Survey = { complaints: (await listenForComplaints(page, site)).lines, tooWide: [], tooSmall: [], moving: [] };
  for (const address of addresses) {
    await page.goto(site + address, { waitUntil: 'load' });
    if (await page.evaluate(() => document.getAnimations().length)) found.moving.push(address);
    for (const elder of [false, true]) {
      await page.locator('#elder').setChecked(elder);
      for (const width of WIDTHS_PX) {
        await page.setViewportSize({ width, height: 900 });
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        if (needed > width) found.tooWide.push(`${address} ${elder ? 'older' : 'normal'} at ${width}: ${needed}`);
      }
    }
    found.tooSmall.push(...(await page.evaluate(smallTargets, SMALLEST_TARGET_PX)).map((line) => `${address} ${line}`));
    await page.locator('#elder').setChecked(false);
  }
  return found;
};

/** Runs in the page. */
const smallTargets = (least: number): string[] =>
  [...document.querySelectorAll('a, button, input, select, summary')]
    .filter((element) => !element.matches('p a, td a, .skip') && (element as HTMLElement).checkVisibility())
    .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
    .filter(({ box }) => box.height > 0 && box.height < least)
    .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.height}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-readers-'));
  server = await serve({ dataFolder: folder, host: '127.0.0.1', sitePort: 0 });
  site = `http://127.0.0.1:${server.port}`;
  const portal = await buildDemonstrationPortal(folder, site);
  written = portal.written;
  pages = onePageOfEachKind(portal.root, written);
  browser = await openBrowser();
  survey = await surveyOf(pages);
  await closeContexts();
});

const closeContexts = async (): Promise<void> => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
};

afterEach(closeContexts);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits for what comes after an event; what never comes is told by the expectation that follows. */
const until = async (there: () => boolean | Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 100 && !(await there()); turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
};

const official = (): string => pages.find((address) => OFFICIAL.test(address)) ?? '';

test('the portal has a page of each kind', () => {
  expect(pages).toEqual(expect.arrayContaining(['/', '/xxgk/', '/search/', '/404.html', '/gy/accessibility.html', expect.stringMatching(OFFICIAL)]));
  expect(pages.length).toBeGreaterThan(20);
});

describe('no page', () => {
  test('leaves the site, breaks its policy, or writes an error', () => {
    // The portal of tests is built without a search index, and the search page says so to its reader.
    expect(survey.complaints.filter((line) => line !== `404: ${site}/search/bundles.json`)).toEqual([]);
  });

  test.each([
    ['leaves the site', '<img src="http://127.0.0.2:9/a.png" alt="">'],
    ['violates the policy: script-src', '<script>document.title = "x"</script>'],
    ['violates the policy: style-src', '<p style="color: red">a</p>'],
    ['console: planted', '<script src="/planted.js"></script>'],
  ])('%s unnoticed: a planted one is told', async (complaint, markup) => {
    const page = await openPage();
    const { lines } = await listenForComplaints(page, site);
    await page.route('**/planted.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'console.error("planted")' }));
    await page.route('**/planted.html', (route) =>
      route.fulfill({ contentType: 'text/html', headers: securityHeaders('/planted.html'), body: `<!doctype html><title>错</title>${markup}` }),
    );
    await page.goto(`${site}/planted.html`);
    await until(() => lines.some((line) => line.startsWith(complaint)));
    expect(lines.join('\n')).toContain(complaint);
  });
});

describe('every page fits', () => {
  test('windows of 320, 640 and 3840 px, in normal and in older-reader mode', () => {
    expect(survey.tooWide).toEqual([]);
  });

  test('and one that does not is noticed', async () => {
    const page = await openPage({ viewport: { width: 320, height: 900 } });
    await page.goto(`${site}/gy/about.html`);
    await page.evaluate(() => document.querySelector('main')?.append(Object.assign(document.createElement('img'), { width: 900 })));
    await page.evaluate(() => ((document.querySelector('main > img') as HTMLElement).style.maxWidth = 'none'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(320);
  });
});

describe('older-reader mode', () => {
  test('is remembered, stands from the first paint and moves nothing after it', async () => {
    const page = await openPage();
    await page.goto(site);
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const before = Number.parseFloat(await size());
    await page.getByLabel('长者模式').check();
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) document.documentElement.dataset['shift'] = String((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dataset['first'] = getComputedStyle(document.documentElement).fontSize;
      });
    });
    await page.goto(site + official(), { waitUntil: 'load' });
    const { first, shift } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    expect(Number.parseFloat(first ?? '')).toBeGreaterThan(before * 1.3);
    expect(Number(shift ?? 0)).toBeLessThan(0.01);
    await expect(page.getByLabel('长者模式').isChecked()).resolves.toBe(true);
    await page.getByLabel('长者模式').uncheck();
    await page.reload();
    expect(Number.parseFloat(await size())).toBe(before);
  });

  test('works without JavaScript within a page, and offers nothing that would not', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(site + official());
    const sizeOf = async () => (await page.locator('h1').boundingBox())?.height ?? 0;
    const before = await sizeOf();
    await page.getByLabel('长者模式').check();
    expect(await sizeOf()).toBeGreaterThan(before);
    for (const hidden of ['#hant', '#print', '#read-aloud']) expect(await page.locator(hidden).isVisible()).toBe(false);
  });

  test('has nothing to hit that is lower than 44 px, and one column', async () => {
    expect(survey.tooSmall).toEqual([]);
    const page = await openPage({}, ['elder']);
    await page.goto(site + official());
    await page.locator('#elder').uncheck();
    // The same measure does find them in normal mode.
    expect(await page.evaluate(smallTargets, SMALLEST_TARGET_PX)).not.toEqual([]);
    await page.locator('#elder').check();
    const columns = await page.evaluate(() => getComputedStyle(document.querySelector('.document') as Element).gridTemplateColumns);
    // A track may be written as a function with a blank in it.
    expect(columns.replaceAll(/\([^)]*\)/g, '').split(' ')).toHaveLength(1);
  });
});

describe('traditional characters', () => {
  test('are shown by choice, words and not only characters, and go again without a trace', async () => {
    const page = await openPage();
    const { lines } = await listenForComplaints(page, site);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(site + official());
    expect(fetched.filter((address) => address.includes('traditional'))).toEqual([]);
    const looks = () =>
      page.evaluate(() => ({
        text: document.body.innerText,
        title: document.title,
        lang: document.documentElement.lang,
        placeholder: document.querySelector('input[name=q]')?.getAttribute('placeholder'),
        links: [...document.links].map(({ href }) => href).join(),
      }));
    const before = await looks();
    await page.fill('input[name=q]', '发展');
    await page.getByLabel('繁體').check();
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hant');
    const after = await looks();
    expect(after.text).toContain('首頁');
    expect(after.text).toContain('信息公開');
    expect(after.title).toContain('門戶網站');
    expect(after.placeholder).toBe('標題、文號、正文');
    expect(after.links).toBe(before.links);
    expect(await page.inputValue('input[name=q]')).toBe('发展');
    const number = /孝政[\p{Script=Han}]*〔\d{4}〕\d+号/u.exec(before.text)?.[0] ?? '';
    expect(number).not.toBe('');
    expect(after.text).toContain(number);
    const converted = await page.evaluate(async () => {
      const line = document.createElement('p');
      line.id = 'later';
      line.textContent = '头发和发展，皇后在后面，干部晒干粮食';
      document.querySelector('main')?.append(line);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const text = line.textContent;
      line.remove();
      return text;
    });
    expect(converted).toBe('頭髮和發展，皇后在後面，幹部曬乾糧食');
    await page.getByLabel('繁體').uncheck();
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    expect(await looks()).toEqual(before);
    expect(lines).toEqual([]);
  });

  test('are remembered', async () => {
    const page = await openPage({}, ['hant']);
    await page.goto(`${site}/search/`);
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hant');
    await page.waitForFunction(() => document.title.includes('門戶網站'));
    await expect(page.getByLabel('繁體').isChecked()).resolves.toBe(true);
  });

  test('give the text as it was written where the converter does not come', async () => {
    const page = await openPage({}, ['hant']);
    await page.route('**/_astro/traditional-*.js', (route) => route.abort());
    await page.goto(site);
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-hant'));
    expect(await page.locator('body').innerText()).toContain('首页');
  });
});

describe('reading aloud', () => {
  test('speaks sentence by sentence, marks them, pauses where it is, changes its speed, and stops', async () => {
    const page = await openPage();
    await giveVoice(page);
    await page.goto(site + official());
    const last = () => page.evaluate(() => window.spoken.at(-1));
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('read-aloud') ?? [])].join(''));
    await page.getByRole('button', { name: '朗读', exact: true }).click();
    await page.waitForFunction(() => window.spoken.length === 1);
    const first = (await last())?.text ?? '';
    expect(await page.locator('#body').innerText()).toContain(first);
    expect(await marked()).toBe(first);
    await page.evaluate(() => window.endUtterance());
    const second = (await last())?.text ?? '';
    expect(second).not.toBe(first);
    await page.getByRole('button', { name: '暂停' }).click();
    await page.evaluate(() => window.endUtterance());
    expect((await last())?.text).toBe(second);
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByLabel('语速').selectOption('快');
    expect(await last()).toEqual({ text: second, rate: 1.25 });
    for (let sentence = 0; sentence < 30; sentence += 1) await page.evaluate(() => window.endUtterance());
    await page.waitForFunction(() => {
      const [range] = CSS.highlights.get('read-aloud') ?? [];
      if (!range) return true;
      const { top, bottom } = (range as Range).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    if (await page.getByRole('button', { name: '停止' }).isVisible()) await page.getByRole('button', { name: '停止' }).click();
    expect(await marked()).toBe('');
  });

  test('is not offered where the browser has no voice', async () => {
    const page = await openPage();
    await page.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis'));
    await page.addInitScript(() => Reflect.deleteProperty(Window.prototype, 'speechSynthesis'));
    await page.goto(site + official());
    expect(await page.evaluate(() => 'speechSynthesis' in window)).toBe(false);
    expect(await page.locator('#print').isVisible()).toBe(true);
    expect(await page.locator('#read-aloud').isVisible()).toBe(false);
  });
});

test('nothing moves on its own', () => {
  expect(survey.moving).toEqual([]);
});

test('where the system forces its colours, the present section still differs from the others', async () => {
  const page = await openPage({ forcedColors: 'active' });
  await page.goto(`${site}/xxgk/`);
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll('.sections a')].map((link) => [link.hasAttribute('aria-current'), getComputedStyle(link).borderBottomColor] as const),
  );
  const present = lines.filter(([current]) => current).map(([, colour]) => colour);
  expect(present).toHaveLength(1);
  expect(lines.filter(([current]) => !current).map(([, colour]) => colour)).not.toContain(present[0]);
});

describe('the component page', () => {
  test('is in no release', () => {
    expect(written.filter((file) => file.includes('_components') || file.includes('component-page'))).toEqual([]);
    expect(written.length).toBeGreaterThan(300);
  });

  test('shows every example, has no fault for axe, and fits a phone', async () => {
    const site = createRequire(import.meta.url).resolve('@gongkai/site/build');
    const child = fork(join(site, '../fixtures/built-component-page.ts'), [], {
      cwd: join(site, '../..'),
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
      execArgv: [],
    });
    try {
      const built = await new Promise<{ folder: string; failures: string[] }>((resolve, reject) => {
        child.once('message', (message) => resolve(message as { folder: string; failures: string[] }));
        child.once('exit', (code) => reject(new Error(`the build of the component page ended with ${code}`)));
      });
      expect(built.failures).toEqual([]);
      const page = await openPage({ viewport: { width: 320, height: 900 } });
      await page.route('http://components.test/**', (route) => route.fulfill({ path: join(built.folder, new URL(route.request().url()).pathname) }));
      await page.goto('http://components.test/_components.html');
      const examples = await page.locator('[data-example]').evaluateAll((all) =>
        all.map((element) => ({ name: element.getAttribute('data-example'), high: (element as HTMLElement).offsetHeight })),
      );
      expect(examples.length).toBeGreaterThan(25);
      expect(examples.filter(({ high }) => high < 20)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      expect(await axeOn(page)).toEqual([]);
      await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
      expect(await axeOn(page)).toContain('image-alt');
      expect((await page.screenshot({ fullPage: true })).length).toBeGreaterThan(20_000);
    } finally {
      if (child.connected) child.disconnect();
    }
  });
});

/** Rules broken on the page. Landmarks and headings inside examples are those of the pages they come from. */
const axeOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.flatMap(({ id, nodes }) => [id, ...nodes.map(({ target }) => String(target))]);
  });
