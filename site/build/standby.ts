import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SiteError } from '../replica/errors.ts';
import { OUT, type ChildMessage, type ChildSettings, type OrderMessage } from './messages.ts';
import type { RenderFailure } from './plan-integration.ts';
import { SITE_FOLDER } from './site-config.ts';
import { makeStaging, sweepStaging } from './staging.ts';

/** Bundling takes a second; on a starved machine perhaps thirty. A process that needs longer is stuck. */
const ARM_TIMEOUT_MS = 180_000;
/** How much of a broken process's own words is kept for the error. */
const LAST_WORDS = 4_000;

export interface StandbyOptions {
  /** The replica's file. */
  replica: string;
  siteUrl: string;
  /** Name of this place in line; two standbys at once take two. */
  slot: string;
}

/** Files of the site in a staging folder, by their places on the site. */
export interface BuiltFolder {
  folder: string;
  written: string[];
}

export interface BuildResult {
  /** Files of the plan; theirs until `dispose()`. */
  pages: BuiltFolder;
  /** Styles, scripts and the files of `public/`: the process's own, there as long as it lives. */
  assets: BuiltFolder;
  /** Files of the plan that could not be rendered; they are not in the folder. */
  failures: RenderFailure[];
  /** From the plan to the last file on disk. */
  milliseconds: number;
  /** Removes the files of the plan. */
  dispose(): Promise<void>;
}

export interface Standby {
  /**
   * Renders a plan's files, one plan at a time. The others are written where one fails.
   *
   * @param write - files relative to the root of the site; sitemaps of months too
   * @throws SiteError `BUILD` where the process breaks as a whole
   */
  run(write: string[], onRendered?: (files: number) => void): Promise<BuildResult>;
  /** Ends the process, if it still runs, and removes its folder with all that is in it. */
  dispose(): Promise<void>;
  /** Plans it has taken so far. */
  readonly plans: number;
  /** False while it renders, and once the process has ended. */
  readonly waiting: boolean;
}

/** Starts a standby process and waits until it is bundled (2–3 s). */
export async function armStandby(options: StandbyOptions): Promise<Standby> {
  await sweepStaging();
  const staging = await makeStaging(options.slot);
  const child = new StandbyProcess({ replica: options.replica, siteUrl: options.siteUrl, staging });
  try {
    await child.armed();
  } catch (error) {
    await child.dispose();
    throw error;
  }
  return child;
}

class StandbyProcess implements Standby {
  readonly #child: ChildProcess;
  readonly #staging: string;
  readonly #ended: Promise<void>;
  readonly #assets: BuiltFolder;
  #lastWords = '';
  #plans = 0;
  #state: 'bundling' | 'waiting' | 'building' | 'ended' = 'bundling';

  constructor(settings: ChildSettings) {
    this.#staging = settings.staging;
    this.#assets = { folder: join(settings.staging, OUT), written: [] };
    this.#child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [JSON.stringify(settings)], {
      cwd: fileURLToPath(SITE_FOLDER),
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const listen = (words: Buffer): void => {
      this.#lastWords = (this.#lastWords + words.toString()).slice(-LAST_WORDS);
    };
    this.#child.stdout?.on('data', listen);
    this.#child.stderr?.on('data', listen);
    this.#ended = new Promise((resolve) => {
      const end = (): void => {
        this.#state = 'ended';
        resolve();
      };
      this.#child.once('exit', end);
      this.#child.once('error', end);
    });
  }

  get waiting(): boolean {
    return this.#state === 'waiting';
  }

  get plans(): number {
    return this.#plans;
  }

  async armed(): Promise<void> {
    const { assets } = await this.#answer('armed', undefined, ARM_TIMEOUT_MS);
    this.#assets.written = assets;
    this.#state = 'waiting';
  }

  async run(write: string[], onRendered?: (files: number) => void): Promise<BuildResult> {
    if (this.#state !== 'waiting') throw broken('待命构建正在工作或已经退出', this.#lastWords);
    this.#state = 'building';
    this.#plans += 1;
    const begin = performance.now();
    const folder = join(this.#staging, `plan-${this.#plans}`);
    const done = this.#answer('done', onRendered);
    this.#child.send({ type: 'order', write, folder } satisfies OrderMessage, (error) => {
      // The process ended at this very moment; `#answer` hears of it.
      if (error) this.#lastWords += error.message;
    });
    const { written, failures } = await done;
    if (this.#state === 'building') this.#state = 'waiting';
    return {
      pages: { folder, written },
      assets: this.#assets,
      failures,
      milliseconds: Math.round(performance.now() - begin),
      dispose: () => rm(folder, { recursive: true, force: true }),
    };
  }

  async dispose(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    if (this.#state !== 'ended') this.#child.kill('SIGKILL');
    if (this.#child.pid !== undefined) await this.#ended;
    await rm(this.#staging, { recursive: true, force: true });
  }

  /** Waits for a message of one type; anything that makes it impossible is an error. */
  #answer<Type extends 'armed' | 'done'>(
    type: Type,
    onRendered?: (files: number) => void,
    timeoutMs?: number,
  ): Promise<Extract<ChildMessage, { type: Type }>> {
    return new Promise((resolve, reject) => {
      const timer =
        timeoutMs === undefined ? undefined : setTimeout(() => stop(broken('待命构建迟迟没有就绪', this.#lastWords)), timeoutMs);
      const hear = (message: ChildMessage): void => {
        if (message.type === 'rendered') onRendered?.(message.files);
        else if (message.type === 'broken') stop(broken('构建失败', message.message));
        else if (message.type === type) stop(message as Extract<ChildMessage, { type: Type }>);
      };
      const stop = (outcome: SiteError | Extract<ChildMessage, { type: Type }>): void => {
        clearTimeout(timer);
        this.#child.off('message', hear);
        if (outcome instanceof SiteError) reject(outcome);
        else resolve(outcome);
      };
      this.#child.on('message', hear);
      void this.#ended.then(() => stop(broken('构建进程退出了', this.#lastWords)));
    });
  }
}

function broken(what: string, details: string): SiteError {
  return new SiteError(
    'BUILD',
    `${what}：${details.trim() || '进程没有留下说明'}`,
    '查看上面的原因；模板有错误时先改正，再运行 gongkai rebuild',
  );
}
