import { execFileSync } from 'node:child_process';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser, launchOptions } from './open-browser.ts';

/** A browser whose storage lies in a folder and outlives it. */
export type LastingBrowser = BrowserContext & {
  /** Ends it as a crash would: nothing is closed, nothing is flushed. */
  killProcess(): Promise<void>;
};

/** Process ids whose command line names this profile: the browser and its helpers, and nobody else's. */
const processesOf = (profile: string): number[] =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`--user-data-dir=${profile}`))
    .map((line) => Number.parseInt(line, 10));

/** @param profile folder of its own for the browser's storage */
export const openLastingBrowser = async (profile: string): Promise<LastingBrowser> => {
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions(await findBrowser()),
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return Object.assign(context, {
    killProcess: async () => {
      for (const pid of processesOf(profile)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch (error) {
          // A helper that went with its parent.
          if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
        }
      }
      await closed;
    },
  });
};
