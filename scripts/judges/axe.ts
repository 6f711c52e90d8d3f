import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe could not decide counts as a fault, but for what is named here with its reason: a judge that says "look yourself" on a
 * page nobody looks at has passed it.
 */
const LOOKED_AT: { rule: string; pages: RegExp; target: RegExp; reason: string }[] = [
  {
    rule: 'color-contrast',
    pages: /^/,
    target: /(^|\s)(text|\.value)\[/,
    reason: 'words of a chart: axe reads no ground inside a drawing; their pairs of colours are judged in `contrast.db.test.ts`',
  },
  {
    rule: 'color-contrast',
    pages: /^\/xxgk\/fading\/(index\.html)?$/,
    target: /^(section\[aria-labelledby="article-\d"\] > \.statutory > )?li:nth-child\(\d+\) > span:nth-child\(1\)$/,
    reason: 'numbers of the items of the regulation, ink on paper: in large type axe takes the wrapped line beside them for something above',
  },
];

let source: string | null = null;
const axeSource = (): string => (source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));

const wasLookedAt = (pathname: string, rule: string, target: string): boolean =>
  LOOKED_AT.some((one) => one.rule === rule && one.pages.test(pathname) && one.target.test(target));

const linesOf = (pathname: string, results: axe.Result[], kind: string): string[] =>
  results.flatMap(({ id, nodes }) =>
    nodes
      .map((node) => ({ target: node.target.join(' '), said: [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ') }))
      .filter(({ target }) => kind !== 'undecided' || !wasLookedAt(pathname, id, target))
      .map(({ target, said }) => `${kind} ${id}: ${target}: ${said}`),
  );

/**
 * Every page of this window will bring axe with it: past its content security policy, which forbids foreign scripts and is not weakened
 * for the judge.
 */
export const bringAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript(axeSource());

/**
 * Accessibility of the page as it stands in the browser (axe-core: WCAG 2.0 to 2.2 A and AA, and best practice).
 * @param page of a window that `bringAxe` was called for
 * @returns one line a fault
 */
export const axeFaultsOf = async (page: Page): Promise<string[]> => {
  // As one text: what passed is most of the answer, and an answer of objects is taken apart on both sides.
  const { violations, incomplete } = JSON.parse(
    await page.evaluate(async (tags) => {
      const found = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations', 'incomplete'],
      });
      return JSON.stringify({ violations: found.violations, incomplete: found.incomplete });
    }, TAGS),
  ) as Pick<axe.AxeResults, 'violations' | 'incomplete'>;
  const { pathname } = new URL(page.url());
  return [...linesOf(pathname, violations, 'violation'), ...linesOf(pathname, incomplete, 'undecided')];
};
