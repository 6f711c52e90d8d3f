import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Audit } from '@siteimprove/alfa-act';
import { Playwright } from '@siteimprove/alfa-playwright';
import rules from '@siteimprove/alfa-rules';
import type { Page } from 'playwright-core';
import { samplesOf, type Judge } from './judge.ts';
import { modeOf, openInMode } from './modes.ts';
import { addressOf } from './served-files.ts';

/** Where each package leads when its neighbours ask for it. */
const homesOf = (name: string, askers: string[]): Set<string> =>
  new Set(
    askers.map((asker) => {
      const from = createRequire(realpathSync(createRequire(import.meta.url).resolve(asker)));
      return realpathSync(from.resolve(name));
    }),
  );

/**
 * Alfa's rules and the page handed to them must be of one copy: with two it finds nothing wrong with anything (latest with latest did,
 * on the page with planted faults).
 */
export const doubledAlfaPackages = (): string[] =>
  ['@siteimprove/alfa-dom', '@siteimprove/alfa-web', '@siteimprove/alfa-device'].filter(
    (name) => homesOf(name, ['@siteimprove/alfa-rules', '@siteimprove/alfa-playwright']).size > 1,
  );

/**
 * What the site promises: level AA, and of AAA the contrast of 7:1 (1.4.6). Rules that test nothing but other criteria of AAA
 * (targets of 44 pixels, line height of whole blocks) judge what was not promised.
 */
const NOT_PROMISED = new Set(['2.5.5', '1.4.8', '2.4.9', '2.4.10', '3.1.3', '3.1.4', '3.1.5']);

const requirementsOf = (rule: (typeof rules extends Iterable<infer Rule> ? Rule : never)): { type: string; chapter?: string }[] =>
  (rule.toJSON() as unknown as { requirements: { type: string; chapter?: string }[] }).requirements;

const promised = [...rules].filter((rule) => {
  const requirements = requirementsOf(rule);
  return requirements.length === 0 || requirements.some(({ chapter }) => chapter === undefined || !NOT_PROMISED.has(chapter));
});

const alfaFaultsOf = async (page: Page): Promise<string[]> => {
  const judged = await Playwright.toPage(await page.evaluateHandle(() => window.document));
  const outcomes = [...(await Audit.of(judged, promised).evaluate())];
  return outcomes.flatMap((outcome) => {
    const told = outcome.toJSON() as { outcome: string; rule: { uri: string }; target?: unknown; expectations?: unknown };
    if (told.outcome !== 'failed') return [];
    const rule = told.rule.uri.split('/').at(-1);
    return [`${rule}: ${String((outcome as unknown as { target: unknown }).target).replace(/\s+/g, ' ').slice(0, 160)}`];
  });
};

/** The ACT rules of the W3C in an engine of its own. */
export const alfaJudge: Judge = {
  name: 'Alfa',
  absence: () => null,
  async plantedFaults({ browser, planted }) {
    const context = await openInMode(browser, modeOf('normal'));
    try {
      const page = await context.newPage();
      await page.goto(planted);
      return await alfaFaultsOf(page);
    } finally {
      await context.close();
    }
  },
  async faults(given) {
    const found = doubledAlfaPackages().map((name) => `${name} 装了两份，Alfa 的结论不可信`);
    const context = await openInMode(given.browser, modeOf('normal'));
    try {
      const page = await context.newPage();
      for (const file of samplesOf(given)) {
        await page.goto(given.portal.siteUrl + addressOf(file));
        found.push(...(await alfaFaultsOf(page)).map((line) => `${file}: ${line}`));
      }
    } finally {
      await context.close();
    }
    return found;
  },
};
