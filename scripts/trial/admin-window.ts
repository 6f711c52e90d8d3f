import type { Browser, Page, Request } from 'playwright-core';
import type { Settings } from '../settings.ts';
import type { Account } from './portal.ts';

/** Windows of the admin, as staff have them open. The browser, when it is closed, closes them. */
const WIDE = { width: 1280, height: 900 };
const PATIENCE_MS = 30_000;

/** Requests of each window that are not answered yet. */
const requestsOf = new WeakMap<Page, Set<Request>>();

/** A window of somebody who has not logged in. */
export const openWindow = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const underway = new Set<Request>();
  requestsOf.set(page, underway);
  page.on('request', (request) => underway.add(request));
  page.on('requestfinished', (request) => underway.delete(request));
  page.on('requestfailed', (request) => underway.delete(request));
  return page;
};

/** Logs in by the form. */
export const logInByForm = async (page: Page, { cmsUrl }: Settings, { email, password }: Account): Promise<void> => {
  await page.goto(`${cmsUrl}/admin/auth/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
};

/**
 * Leaves the session in a window that the form would leave there: to draw form and home page takes as long as all that many a test does.
 * Nothing is loaded by it.
 */
export const logIn = async (page: Page, { cmsUrl }: Settings, account: Account): Promise<void> => {
  const context = page.context();
  const answer = await context.request.post(`${cmsUrl}/admin/login`, { data: account });
  if (!answer.ok()) throw new Error(`${account.email} is not let in: ${answer.status()}`);
  const { data } = (await answer.json()) as { data: { token: string } };
  await context.addCookies([{ name: 'jwtToken', value: data.token, url: cmsUrl }]);
  await context.addInitScript(() => {
    // Frames may not touch it, and a page without an address of its own has none.
    if (self === top && location.protocol === 'http:') localStorage.setItem('isLoggedIn', 'true');
  });
};

/**
 * Goes to a page of the admin as its own links do, without loading the admin anew, which takes three times as long. What stands there
 * already is left and come back to, as from a list.
 * @param path behind `/admin`, with its slash
 */
export const goTo = async (page: Page, { cmsUrl }: Settings, path: string): Promise<void> => {
  const there = new URL(page.url());
  if (there.origin !== cmsUrl) {
    await page.goto(`${cmsUrl}/admin${path}`);
    return;
  }
  if (there.pathname === `/admin${path}`) {
    await follow(page, '/plugins/office/notices');
    // What was there before is left to be pressed until the next page has come.
    await page.getByRole('heading', { level: 1, name: '通知' }).waitFor();
  }
  await follow(page, path);
};

const follow = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((address) => {
    // As the router writes it: each visit has a key of its own.
    const state = { usr: null, key: Math.random().toString(36).slice(2, 10), idx: ((history.state as { idx?: number } | null)?.idx ?? 0) + 1 };
    history.pushState(state, '', address);
    dispatchEvent(new PopStateEvent('popstate', { state }));
  }, `/admin${path}`);
};

/** So long nothing may change on a page that is ready. */
const QUIET_MS = 500;
const READING = /Loading|正在读取/;

/** Waits until a page of the admin has nothing left to read or to draw. @param page - of `openWindow`, which watches its requests */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main, [role=main]').first().waitFor();
  const underway = requestsOf.get(page);
  if (!underway) throw new Error('Only a window of openWindow is watched');
  const deadline = Date.now() + PATIENCE_MS;
  const isReady = async () => underway.size === 0 && (await page.getByText(READING).filter({ visible: true }).count()) === 0;
  // Before and after: what came in the meantime may have asked for more.
  for (let ready = false; !ready; ready = (await isReady()) && (await isQuiet(page)) && (await isReady())) {
    if (Date.now() > deadline) throw new Error(`${page.url()} is not ready: ${[...underway].map((request) => request.url()).join(' ')}`);
    await page.waitForTimeout(50);
  }
};

/** Whether nothing is drawn for a while. */
const isQuiet = (page: Page): Promise<boolean> =>
  page.evaluate(
    (quiet) =>
      new Promise<boolean>((resolve) => {
        const observer = new MutationObserver(() => end(false));
        const end = (still: boolean): void => {
          observer.disconnect();
          resolve(still);
        };
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => end(true), quiet);
      }),
    QUIET_MS,
  );

/** Goes to another page of the admin and waits until that one is ready: until its code has come, the page before is left standing. */
export const goToReady = async (page: Page, settings: Settings, path: string): Promise<void> => {
  const heading = page.locator('h1').first();
  const before = (await heading.count()) > 0 ? await heading.innerText() : null;
  await goTo(page, settings, path);
  if (before !== null) await page.waitForFunction((text) => ![null, text].includes(document.querySelector('h1')?.innerText ?? null), before);
  await settled(page);
};
