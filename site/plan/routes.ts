/**
 * Addresses of the site's files and the routes that make them. One table for both directions, so that a file of a plan always finds
 * its page.
 */

/** Routes with parameters in their address. */
export type DynamicRoute = 'column' | 'feed' | 'month' | 'document' | 'department' | 'text' | 'topic' | 'hallRoom' | 'catalogue' | 'catalogueTable' | 'theme' | 'themeTable';
export type RouteParams = Record<string, string>;
export type RoutePaths = Record<DynamicRoute, RouteParams[]>;

// First match wins: the rooms of the site's own (`bm`, `gy`) are reserved words and never columns.
const PATTERNS: [DynamicRoute, RegExp][] = [
  ['department', /^bm\/(?<department>[a-z][a-z0-9]*)\/index\.html$/],
  ['topic', /^zt\/(?<topic>[a-z][a-z0-9]*)\/index\.html$/],
  ['hallRoom', /^xxgk\/(?<room>zhinan|zhidu|fading|nianbao|yishenqing)\/index\.html$/],
  ['theme', /^xxgk\/mulu\/zhuti\/(?<theme>[0-9a-f]{16})\/(?<year>\d{4})\.html$/],
  ['themeTable', /^xxgk\/mulu\/zhuti\/(?<theme>[0-9a-f]{16})\/(?<year>\d{4})\.csv$/],
  ['catalogue', /^xxgk\/mulu\/(?<department>[a-z][a-z0-9]*)\/(?<year>\d{4})\.html$/],
  ['catalogueTable', /^xxgk\/mulu\/(?<department>[a-z][a-z0-9]*)\/(?<year>\d{4})\.csv$/],
  ['text', /^gy\/(?<page>[a-z]+)\.html$/],
  ['feed', /^(?<column>[a-z][a-z0-9]*)\/feed\.xml$/],
  ['month', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\/index\.html$/],
  ['document', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\/(?<id>[0-9a-z]{10})\.html$/],
  ['column', /^(?!(?:xxgk|search|bm|zt|hd|fw)\/)(?<column>[a-z][a-z0-9]*)\/index\.html$/],
];

/** Parameters of each dynamic route for the files of a plan; files of static routes and sitemaps belong to none. */
export function pathsOfRoutes(files: Iterable<string>): RoutePaths {
  const paths = Object.fromEntries(PATTERNS.map(([route]) => [route, [] as RouteParams[]])) as RoutePaths;
  for (const file of files) {
    for (const [route, pattern] of PATTERNS) {
      const match = pattern.exec(file);
      if (!match) continue;
      paths[route].push({ ...match.groups });
      break;
    }
  }
  return paths;
}
