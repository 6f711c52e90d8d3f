import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildCms } from '../processes/cms-build.ts';
import { freePort } from '../processes/free-port.ts';
import { cmsService, previewService, publisherService, siteService } from '../processes/services.ts';
import type { Service } from '../processes/supervise.ts';
import { cmsEnvironment, readSettings, WORKSPACE, type Settings } from '../settings.ts';

/**
 * 试运行: a whole system in a folder of its own on free ports, for tests and benches. Nothing of it touches the user's data.
 */
export interface Part {
  readonly pid: number;
  /** Asks it to end and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  readonly ended: Promise<number | null>;
}

const distinctPorts = async (count: number): Promise<number[]> => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
};

/** Settings of a trial. @param given `dataFolder` to go on with an earlier one, `databaseUrl` for PostgreSQL */
export const trialSettings = async (given: { dataFolder?: string; databaseUrl?: string; name?: string } = {}): Promise<Settings> => {
  const [cms, site, publisher] = await distinctPorts(3);
  const dataFolder = given.dataFolder ?? mkdtempSync(join(tmpdir(), `gongkai-${given.name ?? 'trial'}-`));
  const { DATABASE_URL: _database, SITE_URL: _site, CMS_URL: _cms, PUBLISHER_URL: _publisher, ...environment } = process.env;
  return readSettings(
    {
      ...environment,
      GONGKAI_DATA: dataFolder,
      GONGKAI_HOST: '127.0.0.1',
      CMS_PORT: String(cms),
      SITE_PORT: String(site),
      PUBLISHER_PORT: String(publisher),
      ...(given.databaseUrl ? { DATABASE_URL: given.databaseUrl } : {}),
    },
    { makeSecrets: true },
  );
};

const READY_WITHIN_MS = 120_000;
const END_WITH_PARENT = join(WORKSPACE, 'scripts', 'processes', 'end-with-parent.mjs');

const launch = (service: Service, extra: NodeJS.ProcessEnv): ChildProcess => {
  mkdirSync(dirname(service.log), { recursive: true });
  const log = openSync(service.log, 'a');
  try {
    return spawn(process.execPath, ['--import', END_WITH_PARENT, ...service.script], {
      cwd: service.folder,
      // Jest's own variables would change how Strapi and its libraries behave.
      env: { ...service.environment, NODE_OPTIONS: '', JEST_WORKER_ID: undefined, ...extra },
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
};

/** A part that ended before it answered, with the end of its log. */
export class PartDied extends Error {}

/** Starts one part and waits until it answers. @throws PartDied when it does not */
export const startPart = async (service: Service, extra: NodeJS.ProcessEnv = {}): Promise<Part> => {
  const child = launch(service, extra);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let over = false;
  void ended.then(() => (over = true));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await service.isReady())) {
    if (over || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new PartDied(`${service.name} did not start:\n${readFileSync(service.log, 'utf8').slice(-4000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const end = async (signal: NodeJS.Signals) => {
    if (!over) child.kill(signal);
    await ended;
  };
  return { pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL'), ended };
};

/** Suites open several desks for one person and log in many times a minute; those about accounts turn the rules on with `extra`. */
export const startCms = async (settings: Settings, extra: NodeJS.ProcessEnv = {}): Promise<Part> => {
  mkdirSync(join(settings.dataFolder, 'cms', 'public', 'uploads'), { recursive: true });
  await buildCms(['server'], cmsEnvironment(settings), join(settings.dataFolder, 'log', 'cms-build.log'));
  return startPart(cmsService(settings), { CMS_RATE_LIMIT: 'off', CMS_SECOND_FACTOR: 'off', CMS_ONE_SESSION: 'off', ...extra });
};
export const startPublisher = (settings: Settings, extra: NodeJS.ProcessEnv = {}): Promise<Part> => startPart(publisherService(settings), extra);
export const startSite = (settings: Settings): Promise<Part> => startPart(siteService(settings));
export const startPreview = (settings: Settings): Promise<Part> => startPart(previewService(settings));

/** Removes the folder of a trial. */
export const removeTrial = (settings: Settings): void => rmSync(settings.dataFolder, { recursive: true, force: true, maxRetries: 5 });
