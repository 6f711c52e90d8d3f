import type { Browser } from 'playwright-core';
import type { JudgedPortal } from './portal.ts';
import type { PageType } from './page-types.ts';
import type { PuppeteerBrowser } from './puppeteer-browser.ts';

/** What judges are given. */
export interface Case {
  portal: JudgedPortal;
  pageTypes: PageType[];
  /** Address of the page with faults on purpose. */
  planted: string;
  browser: Browser;
  /** The same program, for judges that speak to it through Puppeteer. */
  puppeteer: PuppeteerBrowser;
}

/** One judge from outside. */
export interface Judge {
  name: string;
  /** Why it cannot run here; null: it can. */
  absence(): string | null;
  /** @returns one line for each fault it finds in what was planted; none: it is no judge */
  plantedFaults(given: Case): Promise<string[]>;
  /** @returns one line a fault, with the page it is on */
  faults(given: Case): Promise<string[]>;
  /** What it found that is told and not judged. */
  remarks?: () => string[];
}

/** Every sample of every page type with its address. */
export const samplesOf = ({ pageTypes }: Pick<Case, 'pageTypes'>): string[] => pageTypes.flatMap(({ samples }) => samples);
