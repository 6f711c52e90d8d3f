import { build, type AstroIntegration } from 'astro';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBuilding } from '../build/building.ts';
import { OUT } from '../build/messages.ts';
import { fileOf } from '../build/plan-integration.ts';
import { SITE_FOLDER, siteConfig } from '../build/site-config.ts';
import { makeStaging, sweepStaging } from '../build/staging.ts';
import type { PublicDocument } from '../contract/index.ts';
import { documentFile } from '../plan/addresses.ts';
import { pathsOfRoutes } from '../plan/index.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';

/** A build that stopped between bundling and rendering, and renders one page after the other from there. */
export interface HeldBuild {
  /** Folder of styles and scripts. */
  folder: string;
  /** Renders the page of a document. @throws whatever the page throws */
  render(reader: ReplicaReader, document: PublicDocument): Promise<string>;
}

type Setting = Parameters<Parameters<NonNullable<AstroIntegration['hooks']['astro:build:start']>>[0]['setPrerenderer']>[0];
type Prerenderer = Exclude<Setting, (standard: never) => unknown>;

/** Paths of a route are remembered by Astro's renderer after the first page; here every page has a path of its own. */
const forgetPaths = (standard: Prerenderer): void => {
  const { app } = standard as { app?: { routeCache?: { clearAll?: () => void } } };
  if (typeof app?.routeCache?.clearAll !== 'function') {
    throw new SiteError('BUILD', '这个版本的 Astro 不能清除路径缓存，预览不能工作', '核对 site/preview/held-build.ts 与所用的 Astro 版本');
  }
  app.routeCache.clearAll();
};

/**
 * Bundles the site as a release does and keeps Astro's renderer. What it renders is what a release holds: the same routes, the same
 * bundle, the same settings. The build is never let go on; it ends with its process.
 */
export async function holdBuild(siteUrl: string): Promise<HeldBuild> {
  await sweepStaging();
  const staging = await makeStaging('preview');
  const folder = join(staging, OUT);
  return new Promise((resolve, reject) => {
    const hold: AstroIntegration = {
      name: 'gongkai:preview',
      hooks: {
        'astro:build:start': ({ setPrerenderer }) => {
          setPrerenderer((standard) => ({
            ...standard,
            name: 'gongkai:preview',
            getStaticPaths: () => {
              resolve({ folder, render: oneByOne((reader, document) => rendered(standard, siteUrl, reader, document)) });
              return new Promise(() => undefined);
            },
          }));
        },
      },
    };
    build({
      ...siteConfig(siteUrl, [hold]),
      configFile: false,
      root: fileURLToPath(SITE_FOLDER),
      outDir: folder,
      cacheDir: join(staging, 'cache'),
      logLevel: 'silent',
    }).catch(reject);
  });
}

async function rendered(standard: Prerenderer, siteUrl: string, reader: ReplicaReader, document: PublicDocument): Promise<string> {
  const file = documentFile(document);
  startBuilding({ reader, write: new Set([file]), paths: pathsOfRoutes([file]) });
  forgetPaths(standard);
  const path = (await standard.getStaticPaths()).find(({ pathname, route }) => fileOf(pathname, route) === file);
  if (!path) throw new SiteError('NOT_FOUND', `网站没有地址 /${file} 的页面`, '核对栏目代码');
  const answer = await standard.render(new Request(`${siteUrl}/${file}`), { routeData: path.route, collectMetadata: false });
  return (answer instanceof Response ? answer : answer.response).text();
}

/** Pages read what they print from one place (`build/building.ts`): one after the other. */
function oneByOne<Given extends unknown[], Made>(work: (...given: Given) => Promise<Made>): (...given: Given) => Promise<Made> {
  let before: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const done = before.then(() => work(...given));
    before = done.catch(() => undefined);
    return done;
  };
}
