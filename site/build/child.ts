/**
 * A standby process: `astro build`, bundled, waiting for its plan. Started by `standby.ts` with its settings as the one argument; ends
 * after one plan, or with the process that started it.
 */
import { build } from 'astro';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReplica } from '../replica/index.ts';
import { OUT, type ChildMessage, type ChildSettings, type OrderMessage } from './messages.ts';
import { planIntegration, type RenderFailure } from './plan-integration.ts';
import { SITE_FOLDER, siteConfig } from './site-config.ts';
import { sitemapIntegration } from './sitemap-integration.ts';

/** Pages between two words about progress. */
const PROGRESS_EVERY = 100;

const settings = JSON.parse(process.argv[2] ?? '') as ChildSettings;
const order = Promise.withResolvers<string[]>();

process.on('message', (message: OrderMessage) => order.resolve(message.write));
// The parent is gone, and with it whoever would have used the pages.
process.on('disconnect', () => process.exit(1));

try {
  const { written, failures } = await serveOnePlan();
  send({ type: 'done', written, failures }, () => process.exit(0));
} catch (error) {
  send({ type: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () =>
    process.exit(1),
  );
}

async function serveOnePlan(): Promise<{ written: string[]; failures: RenderFailure[] }> {
  const { replica, siteUrl, staging } = settings;
  const out = join(staging, OUT);
  const failures: RenderFailure[] = [];
  let rendered = 0;
  let write: string[] = [];
  let closeReader = (): void => undefined;
  const plan = planIntegration({
    receive: async () => {
      send({ type: 'armed' });
      write = await order.promise;
      // Not before: a process that waits must not stand in the way of a leak being wiped from the file.
      const reader = readReplica(replica, { siteUrl });
      reader.hold();
      closeReader = () => reader.close();
      return { reader, write };
    },
    onFailure: (failure) => failures.push(failure),
    onRendered: () => {
      rendered += 1;
      if (rendered % PROGRESS_EVERY === 0) send({ type: 'rendered', files: rendered });
    },
  });
  await build({
    ...siteConfig(siteUrl, [plan, sitemapIntegration()]),
    configFile: false,
    root: fileURLToPath(SITE_FOLDER),
    outDir: out,
    cacheDir: join(staging, 'cache'),
    logLevel: 'silent',
  });
  closeReader();
  return { written: [...present(out, write, failures), ...(await assets(out))], failures };
}

/** Files of the plan that are there; one that no page made is a failure too. */
function present(out: string, write: string[], failures: RenderFailure[]): string[] {
  const failed = new Set(failures.map(({ path }) => path));
  return write.filter((path) => {
    if (existsSync(join(out, path))) return true;
    if (!failed.has(path)) failures.push({ path, message: `RENDER: 没有页面生成文件 ${path}` });
    return false;
  });
}

/** Styles, scripts and the files of `public/`: the same in every build of the same code. */
async function assets(out: string): Promise<string[]> {
  const [bundled, copied] = await Promise.all([
    filesUnder(join(out, '_astro')),
    filesUnder(fileURLToPath(new URL('public/', SITE_FOLDER))),
  ]);
  return [...bundled.map((path) => `_astro/${path}`), ...copied];
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length));
}

function send(message: ChildMessage, sent: () => void = () => undefined): void {
  process.send!(message, undefined, {}, sent);
}
