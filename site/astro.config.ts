import { defineConfig } from 'astro/config';
import { componentPage } from './build/component-page.ts';
import { planIntegration } from './build/plan-integration.ts';
import { sitemapIntegration } from './build/sitemap-integration.ts';
import { siteConfig } from './build/site-config.ts';
import { SiteError } from './replica/errors.ts';
import { planOfEverything } from './plan/index.ts';
import { readReplica } from './replica/index.ts';

/**
 * `astro build` by hand: the whole site from the replica that `GONGKAI_REPLICA` names, at the public address `SITE_URL`. The publisher
 * does not come this way; it arms builds with the same settings (`build/child.ts`).
 */
const siteUrl = process.env['SITE_URL'] ?? 'http://127.0.0.1:8080';

async function everything() {
  const file = process.env['GONGKAI_REPLICA'];
  if (file === undefined)
    throw new SiteError(
      'REPLICA_MISSING',
      '没有设置 GONGKAI_REPLICA',
      '把它设为公开副本的路径，例如 ../var/publisher/replica.db',
    );
  const reader = readReplica(file, { siteUrl });
  reader.hold();
  return { reader, write: planOfEverything(reader).write };
}

export default defineConfig(
  siteConfig(siteUrl, [
    planIntegration({
      receive: everything,
      onFailure: ({ path, message }) => {
        process.exitCode = 1;
        console.error(`${path}: ${message}`);
      },
    }),
    sitemapIntegration(),
    componentPage(),
  ]),
);
