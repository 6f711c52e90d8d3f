import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { answer } from './answer.ts';
import { CompressedFiles } from './compression.ts';
import { openLiveSite } from './live-site.ts';
import { plainPage } from './plain-page.ts';

export interface SiteServer {
  /** Port it listens on. */
  port: number;
  /** Lets answers under way end, at most three seconds, and closes. */
  close(): Promise<void>;
}

const REQUEST_WITHIN_MS = 15_000;
const CLOSE_WITHIN_MS = 3000;

/**
 * The demonstration's server of the public site: serves `<data>/site/current` as nginx does in production (docs/nginx.conf.example).
 * Every request is answered from one release, the one that was live when it came.
 */
export async function serve(settings: Pick<Settings, 'dataFolder' | 'host' | 'sitePort'>): Promise<SiteServer> {
  const serving = { live: openLiveSite(join(settings.dataFolder, 'site')), compressed: new CompressedFiles() };
  const limits = { requestTimeout: REQUEST_WITHIN_MS, headersTimeout: REQUEST_WITHIN_MS };
  const server = createServer(limits, (request, response) => {
    answer(serving, request, response).catch((thrown: unknown) => {
      console.error(`${new Date().toISOString()} ✗ ${request.method} ${request.url} ${String(thrown)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' }).end(plainPage('暂时无法显示', '请稍后再试。'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.sitePort, settings.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : settings.sitePort,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
      await closed;
      clearTimeout(force);
    },
  };
}
