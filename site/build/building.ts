import type { RoutePaths } from '../plan/routes.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { SiteError } from '../replica/errors.ts';

/** What one run of `astro build` works on. */
export interface Building {
  reader: ReplicaReader;
  /** Parameters of the dynamic routes, as the plan asks for them. */
  paths: RoutePaths;
  /** Files to render, relative to the root of the site. */
  write: ReadonlySet<string>;
}

// Pages are bundled, the integration is not: the two share no module, so they meet in a place both can name.
const PLACE = Symbol.for('gongkai.building');
const places = globalThis as { [PLACE]?: Building | undefined };

/** @throws SiteError `NO_PLAN` where a page is rendered outside a build of ours */
export function building(): Building {
  const present = places[PLACE];
  if (present) return present;
  throw new SiteError(
    'NO_PLAN',
    '页面不在构建过程中，没有可读的公开副本',
    'GONGKAI_REPLICA 要指向公开副本，构建要用 site/astro.config.ts',
  );
}

export function startBuilding(present: Building): void {
  places[PLACE] = present;
}
