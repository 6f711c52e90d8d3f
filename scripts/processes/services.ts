import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { previewAnswers } from '../preview/ask.ts';
import { childEnvironment, cmsEnvironment, reachableHost, WORKSPACE, type Settings } from '../settings.ts';
import { CMS_FOLDER } from './cms-build.ts';
import type { Service } from './supervise.ts';

const ASK_WITHIN_MS = 2000;

/** @returns the status of an answer, or null while nothing listens */
const statusAt = async (address: string): Promise<number | null> => {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(ASK_WITHIN_MS) });
    await response.body?.cancel();
    return response.status;
  } catch {
    // Refused, reset or timed out: while a server is starting all three mean "not yet".
    return null;
  }
};

const here = (settings: Settings, port: number) => `http://${reachableHost(settings.host)}:${port}`;

const RUN_SERVICE = join(WORKSPACE, 'scripts', 'processes', 'run-service.ts');

export const logOf = (settings: Settings, name: string): string => join(settings.dataFolder, 'log', `${name}.log`);

export const cmsService = (settings: Settings): Service => ({
  name: '内容管理系统',
  script: [join(CMS_FOLDER, 'start.cjs')],
  folder: CMS_FOLDER,
  environment: cmsEnvironment(settings),
  log: logOf(settings, 'cms'),
  isReady: async () => (await statusAt(`${here(settings, settings.cmsPort)}/_health`)) === 204,
});

export const publisherService = (settings: Settings): Service => ({
  name: '发布机',
  script: [RUN_SERVICE, 'publisher'],
  folder: WORKSPACE,
  environment: childEnvironment(settings),
  log: logOf(settings, 'publisher'),
  isReady: async () => (await statusAt(`${here(settings, settings.publisherPort)}/status`)) === 200,
});

export const siteService = (settings: Settings): Service => ({
  name: '网站',
  script: [RUN_SERVICE, 'site'],
  folder: WORKSPACE,
  environment: childEnvironment(settings),
  log: logOf(settings, 'site'),
  // 503 before the first release is an answer, too.
  isReady: async () => (await statusAt(`${here(settings, settings.sitePort)}/`)) !== null,
});

/** Astro looks for its packages from the working folder: the site's. */
export const previewService = (settings: Settings): Service => ({
  name: '预览',
  script: [RUN_SERVICE, 'preview'],
  folder: join(WORKSPACE, 'site'),
  environment: { ...childEnvironment(settings), NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  log: logOf(settings, 'preview'),
  isReady: () => previewAnswers(settings),
});

/** True once a release is live and its home page is served. */
export const siteIsLive = async (settings: Settings): Promise<boolean> => {
  const current = lstatSync(join(settings.dataFolder, 'site', 'current'), { throwIfNoEntry: false });
  return current !== undefined && (await statusAt(`${here(settings, settings.sitePort)}/`)) === 200;
};
