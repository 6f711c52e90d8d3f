/**
 * What pages import: the replica they print and the paths they are asked for. Both are put in place by the build's integration
 * (`site/build/plan-integration.ts`), which opens the replica once for the process and holds one snapshot of it for one plan.
 */
import { building } from '../build/building.ts';
import type { DynamicRoute, RouteParams } from '../plan/routes.ts';
import type { ShelfName } from '../plan/shelves.ts';
import type { ReplicaReader } from '../replica/reader.ts';

/** The replica every page of this build is rendered from, read-only. */
export function reading(): ReplicaReader {
  return building().reader;
}

/**
 * Items for a page's `getStaticPaths`: only the paths of this route that the plan asks for, never the whole site.
 *
 * @param route - `column` → `{column}`, `feed` → `{column}`, `month` → `{column, month}`, `document` → `{column, month, id}`,
 *   `department` → `{department}`, `text` → `{page}`
 */
export function planned(route: DynamicRoute): { params: RouteParams }[] {
  return building().paths[route].map((params) => ({ params }));
}

/** Items for `getStaticPaths` of one shelf: `{column, book}`. */
export function plannedShelf(shelf: ShelfName): { params: RouteParams }[] {
  return planned('shelf')
    .filter(({ params }) => params['shelf'] === shelf)
    .map(({ params: { column, book } }) => ({ params: { column: column!, book: book! } }));
}
