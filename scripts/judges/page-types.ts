import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columns } from '../demonstration/index.ts';
import { routesOfFiles, routesOfSite, type Route } from './routes.ts';
import { coveringSamples, featuresOf } from './samples.ts';
import { servedFiles } from './served-files.ts';

/** A kind of page: one route of the site, with pages of the built tree that show all it can look like. */
export interface PageType {
  name: string;
  route: string;
  /** Files of the tree, the one with most on it first. */
  samples: string[];
}

/** What people call a route; a route that is not here is called by its own name. */
const NAMES: Record<string, string> = {
  'index.astro': 'home',
  'xxgk/index.astro': 'hall',
  'search/index.astro': 'search',
  'bm/index.astro': 'departments',
  'bm/[department]/index.astro': 'department',
  'tj/index.astro': 'statistics',
  '[column]/index.astro': 'column',
  '[column]/[month]/index.astro': 'month',
  '[column]/[month]/[id].astro': 'document',
  'gy/[page].astro': 'text',
};

/** Routes whose every page is one of a kind: 18 columns, a handful of texts. */
const THOROUGHLY = ['column', 'text'];

const nameOf = ({ source }: Route): string =>
  NAMES[source] ??
  source
    .replace(/(\/index)?\.astro$/, '')
    .replaceAll(/[[\].]/g, '')
    .replaceAll('/', '-');

const kindOfColumn = new Map(columns.map(({ code, kind }) => [code, kind]));

/** The kind of the column is part of what a page looks like, even where its markup happens to be another's. */
const featuresOfFile = (root: string, file: string): Set<string> => {
  const kind = kindOfColumn.get(file.split('/')[0] ?? '');
  return featuresOf(readFileSync(join(root, file), 'utf8')).add(`kind ${kind ?? 'none'}`);
};

/**
 * The page types of a built tree. They follow from the routes, so that a page somebody adds is judged without being remembered.
 *
 * @param root of the served tree
 * @param thorough every column and every text about the site, not one of each look
 */
export const pageTypesOf = (root: string, { thorough = false } = {}): PageType[] => {
  const routes = routesOfSite();
  const made = routesOfFiles(routes, servedFiles(root));
  return routes
    .filter(({ isPage }) => isPage)
    .map((route) => {
      const files = [...made].flatMap(([file, by]) => (by === route ? [file] : []));
      const samples = coveringSamples(new Map(files.map((file) => [file, featuresOfFile(root, file)])));
      const rest = thorough && THOROUGHLY.includes(nameOf(route)) ? files.filter((file) => !samples.includes(file)) : [];
      return { name: nameOf(route), route: route.source, samples: [...samples, ...rest] };
    });
};

/** Pages of the tree that no route made: they would be judged by nobody. */
export const strayPagesOf = (root: string): string[] =>
  [...routesOfFiles(routesOfSite(), servedFiles(root))].flatMap(([file, by]) => (by === null && file.endsWith('.html') ? [file] : []));
