import { readReplica } from '@gongkai/site/replica';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { acknowledge } from './acknowledge.ts';
import { askFor, askStatus } from './ask.ts';
import { openDoor } from './door.ts';
import { carryOut } from './errands.ts';
import { PublisherError } from './errors.ts';
import { Loop } from './loop.ts';
import { publish } from './publish.ts';
import type { Errand } from './requests.ts';
import { StateFile } from './state.ts';
import { shown, statusOf } from './status.ts';
import type { PublisherStatus } from './status.ts';
import { readTree } from './tree.ts';
import type { LiveRelease } from './tree.ts';
import { openWorkshop } from './workshop.ts';
import type { PublisherSettings } from './workshop.ts';

export { FAILPOINTS } from './failpoint.ts';
export { PublisherError } from './errors.ts';
export type { PublisherSettings } from './workshop.ts';
export type { PublisherStatus } from './status.ts';

/** A turn that is under way when the publisher is told to stop may end by itself this long. */
const STOP_WITHIN_MS = 4000;

/**
 * Runs the publisher until SIGTERM, SIGINT or `options.signal` ends it.
 * @throws PublisherError PUBLISHER_RUNNING, PUBLISHER_PORT_TAKEN
 */
export async function runPublisher(settings: PublisherSettings, options: { signal?: AbortSignal } = {}): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const shop = openWorkshop(settings, stopping.signal);
  const loop = new Loop(shop);
  const server = await openDoor({ settings, loop, status: () => statusOf(shop, loop) }).catch(async (thrown: unknown) => {
    await shop.close();
    throw thrown;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  options.signal?.addEventListener('abort', stop, { once: true });
  stopping.signal.addEventListener('abort', () => loop.stop(), { once: true });
  if (options.signal?.aborted) stop();
  shop.log.info('publisher.start', `发布机已启动：${settings.publisherUrl}`, { pid: process.pid });

  const running = loop.run();
  await Promise.race([running, stopped(stopping.signal)]);
  server.close();
  server.closeAllConnections();
  // What is under way is given a moment. A full build takes longer and is left: nothing of it is visible, the work stays written down,
  // and its processes end with this one. Whoever stops it by a signal of its own goes on living, and waits.
  const ended = running.then(() => true);
  if (!options.signal && !(await Promise.race([ended, setTimeout(STOP_WITHIN_MS, false, { ref: false })]))) {
    shop.log.info('publisher.abandon', '正在生成的站点版本未完成，已放弃；下次启动时重新生成');
    process.exit(0);
  }
  await ended;
  await shop.close();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.removeListener(signal, stop);
  shop.log.info('publisher.stop', '发布机已停止');
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Builds the whole site anew into a new release and makes it live; asks the running publisher where there is one. */
export async function rebuild(settings: PublisherSettings): Promise<PublisherStatus['live']> {
  return doErrand(settings, { type: 'rebuild' });
}

/** Brings back the release before (or release `n`) without what was withdrawn since. @throws PublisherError TREE_NO_RELEASE */
export async function rollback(settings: PublisherSettings, n?: number): Promise<PublisherStatus['live']> {
  return doErrand(settings, { type: 'rollback', release: n });
}

async function doErrand(settings: PublisherSettings, errand: Errand): Promise<PublisherStatus['live']> {
  let shop;
  try {
    shop = openWorkshop(settings, new AbortController().signal);
  } catch (thrown) {
    if (!(thrown instanceof PublisherError) || thrown.code !== 'PUBLISHER_RUNNING') throw thrown;
    return shown(await askFor(settings, errand));
  }
  try {
    let live: LiveRelease | null = await carryOut(shop, errand);
    if (errand.type === 'rebuild') {
      await shop.search.rebuild();
      live = (await publish(shop, { everything: false, search: true })) ?? live;
    }
    // The CMS may well be down while an operator repairs the site: the next start of the publisher tells it.
    await acknowledge(shop).catch((thrown: unknown) => shop.log.error('acknowledge', thrown));
    return shown(live);
  } finally {
    await shop.close();
  }
}

/** What is live and what waits, from the running publisher or, where none runs, from the disk. */
export async function status(settings: PublisherSettings): Promise<PublisherStatus> {
  return (await askStatus(settings)) ?? statusOnDisk(settings);
}

function statusOnDisk(settings: PublisherSettings): PublisherStatus {
  const folder = join(settings.dataFolder, 'publisher');
  const file = join(folder, 'replica.db');
  const { acknowledged, unrendered } = new StateFile(folder).get();
  const replica = existsSync(file) ? readReplica(file, { siteUrl: settings.siteUrl }) : null;
  try {
    return {
      running: false,
      pid: null,
      live: shown(readTree(join(settings.dataFolder, 'site')).current()),
      cursor: replica?.cursor() ?? 0,
      acknowledged,
      // Only who may write the replica can tell; the next start does what is left.
      pending: null,
      setAside: null,
      unrendered,
      lastError: null,
      working: null,
      standby: 'stopped',
      search: null,
    };
  } finally {
    replica?.close();
  }
}

/** Compares every byte of the live release with its root hash. `faults` are sentences for the operator. */
export async function verifyTree(settings: PublisherSettings): Promise<{ files: number; faults: string[] }> {
  const { files, faults } = await readTree(join(settings.dataFolder, 'site')).verify();
  return { files, faults: faults.map(({ code, message }) => `${message}（${code}）`) };
}
