import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readReplica } from '../replica/index.ts';
import { holdBuild, type HeldBuild } from './held-build.ts';
import type { ChildSettings } from './messages.ts';
import { messageOf, type RenderFailure } from './plan-integration.ts';
import { SITE_FOLDER } from './site-config.ts';
import { openSitemaps, type Sitemaps } from './sitemap-integration.ts';

/** What one plan came to. */
export interface Served {
  /** Files of the plan that are in the folder. */
  written: string[];
  /** Files that could not be rendered; they are not in the folder. */
  failures: RenderFailure[];
}

/** Serves plans one after the other out of one bundle. */
export interface PlanServer {
  /** Styles, scripts and the files of `public/`, relative to the bundle's folder: the same for every plan. */
  assets: string[];
  /**
   * @param write - files relative to the root of the site; sitemaps of months too
   * @param folder - where they are written
   * @param onRendered - after each page
   */
  serve(write: string[], folder: string, onRendered: () => void): Promise<Served>;
}

/** Bundles the site (1–3 s). */
export async function openPlanServer({ replica, siteUrl, staging }: ChildSettings): Promise<PlanServer> {
  const sitemaps = openSitemaps();
  const held = await holdBuild({ siteUrl, staging, name: 'gongkai:plan', integrations: [sitemaps.integration] });
  return {
    assets: await assetsOf(held.folder),
    async serve(write, folder, onRendered) {
      // Opened for one plan: a process that waits must not stand in the way of a leak being wiped from the file.
      const reader = readReplica(replica, { siteUrl });
      try {
        reader.hold();
        const failures = await renderAll(held, sitemaps, { reader, write, folder, onRendered });
        return { written: present(folder, write, failures), failures };
      } finally {
        reader.close();
      }
    },
  };
}

interface Work {
  reader: ReturnType<typeof readReplica>;
  write: string[];
  folder: string;
  onRendered: () => void;
}

async function renderAll(held: HeldBuild, sitemaps: Sitemaps, { reader, write, folder, onRendered }: Work): Promise<RenderFailure[]> {
  const failures: RenderFailure[] = [];
  const made = new Set<string>();
  const folderOf = async (path: string): Promise<void> => {
    if (made.has(path)) return;
    await mkdir(path, { recursive: true });
    made.add(path);
  };
  await folderOf(folder);
  for (const { file, render } of await held.open(reader, write)) {
    let body: Buffer;
    try {
      body = await render();
    } catch (error) {
      failures.push({ path: file, message: messageOf(error) });
      continue;
    }
    const path = join(folder, file);
    await folderOf(dirname(path));
    await writeFile(path, body);
    onRendered();
  }
  await sitemaps.write(pathToFileURL(`${folder}/`));
  return failures;
}

/** Files of the plan that are there; one that no page made is a failure too. */
function present(folder: string, write: string[], failures: RenderFailure[]): string[] {
  const failed = new Set(failures.map(({ path }) => path));
  return write.filter((path) => {
    if (existsSync(join(folder, path))) return true;
    if (!failed.has(path)) failures.push({ path, message: `RENDER: 没有页面生成文件 ${path}` });
    return false;
  });
}

async function assetsOf(out: string): Promise<string[]> {
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
