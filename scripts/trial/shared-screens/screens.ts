import type { Page } from 'playwright-core';
import type { Settings } from '../../settings.ts';
import type { Person, Portal } from '../portal.ts';

/** One CMS and one browser for several suites. */
export interface Screens {
  settings: Settings;
  /** Everybody's desk, for what is not done on a screen. */
  portal: Portal;
  /** A window in which this person has logged in. */
  windowOf(person: Person): Promise<Page>;
}
