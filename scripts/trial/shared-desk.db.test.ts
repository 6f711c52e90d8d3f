import { onBothDatabases } from './on-both-databases.ts';
import { autosave } from './shared-desk/autosave.ts';
import { checks } from './shared-desk/checks.ts';
import { office } from './shared-desk/office.ts';
import { reviewingScreens } from './shared-desk/reviewing-screens.ts';
import { uploads } from './shared-desk/uploads.ts';

/** Suites that leave each other in peace share a CMS: to start one takes as long as most of them. The first one counts what waits and wants nothing before it. */
onBothDatabases('a desk for many', (trial) => {
  describe('the screens on which people review', () => reviewingScreens(trial));
  describe('autosave', () => autosave(trial));
  describe('files that come in', () => uploads(trial));
  describe('checks before submission and release', () => checks(trial));
  describe('the office', () => office(trial));
});
