import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { FOR_SHORT_VISITS, openBrowser } from '../browser/index.ts';
import { columns } from '../demonstration/index.ts';
import { BUDGETS } from './budgets.ts';
import { markupFaultsOf } from './html-validate.ts';
import { faultsInMode, plantedFaultsInMode } from './in-all-modes.ts';
import { followLinks } from './links.ts';
import { judgeWhatMachinesRead } from './machine-readable.ts';
import { CHOICES, modeOf, MODES, openInMode, visit, type Mode } from './modes.ts';
import { pageTypesOf, strayPagesOf, type PageType } from './page-types.ts';
import { PLANTED_PAGE } from './planted-page.ts';
import { servePlantedPage } from './planted-server.ts';
import { openJudgedPortal, type JudgedPortal } from './portal.ts';
import { routesOfFiles, routesOfSite } from './routes.ts';
import { servedFiles } from './served-files.ts';
import { stylesWeight, total, weightOf, withoutBody } from './weight.ts';

/**
 * What is judged of the built portal in every run: every page type in every way of reading, by the page with most on it; in the normal
 * way columns and documents of all kinds. All samples in all ways are judged in `test:heavy`.
 */
let portal: JudgedPortal;
let browser: Browser;
let pageTypes: PageType[];
beforeAll(async () => {
  portal = await openJudgedPortal();
  browser = await openBrowser(FOR_SHORT_VISITS);
  pageTypes = pageTypesOf(portal.root);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const htmlOf = (file: string): string => readFileSync(join(portal.root, file), 'utf8');
const pagesOf = (name: string): string[] => {
  const source = pageTypes.find((type) => type.name === name)?.route;
  const made = routesOfFiles(routesOfSite(), servedFiles(portal.root));
  return [...made].flatMap(([file, route]) => (route?.source === source ? [file] : []));
};

describe('page types', () => {
  test('every route of the site makes a file here that can be judged', () => {
    const routes = routesOfSite();
    const made = new Set([...routesOfFiles(routes, servedFiles(portal.root)).values()].map((route) => route?.source));
    expect(routes.map(({ source }) => source).filter((source) => !made.has(source))).toEqual([]);
    expect(pageTypes.length).toBeGreaterThan(8);
  });

  test('no page of the tree comes from nowhere', () => expect(strayPagesOf(portal.root)).toEqual([]));

  test('each kind of column and of its documents is among the samples', () => {
    const kindOf = new Map(columns.map(({ code, kind }) => [code, kind]));
    const kinds = [...new Set(kindOf.values())].sort();
    for (const name of ['column', 'document']) {
      const samples = pageTypes.find((type) => type.name === name)?.samples ?? [];
      expect([...new Set(samples.map((file) => kindOf.get(file.split('/')[0] ?? '')))].sort()).toEqual(kinds);
    }
  });

  test('every choice a browser remembers for the reader is in one of the ways of reading', () => {
    expect(CHOICES.length).toBeGreaterThan(1);
    const chosen = new Set(MODES.flatMap(({ remembered }) => Object.keys(remembered)));
    expect(CHOICES.filter((choice) => !chosen.has(choice))).toEqual([]);
  });
});

/** Columns and documents come in kinds. */
const samplesIn = (mode: Mode): string[] =>
  pageTypes.flatMap(({ name, samples }) => (mode.name === 'normal' && (name === 'column' || name === 'document') ? samples : samples.slice(0, 1)));

/** Large letters by themselves are part of the older reader's way, and are judged alone in `test:heavy`. */
const JUDGED_EVERY_TIME = MODES.filter(({ name }) => name !== 'large');

describe.each(JUDGED_EVERY_TIME.map((mode) => [mode.name, mode] as const))('pages read in the way %s', (_, mode: Mode) => {
  test('have no fault that axe or html-validate finds, and a planted page has', async () => {
    const planted = await servePlantedPage();
    try {
      const found = (await plantedFaultsInMode(browser, planted.address, mode)).join('\n');
      expect(found).toMatch(/color-contrast[^]*image-alt[^]*label[^]*no-dup-id/);
      expect(await faultsInMode(browser, portal.siteUrl, samplesIn(mode), mode)).toEqual([]);
    } finally {
      await planted.close();
    }
  });
});

test('pages as the server sends them have no fault that html-validate finds, and a planted page has', async () => {
  expect((await markupFaultsOf(PLANTED_PAGE, 'planted.html')).join('\n')).toMatch(/no-dup-id[^]*element-permitted-content/);
  const faults: string[] = [];
  for (const { samples } of pageTypes)
    for (const file of samples) faults.push(...(await markupFaultsOf(htmlOf(file), file)).map((fault) => `${file}: ${fault}`));
  expect(faults).toEqual([]);
});

describe('weight, compressed as the server sends it', () => {
  const encodings = ['gzip', 'br'] as const;

  test.each(encodings)('documents without their text and pictures, the home page, scripts and styles keep their budgets (%s)', async (encoding) => {
    const over: string[] = [];
    const heaviest = { document: 0, script: 0 };
    for (const file of pagesOf('document')) {
      const html = htmlOf(file);
      // A notice that a document is gone or has moved has no text of its own.
      if (!html.includes('id="body"')) continue;
      const weight = await weightOf(portal.root, file, encoding, withoutBody(html));
      heaviest.document = Math.max(heaviest.document, total(weight));
      heaviest.script = Math.max(heaviest.script, weight.scripts);
      if (total(weight) > BUDGETS.documentBytes) over.push(`${file}: ${JSON.stringify(weight)}`);
    }
    const home = await weightOf(portal.root, 'index.html', encoding);
    const styles = await stylesWeight(portal.root, encoding);
    console.log(`${encoding}: document ${heaviest.document}, script ${heaviest.script}, home ${total(home)}, styles ${styles} bytes`);
    expect(over).toEqual([]);
    expect(heaviest.document).toBeGreaterThan(1000);
    expect(heaviest.script).toBeLessThanOrEqual(BUDGETS.scriptBytes);
    expect(home.scripts).toBeLessThanOrEqual(BUDGETS.scriptBytes);
    expect(total(home)).toBeLessThanOrEqual(BUDGETS.homeBytes);
    expect(styles).toBeLessThanOrEqual(BUDGETS.stylesBytes);
  });

  test('what a page loads counts: a picture and a script more weigh more', async () => {
    const [file] = pagesOf('document');
    const html = htmlOf(file as string);
    const fatter = html.replace('</head>', '<link rel="stylesheet" href="/favicon.svg"></head>');
    expect(total(await weightOf(portal.root, file as string, 'gzip', fatter))).toBeGreaterThan(total(await weightOf(portal.root, file as string, 'gzip', html)));
  });

  test('the text of a document does not count, and all else does', () => {
    const bare = withoutBody('<!DOCTYPE html><html><head><title>t</title></head><body><h1>题</h1><div id="body"><p>正文</p></div><p>附件</p></body></html>');
    expect(bare).not.toContain('正文');
    expect(bare).toContain('附件');
    expect(() => withoutBody('<p>x</p>')).toThrow('#body');
  });
});

test('no link of the whole tree leads nowhere', () => {
  const { broken, followed } = followLinks(portal.root, portal.siteUrl);
  expect(broken).toEqual([]);
  expect(followed).toBeGreaterThan(1000);
});

judgeWhatMachinesRead(() => portal);

test('the older reader’s ways of reading show on the page', async () => {
  const context = await openInMode(browser, modeOf('large'));
  try {
    const page = await context.newPage();
    await visit(page, `${portal.siteUrl}/`, modeOf('large'));
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeGreaterThan(18);
  } finally {
    await context.close();
  }
});
