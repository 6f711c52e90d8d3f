import type { RenderFailure } from './plan-integration.ts';

/** What a standby process is started with. */
export interface ChildSettings {
  /** The replica's file. */
  replica: string;
  siteUrl: string;
  /** Folder of this process alone, inside the site's working folder. */
  staging: string;
}

/** To the standby process: what to render, and into which folder. The next one may be sent when this one is `done`. */
export interface OrderMessage {
  type: 'order';
  write: string[];
  folder: string;
}

/**
 * From the standby process: `armed` when bundled, with its styles, scripts and files of `public/`; `rendered` now and then; `done` for
 * each order; `broken` once, before it ends.
 */
export type ChildMessage =
  | { type: 'armed'; assets: string[] }
  | { type: 'rendered'; files: number }
  | { type: 'done'; written: string[]; failures: RenderFailure[] }
  | { type: 'broken'; message: string };

/** Where in its folder a process bundles the site. */
export const OUT = 'out';
