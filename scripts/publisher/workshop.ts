import { openReplica } from '@gongkai/site/replica';
import type { Replica } from '@gongkai/site/replica';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { openFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import { openBlobs } from './files.ts';
import type { Blobs } from './files.ts';
import { takeLock } from './lock.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { OutgoingList } from './outgoing.ts';
import { openRenderer } from './render.ts';
import type { Renderer } from './render.ts';
import { openSearch } from './search/index.ts';
import type { Search } from './search/types.ts';
import { StateFile } from './state.ts';
import { templatesFingerprint } from './templates.ts';
import { openTree } from './tree.ts';
import type { Tree } from './tree.ts';

/** What the publisher needs to know of the settings. */
export type PublisherSettings = Pick<
  Settings,
  'workspace' | 'dataFolder' | 'host' | 'publisherPort' | 'siteUrl' | 'cmsUrl' | 'publisherUrl'
> & { secrets: Pick<Settings['secrets'], 'feedToken' | 'operatorToken' | 'webhookSecret'> };

/** Everything one publisher works with, opened under its lock. */
export interface Workshop {
  settings: PublisherSettings;
  /** Aborted when the publisher is told to stop: what waits for the network stops waiting. */
  signal: AbortSignal;
  log: Log;
  replica: Replica;
  tree: Tree;
  feed: Feed;
  blobs: Blobs;
  search: Search;
  renderer: Renderer;
  outgoing: OutgoingList;
  state: StateFile;
  /** Fingerprint of the templates in this checkout. */
  templates: string;
  close(): Promise<void>;
}

/** @throws PublisherError PUBLISHER_RUNNING */
export function openWorkshop(settings: PublisherSettings, signal: AbortSignal): Workshop {
  const lock = takeLock(settings.dataFolder);
  const folder = join(settings.dataFolder, 'publisher');
  mkdirSync(join(folder, 'search'), { recursive: true });
  const log = openLog(settings.dataFolder);
  const replicaFile = join(folder, 'replica.db');
  const replica = openReplica(replicaFile, { siteUrl: settings.siteUrl });
  const source = { cmsUrl: settings.cmsUrl, feedToken: settings.secrets.feedToken, signal };
  const search = openSearch({ folder: join(folder, 'search'), replica, replicaFile });
  const renderer = openRenderer({ replica: replicaFile, siteUrl: settings.siteUrl, log });
  return {
    settings,
    signal,
    log,
    replica,
    tree: openTree(join(settings.dataFolder, 'site')),
    feed: openFeed(settings.cmsUrl, settings.secrets.feedToken, signal),
    blobs: openBlobs(join(folder, 'blobs'), source),
    search,
    renderer,
    outgoing: new OutgoingList(folder),
    state: new StateFile(folder),
    templates: templatesFingerprint(join(settings.workspace, 'site')),
    async close() {
      await Promise.all([renderer.close(), search.close()]);
      replica.close();
      lock.release();
    },
  };
}
