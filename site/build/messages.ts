import type { RenderFailure } from './plan-integration.ts';

/** What a standby process is started with. */
export interface ChildSettings {
  /** The replica's file. */
  replica: string;
  siteUrl: string;
  /** Folder of this process alone, inside the site's working folder. */
  staging: string;
}

/** To the standby process: what to render. Sent once; each process serves one plan and ends. */
export interface OrderMessage {
  type: 'order';
  write: string[];
}

/** From the standby process: `armed` when bundled and waiting, `rendered` now and then, and at the end `done` or `broken`. */
export type ChildMessage =
  | { type: 'armed' }
  | { type: 'rendered'; files: number }
  | { type: 'done'; written: string[]; failures: RenderFailure[] }
  | { type: 'broken'; message: string };

/** Where in its folder a process writes the site. */
export const OUT = 'out';
