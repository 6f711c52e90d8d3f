import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { WORKSPACE } from '../settings.ts';

/** A way of reading the site: what the reader chose on an earlier visit, and what the device asks for. */
export interface Mode {
  name: string;
  /** What people read. */
  title: string;
  colorScheme: 'light' | 'dark';
  /** Choices the browser remembers (`site/src/behaviour/remember.js`). */
  remembered: Record<string, string>;
  /** Waits until the page shows the choice; throws when it does not. */
  settled?: (page: Page) => Promise<unknown>;
}

const rememberedByScript = (): string[] => {
  const script = readFileSync(join(WORKSPACE, 'site', 'src', 'behaviour', 'remember.js'), 'utf8');
  const [, names = ''] = /const modes = \[([^\]]*)\]/.exec(script) ?? [];
  return [...names.matchAll(/'([a-z]+)'/g)].map(([, name = '']) => name);
};

/** The choices a reader can make and the browser keeps, as the script of every page names them. */
export const CHOICES = rememberedByScript();

const shows = (choice: string) => async (page: Page) => {
  await page.waitForSelector(`html[data-${choice}]`, { state: 'attached', timeout: SETTLED_WITHIN_MS });
};
const SETTLED_WITHIN_MS = 15_000;

const ALL_MODES: Mode[] = [
  { name: 'normal', title: '普通', colorScheme: 'light', remembered: {} },
  { name: 'elder', title: '长者模式', colorScheme: 'light', remembered: { elder: '1' }, settled: shows('elder') },
  {
    name: 'large',
    title: '大字、高对比',
    colorScheme: 'light',
    remembered: { large: '1', contrast: '1' },
    settled: (page) => Promise.all([shows('large')(page), shows('contrast')(page)]),
  },
  { name: 'dark', title: '深色', colorScheme: 'dark', remembered: {} },
  {
    name: 'traditional',
    title: '繁體',
    colorScheme: 'light',
    remembered: { hant: '1' },
    settled: (page) => page.waitForSelector('html[lang="zh-Hant"]', { state: 'attached', timeout: SETTLED_WITHIN_MS }),
  },
];

/** The ways this site can be read: a way that asks for a choice the site does not know would only be the normal one again. */
export const MODES: Mode[] = ALL_MODES.filter(({ remembered }) => Object.keys(remembered).every((choice) => CHOICES.includes(choice)));

export const modeOf = (name: string): Mode => {
  const mode = MODES.find((one) => one.name === name);
  if (!mode) throw new Error(`no mode ${name}: ${MODES.map((one) => one.name).join(', ')}`);
  return mode;
};

/** A window that reads this way from its first page on. The caller closes it. */
export const openInMode = async (browser: Browser, mode: Mode, width = 1280): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: mode.colorScheme,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript((choices) => {
    // A page that came from nowhere (the planted ones) has no storage.
    if (location.protocol !== 'http:') return;
    for (const [name, value] of Object.entries(choices)) localStorage.setItem(name, value);
  }, mode.remembered);
  return context;
};

/** Opens an address and waits until it shows as the mode says. */
export const visit = async (page: Page, address: string, mode: Mode): Promise<void> => {
  await page.goto(address, { waitUntil: 'load' });
  await mode.settled?.(page);
};
