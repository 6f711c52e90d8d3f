import { build, type AstroIntegration } from 'astro';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathsOfRoutes } from '../plan/index.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { startBuilding } from './building.ts';
import { OUT } from './messages.ts';
import { fileOf } from './plan-integration.ts';
import { SITE_FOLDER, siteConfig } from './site-config.ts';

/** A page of a held build, ready to be rendered. */
export interface HeldPage {
  /** Its file, relative to the root of the site. */
  file: string;
  /** @throws whatever the page throws */
  render(): Promise<Buffer>;
}

/** A build that stopped between bundling and rendering: its renderer renders plan after plan from there. */
export interface HeldBuild {
  /** Folder of styles, scripts and the files of `public/`. */
  folder: string;
  /**
   * Turns to a plan: from now on pages read from this reader. One plan at a time: the pages of the one before are no longer rendered.
   *
   * @param write - files relative to the root of the site
   * @returns the pages that make them; none for a file that no page makes
   */
  open(reader: ReplicaReader, write: string[]): Promise<HeldPage[]>;
}

export interface HeldBuildOptions {
  siteUrl: string;
  /** Folder of this build alone (`makeStaging`). */
  staging: string;
  /** Named in Astro's log. */
  name: string;
  integrations?: AstroIntegration[];
}

type Setting = Parameters<Parameters<NonNullable<AstroIntegration['hooks']['astro:build:start']>>[0]['setPrerenderer']>[0];
type Prerenderer = Exclude<Setting, (standard: never) => unknown>;

/**
 * Bundles the site and keeps Astro's renderer. What it renders is what `astro build` writes: the same routes, the same bundle, the same
 * settings (shown by `held-prints-what-astro-builds.db`). The build is never let go on; it ends with its process.
 */
export async function holdBuild({ siteUrl, staging, name, integrations = [] }: HeldBuildOptions): Promise<HeldBuild> {
  const folder = join(staging, OUT);
  return new Promise((resolve, reject) => {
    const hold: AstroIntegration = {
      name,
      hooks: {
        'astro:build:start': ({ setPrerenderer }) => {
          setPrerenderer((standard) => ({
            ...standard,
            name,
            getStaticPaths: () => {
              resolve({ folder, open: (reader, write) => opened(standard, siteUrl, reader, write) });
              return new Promise(() => undefined);
            },
          }));
        },
      },
    };
    build({
      ...siteConfig(siteUrl, [hold, ...integrations]),
      configFile: false,
      root: fileURLToPath(SITE_FOLDER),
      outDir: folder,
      cacheDir: join(staging, 'cache'),
      logLevel: 'silent',
    }).catch(reject);
  });
}

async function opened(standard: Prerenderer, siteUrl: string, reader: ReplicaReader, write: string[]): Promise<HeldPage[]> {
  const asked = new Set(write);
  startBuilding({ reader, write: asked, paths: pathsOfRoutes(write) });
  forgetPaths(standard);
  const all = await standard.getStaticPaths();
  return all
    .map(({ pathname, route }) => ({ route, file: fileOf(pathname, route) }))
    .filter(({ file }) => asked.has(file))
    .map(({ route, file }) => ({
      file,
      async render() {
        const rendered = await standard.render(new Request(addressOf(siteUrl, file)), { routeData: route, collectMetadata: false });
        return Buffer.from(await (rendered instanceof Response ? rendered : rendered.response).arrayBuffer());
      },
    }));
}

/** The address under which `astro build` renders a file: that of a folder where the file is its index. */
const addressOf = (siteUrl: string, file: string): string => `${siteUrl}/${encodeURI(file.replace(/(^|\/)index\.html$/, '$1'))}`;

/** Astro's renderer remembers the paths of a route after the first page; here every plan has its own. */
function forgetPaths(standard: Prerenderer): void {
  const { app } = standard as { app?: { routeCache?: { clearAll?: () => void } } };
  if (typeof app?.routeCache?.clearAll !== 'function')
    throw new SiteError('BUILD', '这个版本的 Astro 不能清除路径缓存，待命构建和预览不能工作', '核对 site/build/held-build.ts 与所用的 Astro 版本');
  app.routeCache.clearAll();
}
