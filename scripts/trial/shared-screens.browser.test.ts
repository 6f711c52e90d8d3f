import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { logIn, openWindow } from './admin-window.ts';
import { logEverybodyIn, type Portal } from './portal.ts';
import { editor } from './shared-screens/editor.ts';
import { office } from './shared-screens/office.ts';
import { reviewing } from './shared-screens/reviewing.ts';
import type { Screens } from './shared-screens/screens.ts';
import { startCopy, type StartedCopy } from './template.ts';
import { removeTrial } from './trial.ts';

/** Suites in a browser that leave each other in peace share a CMS. The first one wants an empty register. */
let started: StartedCopy | undefined;
let browser: Browser | undefined;
let portal: Portal;

beforeAll(async () => {
  started = await startCopy('sqlite', { screens: true });
  const { settings, accounts } = started;
  portal = await logEverybodyIn(settings, accounts);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await started?.cms.stop();
  if (started) removeTrial(started.settings);
});

const screens = (): Screens => {
  if (!started || !browser) throw new Error('The trial has not started');
  const { settings, accounts } = started;
  const opened = browser;
  return {
    settings,
    portal,
    windowOf: async (person) => {
      const account = accounts.find(({ email }) => email.startsWith(`${person}@`));
      if (!account) throw new Error(`${person} has no account`);
      const page = await openWindow(opened);
      await logIn(page, settings, account);
      return page;
    },
  };
};

describe("a releaser's day at the register", () => office(screens));
describe('a deputy head at work, by keyboard alone', () => reviewing(screens));
describe('the editor of the body', () => editor(screens));
