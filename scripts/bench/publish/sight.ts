import type { Settings } from '../../settings.ts';
import type { PortalAtSize } from './portal-at-size.ts';

/** Where a reader meets a document. */
export interface Places {
  page: string;
  column: string;
  month: string;
  feed: string;
  sitemap: string;
}

export const placesOf = (settings: Settings, column: string, month: string, id: string): Places => ({
  page: `${settings.siteUrl}/${column}/${month}/${id}.html`,
  column: `${settings.siteUrl}/${column}/`,
  month: `${settings.siteUrl}/${column}/${month}/`,
  feed: `${settings.siteUrl}/${column}/feed.xml`,
  sitemap: `${settings.siteUrl}/map-${month}-0.xml`,
});

const PAUSE_MS = 20;
const ANSWER_WITHIN_MS = 30_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const read = async (address: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(address, { cache: 'no-store' });
  return { status: response.status, text: await response.text() };
};

const shows = ({ status, text }: { status: number; text: string }, place: string, id: string, title: string): boolean =>
  status === 200 && text.includes(place === 'page' ? title : id);
const isGone = ({ status, text }: { status: number; text: string }, place: string, id: string, title: string): boolean =>
  place === 'page' ? status === 410 && !text.includes(title) : !text.includes(id);

/**
 * Until all five places show the document, or none does any more and its page answers 410. The page is asked again and again, the
 * others once it has changed: asking all of them all the time would take the processor from what is measured.
 */
const untilPlaces = async (places: Places, id: string, title: string, shown: boolean, deadline: number): Promise<void> => {
  const { page, ...others } = places;
  for (const [place, address] of [['page', page] as const, ...Object.entries(others)]) {
    for (;;) {
      const answer = await read(address);
      if (shown ? shows(answer, place, id, title) : isGone(answer, place, id, title)) break;
      if (Date.now() > deadline) throw new Error(`Still not ${shown ? 'shown' : 'gone'}: ${address}`);
      await pause();
    }
  }
};

/** Whether a browser that never was here before finds the document by these words. */
export const foundBy = async ({ browser, settings }: PortalAtSize, words: string, id: string): Promise<boolean> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${settings.siteUrl}/search/?q=${encodeURIComponent(words)}`, { waitUntil: 'commit' });
    const status = page.locator('#search-status');
    const deadline = Date.now() + ANSWER_WITHIN_MS;
    // The status is empty or says that it is searching until the answer is there.
    while (/^\s*$|正在/.test((await status.textContent({ timeout: ANSWER_WITHIN_MS })) ?? '')) {
      if (Date.now() > deadline) throw new Error(`The search page gave no answer to ${words}`);
      await pause();
    }
    return (await page.locator(`#search-results a[href*="${id}"]`).count()) > 0;
  } finally {
    await context.close();
  }
};

const untilSearch = async (portal: PortalAtSize, words: string, id: string, shown: boolean, deadline: number): Promise<void> => {
  while ((await foundBy(portal, words, id)) !== shown) {
    if (Date.now() > deadline) throw new Error(`The search still ${shown ? 'does not find' : 'finds'} it`);
  }
};

const PATIENCE_MS = 60_000;

/** Waits until the document is to be seen everywhere, or nowhere. */
export const untilSeen = async (portal: PortalAtSize, what: { places: Places; id: string; title: string }, shown: boolean): Promise<{ placesMs: number; searchMs: number }> => {
  const deadline = Date.now() + PATIENCE_MS;
  const begun = performance.now();
  await untilPlaces(what.places, what.id, what.title, shown, deadline);
  const placesMs = performance.now() - begun;
  await untilSearch(portal, what.title, what.id, shown, deadline);
  return { placesMs, searchMs: performance.now() - begun - placesMs };
};
