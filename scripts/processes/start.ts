import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock, type Lock } from '../boot/lock.mjs';
import { describeError, Fault } from '../fault.ts';
import { cmsEnvironment, readSettings, type Settings } from '../settings.ts';
import { buildCms } from './cms-build.ts';
import { checkPorts, type WantedPort } from './ports.ts';
import { openProgress, type Progress } from './progress.ts';
import { cmsService, logOf, previewService, publisherService, siteIsLive, siteService } from './services.ts';
import { supervise, type Service, type Supervised } from './supervise.ts';
import { closingTable } from './closing-table.ts';

export type Part = 'cms' | 'publisher' | 'site' | 'preview';

export interface StartOptions {
  /** Null: everything. */
  only: Part | null;
  /** Fill the demonstration into an empty data folder. */
  demonstration: boolean;
}

/** Readers first lose nothing: the publisher ends its release, the site its answers, the CMS its transactions. Sums to nine seconds and a half. */
const STOP_WITHIN_MS: Record<Part, number> = { preview: 500, publisher: 4500, site: 1000, cms: 3500 };
const STOP_ORDER: Part[] = ['preview', 'publisher', 'site', 'cms'];

/** Parts without which the others do all of their work: that one of them fails is told, and nothing is stopped for it. */
const DISPENSABLE: readonly Part[] = ['preview'];

const LIVE_WITHIN_MS = 10 * 60_000;
const SERVICES: Record<Part, (settings: Settings) => Service> = {
  cms: cmsService,
  publisher: publisherService,
  site: siteService,
  preview: previewService,
};

const portsOf = (settings: Settings, parts: Part[]): WantedPort[] => {
  const all: Partial<Record<Part, WantedPort>> = {
    cms: { setting: 'CMS_PORT', port: settings.cmsPort },
    publisher: { setting: 'PUBLISHER_PORT', port: settings.publisherPort },
    site: { setting: 'SITE_PORT', port: settings.sitePort },
  };
  return parts.flatMap((part) => all[part] ?? []);
};

/** Two starts over one data folder would be two CMSs over one SQLite file. */
const lockParts = (settings: Settings, parts: Part[]): Lock[] => {
  const locks: Lock[] = [];
  for (const part of parts) {
    const lock = tryLock(join(settings.dataFolder, 'run', `start-${part}.pid`));
    if ('release' in lock) {
      locks.push(lock);
      continue;
    }
    locks.forEach((taken) => taken.release());
    throw new Fault(
      'START_ALREADY_RUNNING',
      `这个数据目录已有进程在运行（进程号 ${lock.holder}）：${settings.dataFolder}`,
      '先停掉它，或用 GONGKAI_DATA 指定另一个目录。',
    );
  }
  return locks;
};

const BUILD_STEPS = { waiting: '另一个进程正在构建，等它完成', admin: '打包后台界面，约 15 秒', server: '编译' };

const buildParts = (settings: Settings, progress: Progress): Promise<void> =>
  progress.step('检查并构建内容管理系统', (say) =>
    buildCms(['server', 'admin'], cmsEnvironment(settings), logOf(settings, 'cms-build'), (part) => say(BUILD_STEPS[part])),
  );

const markerOf = (settings: Settings): string => join(settings.dataFolder, 'run', 'demonstration-filled.json');

/**
 * Whether this start shows the demonstration. Its accounts are printed: a second factor nobody has set up would make them useless,
 * so it is off there, and the admin says so. `--no-demonstration` and single parts of a real installation keep it.
 */
const isDemonstration = (settings: Settings, { demonstration, only }: StartOptions): boolean =>
  demonstration && (only === null || existsSync(markerOf(settings)));

/** The demonstration is filled in once; afterwards it belongs to its users, who may have withdrawn some of it. */
const fillOnce = async (settings: Settings, progress: Progress): Promise<void> => {
  const marker = markerOf(settings);
  if (existsSync(marker)) return;
  await progress.step('填入演示内容', async (say) => {
    const { fillDemonstration } = await import('../demonstration/fill.ts');
    await fillDemonstration(settings, say);
  });
  mkdirSync(join(settings.dataFolder, 'run'), { recursive: true });
  writeFileSync(marker, `${JSON.stringify({ filledAt: new Date().toISOString() })}\n`);
};

const waitUntilLive = (settings: Settings, progress: Progress, isOver: () => boolean): Promise<void> =>
  progress.step('等待站点版本上线', async () => {
    const deadline = Date.now() + LIVE_WITHIN_MS;
    while (!(await siteIsLive(settings))) {
      if (isOver()) return;
      if (Date.now() > deadline) {
        throw new Fault('START_NOT_READY', '网站迟迟没有第一个站点版本。', `请看发布机的日志：${logOf(settings, 'publisher')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });

/** One run of `start`: what is running, and how it ends. */
class Run {
  readonly running = new Map<Part, Supervised>();
  readonly ended: Promise<number>;
  #end!: (code: number) => void;
  #over = false;
  readonly #settings: Settings;
  /** One part was asked for: without it nothing would run. */
  readonly #alone: boolean;

  constructor(settings: Settings, alone: boolean) {
    this.#settings = settings;
    this.#alone = alone;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  isOver = (): boolean => this.#over;

  async start(part: Part, progress: Progress): Promise<void> {
    if (this.#over) return;
    // Once more, now that builds are over: another server on this port would answer for ours and be taken for it.
    await checkPorts(this.#settings.host, portsOf(this.#settings, [part]));
    const service = SERVICES[part](this.#settings);
    const givenUp = (fault: Fault): void => {
      if (DISPENSABLE.includes(part) && !this.#alone) progress.line(`! ${describeError(fault)}`);
      else void this.stop(1, describeError(fault));
    };
    await progress.step(`启动${service.name}`, async (say) => {
      const supervised = supervise(service, progress.line, givenUp);
      this.running.set(part, supervised);
      try {
        await supervised.ready();
      } catch (error) {
        if (!DISPENSABLE.includes(part) || this.#alone) throw error;
        say('没有启动，其他部分照常工作');
      }
    });
  }

  /** Stops everything in order; asked twice it goes on with the first. */
  async stop(code: number, reason: string): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    console.log(reason);
    for (const part of STOP_ORDER) await this.running.get(part)?.stop(STOP_WITHIN_MS[part]);
    this.#end(code);
  }
}

const bringUp = async (run: Run, settings: Settings, parts: Part[], options: StartOptions, progress: Progress): Promise<void> => {
  if (parts.includes('cms')) {
    // Strapi refuses to boot without it and does not make it.
    mkdirSync(join(settings.dataFolder, 'cms', 'public', 'uploads'), { recursive: true });
    await buildParts(settings, progress);
    await run.start('cms', progress);
    if (options.demonstration && options.only === null && !run.isOver()) await fillOnce(settings, progress);
  }
  // The page that says the site is being made is there before the first release.
  if (parts.includes('site')) await run.start('site', progress);
  if (parts.includes('publisher')) await run.start('publisher', progress);
  if (parts.includes('preview')) await run.start('preview', progress);
  if (options.only === null && !run.isOver()) await waitUntilLive(settings, progress, run.isOver);
};

const accountsOf = (settings: Settings): unknown => {
  const file = join(settings.dataFolder, 'accounts.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

/** Starts everything (or one part), prints where it is, and stays until a signal comes or a part dies for good. */
export const start = async (options: StartOptions): Promise<void> => {
  const parts: Part[] = options.only === null ? ['cms', 'site', 'publisher', 'preview'] : [options.only];
  const progress = openProgress();
  const settings = readSettings(process.env, { makeSecrets: true, warn: (message) => progress.line(`! ${message}`) });
  if (isDemonstration(settings, options)) process.env.CMS_SECOND_FACTOR ??= 'off';
  const locks = lockParts(settings, parts);
  const run = new Run(settings, parts.length === 1);
  const onSignal = (signal: NodeJS.Signals) => void run.stop(signal === 'SIGINT' ? 130 : 143, '\n正在停止 …');
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach((signal) => process.on(signal, onSignal));
  try {
    await checkPorts(settings.host, portsOf(settings, parts));
    await bringUp(run, settings, parts, options, progress);
    if (!run.isOver()) progress.line(closingTable(settings, parts, accountsOf(settings)));
  } catch (error) {
    await run.stop(1, describeError(error));
  }
  const code = await run.ended;
  locks.forEach((lock) => lock.release());
  console.log('已全部停止。');
  // A Ctrl-C is how this program is meant to end.
  process.exit(code === 130 ? 0 : code);
};
