import { build } from 'astro';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReplica } from '../replica/index.ts';
import { OUT, type ChildSettings } from './messages.ts';
import { planIntegration, type RenderFailure } from './plan-integration.ts';
import { SITE_FOLDER, siteConfig } from './site-config.ts';
import { sitemapIntegration } from './sitemap-integration.ts';

/**
 * One `astro build` of one plan.
 *
 * @param receive - called when everything is bundled; answers with the plan's files, relative to the root of the site
 * @param onRendered - after each page
 * @returns files that are there, with styles, scripts and the files of `public/`, and those that could not be rendered
 */
export async function servePlan(
  { replica, siteUrl, staging }: ChildSettings,
  receive: () => Promise<string[]>,
  onRendered: () => void = () => undefined,
): Promise<{ written: string[]; failures: RenderFailure[] }> {
  const out = join(staging, OUT);
  const failures: RenderFailure[] = [];
  let write: string[] = [];
  let closeReader = (): void => undefined;
  const plan = planIntegration({
    receive: async () => {
      write = await receive();
      // Not before: a process that waits must not stand in the way of a leak being wiped from the file.
      const reader = readReplica(replica, { siteUrl });
      reader.hold();
      closeReader = () => reader.close();
      return { reader, write };
    },
    onFailure: (failure) => failures.push(failure),
    onRendered,
  });
  try {
    await build({
      ...siteConfig(siteUrl, [plan, sitemapIntegration()]),
      configFile: false,
      root: fileURLToPath(SITE_FOLDER),
      outDir: out,
      cacheDir: join(staging, 'cache'),
      logLevel: 'silent',
    });
  } finally {
    closeReader();
  }
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
