import { armStandby } from '@gongkai/site/build';
import { join } from 'node:path';
import type { Settings } from '../../settings.ts';
import { timed } from '../timing.ts';

/** A plain `astro build` of a handful of the same pages, from a cold process to the pages on disk. @returns milliseconds */
export const referenceBuild = async (settings: Settings): Promise<number> => {
  const { ms } = await timed(async () => {
    const standby = await armStandby({ replica: join(settings.dataFolder, 'publisher', 'replica.db'), siteUrl: settings.siteUrl, slot: 'reference' });
    await standby.run(['index.html', 'xxgk/index.html', 'gsgg/index.html', 'szyw/index.html', 'gsgg/feed.xml', 'szyw/feed.xml', '404.html', 'bm/index.html', 'sitemap-index.xml', 'search/index.html']);
    await standby.dispose();
  });
  return ms;
};
