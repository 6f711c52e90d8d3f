/**
 * Addresses of the site's files and the routes that make them. One table for both directions, so that a file of a plan always finds
 * its page.
 */

import { TEXT_NAMES } from './addresses.ts';
import { THEME_CODE } from './themes.ts';

/** Routes with parameters in their address. */
export type DynamicRoute = 'column' | 'feed' | 'month' | 'document' | 'department' | 'text' | 'topic' | 'hallRoom' | 'catalogue' | 'catalogueTable' | 'theme' | 'themeTable' | 'data' | 'shelf' | 'monthData' | 'monthTable' | 'monthsData' | 'report' | 'approved';
export type RouteParams = Record<string, string>;
export type RoutePaths = Record<DynamicRoute, RouteParams[]>;

// First match wins: the rooms of the site's own (`bm`, `gy`) are reserved words and never columns.
const PATTERNS: [DynamicRoute, RegExp][] = [
  ['department', /^bm\/(?<department>[a-z][a-z0-9]*)\/index\.html$/],
  ['topic', /^zt\/(?<topic>[a-z][a-z0-9]*)\/index\.html$/],
  ['hallRoom', /^xxgk\/(?<room>zhinan|zhidu|fading|nianbao|yishenqing)\/index\.html$/],
  ['theme', new RegExp(String.raw`^xxgk/mulu/zhuti/(?<theme>${THEME_CODE})/(?<year>\d{4})\.html$`)],
  ['themeTable', new RegExp(String.raw`^xxgk/mulu/zhuti/(?<theme>${THEME_CODE})/(?<year>\d{4})\.csv$`)],
  ['catalogue', /^xxgk\/mulu\/(?<department>[a-z][a-z0-9]*)\/(?<year>\d{4})\.html$/],
  ['catalogueTable', /^xxgk\/mulu\/(?<department>[a-z][a-z0-9]*)\/(?<year>\d{4})\.csv$/],
  ['text', new RegExp(`^gy/(?<page>${TEXT_NAMES.join('|')})\\.html$`)],
  ['report', /^gy\/nianbao\/(?<year>\d{4})\.html$/],
  ['monthsData', /^(?<column>[a-z][a-z0-9]*)\/months\.json$/],
  ['monthData', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\.json$/],
  ['monthTable', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\.csv$/],
  ['feed', /^(?<column>[a-z][a-z0-9]*)\/feed\.xml$/],
  ['month', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\/index\.html$/],
  ['document', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\/(?<id>[0-9a-z]{10})\.html$/],
  ['data', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\/(?<id>[0-9a-z]{10})\.csv$/],
  ['approved', /^(?<column>[a-z][a-z0-9]*)\/(?<month>\d{6})\/(?<id>[0-9a-z]{10})\.json$/],
  ['shelf', /^(?<column>[a-z][a-z0-9]*)\/(?<shelf>nian|bumen|zhuti)\/(?<book>[a-z0-9]+(?:-\d{4})?)\.html$/],
  ['column', /^(?!(?:xxgk|bm|zt|hd|fw|tj|gy|search|intake)\/)(?<column>[a-z][a-z0-9]*)\/index\.html$/],
];

/** Parameters of each dynamic route for the files of a plan; files of static routes and sitemaps belong to none. */
export function pathsOfRoutes(files: Iterable<string>): RoutePaths {
  const paths = Object.fromEntries(PATTERNS.map(([route]): [DynamicRoute, RouteParams[]] => [route, []])) as RoutePaths;
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
