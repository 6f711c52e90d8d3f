import { openBrowser } from '../browser/index.ts';
import { alfaJudge } from './alfa.ts';
import { axeJudge } from './in-all-modes.ts';
import type { Case, Judge } from './judge.ts';
import { lighthouseJudge } from './lighthouse.ts';
import { nuJudge } from './nu.ts';
import { pa11yJudge } from './pa11y.ts';
import { pageTypesOf } from './page-types.ts';
import { servePlantedPage } from './planted-server.ts';
import { openJudgedPortal } from './portal.ts';
import { openPuppeteerBrowser } from './puppeteer-browser.ts';
import { xmllintJudge } from './xmllint.ts';

/** The longest first. Two at a time: whichever is done takes the next. */
const TWO_AT_A_TIME: Judge[] = [pa11yJudge, axeJudge, alfaJudge, nuJudge, xmllintJudge];
/** Measures the time pages take: nothing runs beside it. */
const ALONE: Judge[] = [lighthouseJudge];

/** What one judge said. */
export interface Verdict {
  name: string;
  /** Why it did not run; null: it did. */
  absence: string | null;
  faults: string[];
  remarks: string[];
  seconds: number;
}

const verdictOf = async (judge: Judge, given: Case): Promise<Verdict> => {
  const started = performance.now();
  const verdict = (absence: string | null, faults: string[]): Verdict => ({
    name: judge.name,
    absence,
    faults,
    remarks: judge.remarks?.() ?? [],
    seconds: (performance.now() - started) / 1000,
  });
  const absence = judge.absence();
  if (absence !== null) return verdict(absence, []);
  if ((await judge.plantedFaults(given)).length === 0) return verdict(null, ['没有发现故意放入的错误，它的结论不可信']);
  return verdict(null, await judge.faults(given));
};

/** One judge that dies must not silence the others. */
const verdictOrDeath = (judge: Judge, given: Case): Promise<Verdict> =>
  verdictOf(judge, given).catch((error: unknown) => ({
    name: judge.name,
    absence: null,
    faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    remarks: [],
    seconds: 0,
  }));

/**
 * Builds the demonstration's portal, serves it, and lets the outside judges over every page type.
 * @param told each verdict as it comes
 */
export const runJudges = async (told: (verdict: Verdict) => void): Promise<Verdict[]> => {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const portal = await openJudgedPortal();
    closing.push(() => portal.close());
    const planted = await servePlantedPage();
    closing.push(() => planted.close());
    const browser = await openBrowser();
    closing.push(() => browser.close());
    const puppeteer = await openPuppeteerBrowser();
    closing.push(() => puppeteer.close());
    const given: Case = { portal, pageTypes: pageTypesOf(portal.root, { thorough: true }), planted: planted.address, browser, puppeteer };
    const verdicts: Verdict[] = [];
    const hear = async (judges: Judge[]): Promise<void> => {
      for (let judge = judges.shift(); judge; judge = judges.shift()) {
        const verdict = await verdictOrDeath(judge, given);
        told(verdict);
        verdicts.push(verdict);
      }
    };
    const left = [...TWO_AT_A_TIME];
    await Promise.all([hear(left), hear(left)]);
    await hear([...ALONE]);
    return verdicts;
  } finally {
    for (const close of closing.reverse()) await close();
  }
};
