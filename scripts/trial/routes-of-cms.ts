import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../checks/execute.ts';
import { CMS_FOLDER } from '../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../settings.ts';

export interface CmsRoute {
  method: string;
  path: string;
}

const LIST = `
process.chdir(${JSON.stringify(CMS_FOLDER)});
const { createStrapi } = require(require.resolve('@strapi/strapi', { paths: [${JSON.stringify(CMS_FOLDER)}] }));
createStrapi({ appDir: ${JSON.stringify(CMS_FOLDER)}, distDir: ${JSON.stringify(join(CMS_FOLDER, 'dist'))} }).load().then((app) => {
  app.server.mount();
  const routes = app.server.listRoutes().flatMap(({ methods, path }) => methods.map((method) => ({ method, path })));
  process.stdout.write('ROUTES' + JSON.stringify(routes), () => process.exit(0));
});`;

/** Every route a running CMS answers, ours and Strapi's: asked of Strapi itself, so that a route nobody thought of is among them. */
export const routesOfCms = async (settings: Settings): Promise<CmsRoute[]> => {
  // Strapi refuses to boot without it and does not make it.
  mkdirSync(join(settings.dataFolder, 'cms', 'public', 'uploads'), { recursive: true });
  const { standard, output } = await execute(['-e', LIST], { ...cmsEnvironment(settings), NODE_OPTIONS: '', JEST_WORKER_ID: undefined });
  const [, listed] = standard.split('ROUTES');
  if (!listed) throw new Error(output);
  return JSON.parse(listed) as CmsRoute[];
};
