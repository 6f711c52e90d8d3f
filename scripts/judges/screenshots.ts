import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/index.ts';
import { Fault } from '../fault.ts';
import { serve } from '../server/index.ts';
import { MODES, openInMode, visit, type Mode } from './modes.ts';
import { pageTypesOf, type PageType } from './page-types.ts';
import { openJudgedPortal, type JudgedPortal } from './portal.ts';
import { addressOf } from './served-files.ts';

/** Of a desk and of a phone. */
const WIDTHS = [1280, 360];

export interface Wanted {
  /** Names of ways of reading. */
  modes: string[];
  /** All samples of a page type; else the one with most on it. */
  all: boolean;
  /** The demonstration even where there is a site. */
  demonstration: boolean;
  told(file: string): void;
}

/** The live site as it stands, through a server of our own: a running one may belong to an earlier start. */
const openLiveTree = async (dataFolder: string): Promise<JudgedPortal> => {
  const server = await serve({ dataFolder, host: '127.0.0.1', sitePort: 0 });
  const root = realpathSync(join(dataFolder, 'site', 'current'));
  return { root, siteUrl: `http://127.0.0.1:${server.port}`, close: () => server.close() };
};

/** @throws Fault `SCREENSHOTS_MODE` for a way of reading there is not */
const modesOf = (names: string[]): Mode[] =>
  names.map((name) => {
    const mode = MODES.find((one) => one.name === name);
    if (mode) return mode;
    throw new Fault('SCREENSHOTS_MODE', `没有「${name}」这种阅读方式。`, `可选：${MODES.map((one) => one.name).join('、')}。`);
  });

interface Picture {
  /** File in the folder of pictures. */
  name: string;
  address: string;
  mode: Mode;
  width: number;
}

const pictureName = (type: PageType, at: number, mode: Mode, width: number): string =>
  [type.name, ...(at === 0 ? [] : [at + 1]), ...(mode.name === 'normal' ? [] : [mode.name]), width].join('-') + '.png';

const picturesOf = (types: PageType[], modes: Mode[], all: boolean): Picture[] =>
  types.flatMap((type) =>
    type.samples.slice(0, all ? undefined : 1).flatMap((file, at) =>
      modes.flatMap((mode) => WIDTHS.map((width) => ({ name: pictureName(type, at, mode, width), address: addressOf(file), mode, width }))),
    ),
  );

const take = async (browser: Browser, siteUrl: string, folder: string, { name, address, mode, width }: Picture): Promise<void> => {
  const context = await openInMode(browser, mode, width);
  try {
    const page = await context.newPage();
    await visit(page, siteUrl + address, mode);
    // Pictures of a long page are fetched as the reader comes to them.
    await page.evaluate(() => document.querySelectorAll('img').forEach((picture) => (picture.loading = 'eager')));
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, name), fullPage: true });
  } finally {
    await context.close();
  }
};

/**
 * Takes full-page pictures of every page type in two widths, for eyes and for comparing.
 * @returns the folder they are in, and their names
 * @throws Fault `SCREENSHOTS_MODE` for a way of reading there is not
 */
export const takeScreenshots = async (
  dataFolder: string,
  { modes, all, demonstration, told }: Wanted,
): Promise<{ folder: string; files: string[] }> => {
  const chosen = modesOf(modes);
  const folder = join(dataFolder, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const isLive = !demonstration && existsSync(join(dataFolder, 'site', 'current'));
  const portal = await (isLive ? openLiveTree(dataFolder) : openJudgedPortal());
  const browser = await openBrowser().catch(async (error: unknown) => {
    await portal.close();
    throw error;
  });
  try {
    const pictures = picturesOf(pageTypesOf(portal.root), chosen, all);
    for (const picture of pictures) {
      await take(browser, portal.siteUrl, folder, picture);
      told(picture.name);
    }
    return { folder, files: pictures.map(({ name }) => name) };
  } finally {
    await browser.close();
    await portal.close();
  }
};
