import type { Browser } from 'playwright-core';
import { axeFaultsOf, bringAxe } from './axe.ts';
import { markupFaultsOf } from './html-validate.ts';
import { samplesOf, type Judge } from './judge.ts';
import { modeOf, MODES, openInMode, visit, type Mode } from './modes.ts';
import { addressOf } from './served-files.ts';

/** Each window draws in a process of its own: as many as there are cores on the smallest machine. */
const WINDOWS = 2;

/**
 * axe and html-validate over pages as they stand in the browser, read in one way.
 * @param files of the tree; @returns one line a fault
 */
export const faultsInMode = async (browser: Browser, siteUrl: string, files: string[], mode: Mode): Promise<string[]> => {
  const left = [...files];
  const found: string[] = [];
  const judgeInWindow = async (): Promise<void> => {
    const context = await openInMode(browser, mode);
    try {
      await bringAxe(context);
      const page = await context.newPage();
      for (let file = left.shift(); file !== undefined; file = left.shift()) {
        await visit(page, siteUrl + addressOf(file), mode);
        const faults = [...(await axeFaultsOf(page)), ...(await markupFaultsOf(await page.content(), file))];
        found.push(...faults.map((fault) => `${mode.name} ${file}: ${fault}`));
      }
    } finally {
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, judgeInWindow));
  return found.sort();
};

/** What both find on the page with planted faults. */
export const plantedFaultsInMode = async (browser: Browser, planted: string, mode: Mode): Promise<string[]> => {
  const context = await openInMode(browser, mode);
  try {
    await bringAxe(context);
    const page = await context.newPage();
    await page.goto(planted);
    return [...(await axeFaultsOf(page)), ...(await markupFaultsOf(await page.content(), 'planted.html'))];
  } finally {
    await context.close();
  }
};

/** Every sample in every way of reading; the ordinary tests take fewer samples of the other ways. */
export const axeJudge: Judge = {
  name: 'axe、html-validate（全部样页，全部阅读方式）',
  absence: () => null,
  plantedFaults: ({ browser, planted }) => plantedFaultsInMode(browser, planted, modeOf('normal')),
  async faults(given) {
    const found: string[] = [];
    for (const mode of MODES) found.push(...(await faultsInMode(given.browser, given.portal.siteUrl, samplesOf(given), mode)));
    return found;
  },
};
