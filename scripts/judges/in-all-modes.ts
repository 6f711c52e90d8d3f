import { axeFaultsOf } from './axe.ts';
import { documentFaultsOf } from './html-validate.ts';
import { samplesOf, type Judge } from './judge.ts';
import { modeOf, MODES, openInMode, visit } from './modes.ts';
import { addressOf } from './served-files.ts';

/** axe over every sample in every way of reading; the ordinary tests take fewer samples of the other ways. */
export const axeJudge: Judge = {
  name: 'axe（全部样页，全部阅读方式）',
  absence: () => null,
  async plantedFaults({ browser, planted }) {
    const context = await openInMode(browser, modeOf('normal'));
    try {
      const page = await context.newPage();
      await page.goto(planted);
      return await axeFaultsOf(page);
    } finally {
      await context.close();
    }
  },
  async faults(given) {
    const found: string[] = [];
    for (const mode of MODES) {
      const context = await openInMode(given.browser, mode);
      try {
        const page = await context.newPage();
        for (const file of samplesOf(given)) {
          await visit(page, given.portal.siteUrl + addressOf(file), mode);
          const faults = [...(await axeFaultsOf(page)), ...(await documentFaultsOf(await page.content(), file))];
          found.push(...faults.map((line) => `${mode.name} ${file}: ${line}`));
        }
      } finally {
        await context.close();
      }
    }
    return found;
  },
};
