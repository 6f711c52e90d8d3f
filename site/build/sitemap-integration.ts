import sitemap, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { rm } from 'node:fs/promises';
import { SITEMAP_LIMIT, SITEMAP_OF_PAGES, sitemapBase, sitemapFiles } from '../plan/index.ts';
import { sitemapOfMonth, sitemapOfPages, type SitemapEntry } from '../page-data/index.ts';
import { building } from './building.ts';

type Hooks = AstroIntegration['hooks'];

interface Batch {
  base: string;
  files: string[];
  entries: SitemapEntry[];
}

/** Sitemaps of the plan that is being built. */
export interface Sitemaps {
  /** Tells it of the routes and the configuration; writes nothing by itself. */
  integration: AstroIntegration;
  /** Writes the sitemaps the plan asks for. */
  write(folder: URL): Promise<void>;
}

/**
 * Runs `@astrojs/sitemap` once for each month of the plan. It reads its options when the build is done, so getters carry what the plan
 * decided. Refused: its `chunks`, which compare every address with every other (a month of 45,000 documents takes 20 s); its index,
 * which knows only what this build wrote: `/sitemap-index.xml` is a page of ours.
 */
export function openSitemaps(): Sitemaps {
  let batch: Batch = { base: 'map', files: [], entries: [] };
  let known = new Map<string, string | null>();
  let logger: AstroIntegrationLogger;
  const options: SitemapOptions = {
    get filenameBase() {
      return batch.base;
    },
    get customPages() {
      return batch.entries.map(({ url }) => url);
    },
    // The integration adds the addresses of static routes by itself, without their slashes.
    filter: (url) => known.has(url),
    serialize: (item) => {
      const lastmod = known.get(item.url);
      return lastmod == null ? item : { ...item, lastmod };
    },
    entryLimit: SITEMAP_LIMIT,
    namespaces: { news: false, xhtml: false, image: false, video: false },
  };
  const standard = sitemap(options).hooks as Required<
    Pick<Hooks, 'astro:routes:resolved' | 'astro:config:done' | 'astro:build:done'>
  >;
  return {
    integration: {
      name: 'gongkai:sitemap',
      hooks: {
        'astro:routes:resolved': standard['astro:routes:resolved'],
        'astro:config:done': (done) => {
          ({ logger } = done);
          return standard['astro:config:done'](done);
        },
      },
    },
    async write(folder) {
      for (batch of batches()) {
        known = new Map(batch.entries.map(({ url, lastmod }) => [url, lastmod]));
        await standard['astro:build:done']({ dir: folder, pages: [], assets: new Map(), logger });
        await rm(new URL(`${batch.base}-index.xml`, folder), { force: true });
        for (const file of batch.files) if (!building().write.has(file)) await rm(new URL(file, folder), { force: true });
      }
    },
  };
}

/** The same at the end of an `astro build` by hand. */
export function sitemapIntegration(): AstroIntegration {
  const { integration, write } = openSitemaps();
  return { ...integration, hooks: { ...integration.hooks, 'astro:build:done': ({ dir }) => write(dir) } };
}

/** One batch for each sitemap the plan asks for; parts of a large month are written together. */
function* batches(): Generator<Batch> {
  const { reader, write } = building();
  if (write.has(SITEMAP_OF_PAGES)) yield { base: 'map-pages', files: [SITEMAP_OF_PAGES], entries: sitemapOfPages(reader) };
  const months = new Set([...write].flatMap((file) => /^map-(\d{6})-\d+\.xml$/.exec(file)?.[1] ?? []));
  for (const month of months) {
    const entries = sitemapOfMonth(reader, month);
    yield { base: sitemapBase(month), files: sitemapFiles(month, entries.length), entries };
  }
}
