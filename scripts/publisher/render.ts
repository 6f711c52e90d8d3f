import { armStandby, buildEverything } from '@gongkai/site/build';
import type { BuiltFolder, RenderFailure, Standby } from '@gongkai/site/build';
import type { Log } from './log.ts';

/** Up to this many pages go to the armed process; more are cut into slices for several. */
const ONE_PROCESS_UP_TO_PAGES = 200;
/** A build that takes longer is stuck (measured: a few milliseconds a page). */
const RUN_WITHIN_MS = 60_000;
/** A process that has served so many is replaced, before anything that might add up in it can matter. */
const PLANS_OF_A_PROCESS = 500;
const PROGRESS_EVERY_MS = 5000;

export interface Rendered {
  /** Staging folders and the files in them that belong to the site: pages, styles, scripts. */
  folders: BuiltFolder[];
  failures: RenderFailure[];
  /** Removes what was staged for this plan. What was linked out of it stays. */
  dispose(): Promise<void>;
}

export interface Renderer {
  /** Renders files of a plan. A page that fails is in `failures`, the others are there. */
  render(write: string[]): Promise<Rendered>;
  /** Resolves when processes that were told to end have; those that wait do not have the replica open. */
  settled(): Promise<void>;
  /** For the status: `armed`, `arming`, or what is wrong. */
  state(): string;
  close(): Promise<void>;
}

interface Place {
  slot: string;
  ready: boolean;
  standby: Promise<Standby>;
}

/** @returns a renderer that has begun to arm its processes */
export function openRenderer(options: { replica: string; siteUrl: string; log: Log }): Renderer {
  return new StandbyRenderer(options);
}

/**
 * Keeps two processes with everything bundled. One serves plan after plan, and is the quicker for what it has compiled; the other steps
 * in when it breaks or is replaced, which takes seconds.
 */
class StandbyRenderer implements Renderer {
  readonly #options: { replica: string; siteUrl: string };
  readonly #log: Log;
  readonly #ending = new Set<Promise<void>>();
  readonly #line: Place[] = [];
  #closed = false;
  #trouble = '';

  constructor({ log, ...options }: { replica: string; siteUrl: string; log: Log }) {
    this.#options = options;
    this.#log = log;
    this.#arm('a');
    this.#arm('b');
  }

  async render(write: string[]): Promise<Rendered> {
    if (write.length === 0) return { folders: [], failures: [], dispose: async () => {} };
    return write.length > ONE_PROCESS_UP_TO_PAGES ? this.#renderSliced(write) : this.#renderArmed(write);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#ending);
  }

  state(): string {
    return this.#trouble || (this.#line.some(({ ready }) => ready) ? 'armed' : 'arming');
  }

  async close(): Promise<void> {
    this.#closed = true;
    const waiting = await Promise.allSettled(this.#line.map(({ standby }) => standby));
    for (const each of waiting) if (each.status === 'fulfilled') void this.#end(() => each.value.dispose());
    await this.settled();
  }

  #arm(slot: string): void {
    const place: Place = { slot, ready: false, standby: armStandby({ ...this.#options, slot }) };
    this.#line.push(place);
    place.standby.then(
      () => {
        place.ready = true;
        this.#trouble = '';
      },
      (thrown: unknown) => {
        this.#trouble = thrown instanceof Error ? thrown.message : String(thrown);
        this.#log.error('standby.arm', thrown, { slot });
      },
    );
  }

  /**
   * The first in line that is ready. One that broke while it waited, or has served its plans, is replaced and the next one taken; not
   * before: until then a release may be linking styles out of its folder.
   */
  async #take(): Promise<{ place: Place; standby: Standby }> {
    for (let tries = this.#line.length; ; tries -= 1) {
      const index = Math.max(
        0,
        this.#line.findIndex(({ ready }) => ready),
      );
      const [place] = this.#line.splice(index, 1) as [Place];
      try {
        const standby = await place.standby;
        if ((standby.waiting && standby.plans < PLANS_OF_A_PROCESS) || tries <= 0) return { place, standby };
        void this.#end(() => standby.dispose());
        this.#arm(place.slot);
      } catch (thrown) {
        this.#arm(place.slot);
        throw thrown;
      }
    }
  }

  async #renderArmed(write: string[]): Promise<Rendered> {
    const { place, standby } = await this.#take();
    // The end of a process is the end of its run: a stuck one is ended and its run fails.
    const limit = setTimeout(() => void this.#end(() => standby.dispose()), RUN_WITHIN_MS);
    try {
      const { pages, assets, failures, dispose } = await standby.run(write);
      this.#line.unshift(place);
      return { folders: [pages, assets], failures, dispose: () => this.#end(dispose) };
    } catch (thrown) {
      await this.#end(() => standby.dispose());
      if (!this.#closed) this.#arm(place.slot);
      throw thrown;
    } finally {
      clearTimeout(limit);
    }
  }

  async #renderSliced(write: string[]): Promise<Rendered> {
    let told = 0;
    const onProgress = ({ rendered, total }: { rendered: number; total: number }) => {
      if (performance.now() - told < PROGRESS_EVERY_MS) return;
      told = performance.now();
      this.#log.info('render.progress', `已生成 ${rendered} / ${total} 页`, { rendered, total });
    };
    const { folders, failures, dispose } = await buildEverything({ ...this.#options, write, onProgress });
    return { folders, failures, dispose: () => this.#end(dispose) };
  }

  #end(dispose: () => Promise<void>): Promise<void> {
    const end = dispose()
      .catch((thrown: unknown) => this.#log.error('standby.dispose', thrown))
      .finally(() => this.#ending.delete(end));
    this.#ending.add(end);
    return end;
  }
}
