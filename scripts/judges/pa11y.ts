import { createRequire } from 'node:module';
import { samplesOf, type Judge } from './judge.ts';
import type { PuppeteerBrowser } from './puppeteer-browser.ts';
import { addressOf } from './served-files.ts';

interface Pa11yOptions {
  browser: PuppeteerBrowser;
  runners: string[];
  standard: 'WCAG2AA';
  includeWarnings: boolean;
  includeNotices: boolean;
  levelCapWhenNeedsReview: 'warning';
  timeout: number;
}
interface Pa11yIssue {
  code: string;
  message: string;
  selector: string;
  runner: string;
}
type Pa11y = (address: string, options: Pa11yOptions) => Promise<{ issues: Pa11yIssue[] }>;

const PAGE_WITHIN_MS = 60_000;

const pa11yFaultsOf = async (address: string, browser: PuppeteerBrowser): Promise<Pa11yIssue[]> => {
  const pa11y = createRequire(import.meta.url)('pa11y') as Pa11y;
  const { issues } = await pa11y(address, {
    browser,
    runners: ['axe', 'htmlcs'],
    standard: 'WCAG2AA',
    includeWarnings: false,
    includeNotices: false,
    // What axe leaves undecided (words inside drawings) is judged by our own run of it, with every exception by name (`axe.ts`).
    levelCapWhenNeedsReview: 'warning',
    timeout: PAGE_WITHIN_MS,
  });
  return issues;
};

const lineOf = ({ runner, code, selector, message }: Pa11yIssue): string => `${runner} ${code}: ${selector}: ${message}`;

/** A second opinion: HTML_CodeSniffer beside another version of axe. */
export const pa11yJudge: Judge = {
  name: 'pa11y（axe、htmlcs）',
  absence: () => null,
  async plantedFaults({ planted, puppeteer }) {
    const issues = await pa11yFaultsOf(planted, puppeteer);
    // Each runner is a judge of its own: one that found nothing must not hide behind the other.
    return ['axe', 'htmlcs'].every((runner) => issues.some((issue) => issue.runner === runner)) ? issues.map(lineOf) : [];
  },
  async faults(given) {
    const found: string[] = [];
    for (const file of samplesOf(given)) {
      const issues = await pa11yFaultsOf(given.portal.siteUrl + addressOf(file), given.puppeteer);
      found.push(...issues.map((issue) => `${file}: ${lineOf(issue)}`));
    }
    return found;
  },
};
