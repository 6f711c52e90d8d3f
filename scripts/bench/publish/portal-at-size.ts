import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { importFile } from '../../import/import-file.ts';
import type { Progress } from '../../processes/progress.ts';
import type { Settings } from '../../settings.ts';
import { openPortal, type Portal } from '../../trial/portal.ts';
import { startCms, startPublisher, startSite, trialSettings, type Part } from '../../trial/trial.ts';

/** A whole portal with so many documents live: CMS, publisher, server, a browser, and everybody logged in. */
export interface PortalAtSize {
  settings: Settings;
  portal: Portal;
  browser: Browser;
  documents: number;
  publisher: Part;
  close(): Promise<void>;
}

interface Status {
  live: { number: number } | null;
  cursor: number;
  acknowledged: number;
  pending: boolean;
  working: string | null;
  search: { building?: unknown; waiting?: number } | null;
}

export const statusOf = async (settings: Settings): Promise<Status> => (await (await fetch(`${settings.publisherUrl}/status`)).json()) as Status;

/** Null while one of them takes no connection: a publisher that takes in thousands of changes answers nobody for seconds. */
const lookAt = async (settings: Settings): Promise<{ status: Status; behind: boolean } | null> => {
  try {
    const status = await statusOf(settings);
    return { status, behind: await isBehind(settings, status.cursor) };
  } catch (error) {
    // By its message: inside a test runner the error comes from another realm and is no instance of ours.
    if ((error as { message?: string }).message === 'fetch failed') return null;
    throw error;
  }
};

const SETTLED_WITHIN_MS = 30 * 60 * 1000;

/** Whether the feed goes on behind what the publisher has taken in. */
const isBehind = async (settings: Settings, cursor: number): Promise<boolean> => {
  const response = await fetch(`${settings.cmsUrl}/api/publication/changes?after=${cursor}&limit=1`, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } });
  const end = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '{}') as { cursor?: number };
  return end.cursor !== cursor;
};

type Say = (detail: string) => void;
const quietly: Say = () => undefined;

/** Waits until everything the CMS has is live, and no bundle of the search is being built. */
export const untilSettled = (settings: Settings, say = quietly): Promise<void> =>
  until(settings, say, (status) => isLive(status) && !/"(building|running)":(?!null|false)/.test(JSON.stringify(status.search)));

/** Waits until everything the CMS has is live; bundles of the search may still be made. */
export const untilLive = (settings: Settings, say = quietly): Promise<void> => until(settings, say, isLive);

const isLive = ({ live, pending, working, acknowledged, cursor }: Status): boolean =>
  live !== null && !pending && working === null && acknowledged >= cursor;

const until = async (settings: Settings, say: Say, isReached: (status: Status) => boolean): Promise<void> => {
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const seen = await lookAt(settings);
    if (!seen) {
      if (Date.now() > deadline) throw new Error('The publisher or the CMS gives no answer');
      say('发布机正忙');
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    const { status, behind } = seen;
    if (!behind && isReached(status)) return;
    if (Date.now() > deadline) throw new Error(`The portal did not settle: ${JSON.stringify(status)}`);
    say(`${status.working ?? '等待'}，事件 ${status.cursor}，搜索 ${JSON.stringify(status.search).slice(0, 80)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

/** Rows of each corpus for a portal of this size; null: all of them. */
const rowsOf = (documents: number): Record<string, number | null> =>
  documents >= 24_000
    ? { 'disclosure-raw': null, laws: null, news: null }
    : { laws: Math.round(documents * 0.15), news: Math.round(documents * 0.85) };

export const openPortalAtSize = async (folder: string, corpora: string, documents: number, progress: Progress): Promise<PortalAtSize> => {
  const settings = await trialSettings({ dataFolder: join(folder, `portal-${documents}`) });
  const cms = await startCms(settings);
  const portal = await openPortal(settings);
  for (const [name, limit] of Object.entries(rowsOf(documents))) {
    await importFile(settings, { file: join(corpora, `${name}.ndjson.gz`), mapping: null, limit, refusedFile: null, restart: false });
  }
  const publisher = await startPublisher(settings);
  const site = await startSite(settings);
  await progress.step(`生成 ${documents} 条的站点和搜索`, (say) => untilSettled(settings, say));
  // The headless browser from npm has no window of its own to draw: it takes less of the processor from what is measured.
  if (process.platform === 'linux' && process.arch === 'x64') process.env.GONGKAI_BROWSER ??= 'bundled';
  const browser = await openBrowser();
  return {
    settings,
    portal,
    browser,
    documents,
    publisher,
    close: async () => {
      await browser.close();
      await publisher.stop();
      await site.stop();
      await cms.stop();
    },
  };
};
