import lighthouse, { type Result } from 'lighthouse';
import type { Case, Judge } from './judge.ts';
import { addressOf } from './served-files.ts';

/** Six page types; the last one that is there where the first is not. */
const PAGES = [['home'], ['hall'], ['column'], ['document'], ['search'], ['statistics', 'departments']];
const JUDGED = ['accessibility', 'best-practices', 'seo'] as const;

const reportOf = async (address: string, given: Case): Promise<Result> => {
  const port = Number(new URL(given.puppeteer.wsEndpoint()).port);
  const outcome = await lighthouse(address, { port, output: 'json', logLevel: 'silent', onlyCategories: ['performance', ...JUDGED] });
  if (!outcome) throw new Error(`Lighthouse gave no report on ${address}`);
  if (outcome.lhr.runtimeError) throw new Error(`${address}: ${outcome.lhr.runtimeError.message}`);
  return outcome.lhr;
};

/** Audits of a category that did not pass, those that weigh nothing left out. */
const failedAudits = (report: Result, category: (typeof JUDGED)[number]): string[] =>
  (report.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && report.audits[id]?.score !== null && (report.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);

const faultsOf = (page: string, report: Result): string[] =>
  JUDGED.flatMap((category) => {
    const score = Math.round((report.categories[category]?.score ?? 0) * 100);
    return score === 100 ? [] : [`${page}: ${category} ${score}: ${failedAudits(report, category).join(', ')}`];
  });

const figuresOf = (page: string, { audits, categories }: Result): string => {
  const shown = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
  const figures = shown.map((id) => `${id} ${audits[id]?.displayValue ?? '—'}`).join(', ');
  const scores = ['performance', ...JUDGED].map((id) => `${id} ${Math.round((categories[id]?.score ?? 0) * 100)}`).join(', ');
  return `${page}: ${scores}; ${figures}`.replaceAll(' ', ' ');
};

const remarks: string[] = [];

/**
 * Accessibility, best practices and SEO must be 100. Performance is told, not judged: on two cores it is noise, and the budgets
 * judge what decides it.
 */
export const lighthouseJudge: Judge = {
  name: 'Lighthouse',
  absence: () => null,
  plantedFaults: async (given) => faultsOf('planted', await reportOf(given.planted, given)),
  async faults(given) {
    const found: string[] = [];
    for (const names of PAGES) {
      const type = names.flatMap((name) => given.pageTypes.filter((each) => each.name === name))[0];
      const file = type?.samples[0];
      if (!type || !file) {
        found.push(`没有 ${names.join('、')} 这样的页面`);
        continue;
      }
      const report = await reportOf(given.portal.siteUrl + addressOf(file), given);
      remarks.push(figuresOf(type.name, report));
      found.push(...faultsOf(type.name, report));
    }
    return found;
  },
  remarks: () => remarks,
};
