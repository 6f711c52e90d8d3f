import { join } from 'node:path';
import { WORKSPACE } from '../settings.ts';
import { servedFiles } from './served-files.ts';

/** A route of `site/src/pages`, as Astro reads it. */
export interface Route {
  /** Path of its file below `site/src/pages`. */
  source: string;
  /** Files of the tree it makes. */
  makes: RegExp;
  /** Pages are judged as pages; feeds, sitemaps and data have judges of their own. */
  isPage: boolean;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `[column]/[month]/[id].astro` makes `<column>/<month>/<id>.html` (`build.format: 'preserve'`). */
const patternOf = (source: string): RegExp => {
  const target = source.endsWith('.astro') ? source.replace(/\.astro$/, '.html') : source.replace(/\.[jt]s$/, '');
  const pattern = target
    .split(/(\[[^\]]+\])/)
    .map((part) => (part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : escaped(part)))
    .join('');
  return new RegExp(`^${pattern}$`);
};

/** As Astro ranks them: what is written out before what is a parameter, folder by folder. */
const rankOf = (source: string): string =>
  source
    .split('/')
    .map((part) => (part.startsWith('[...') ? '2' : part.includes('[') ? '1' : '0'))
    .join('');

export const routeOf = (source: string): Route => ({ source, makes: patternOf(source), isPage: source.endsWith('.astro') });

export const inOrderOfRank = (routes: Route[]): Route[] =>
  routes.toSorted((one, other) => rankOf(one.source).localeCompare(rankOf(other.source)) || one.source.localeCompare(other.source));

/** Every route there is; files whose name begins with `_` are none. */
export const routesOfSite = (): Route[] =>
  inOrderOfRank(
    servedFiles(join(WORKSPACE, 'site', 'src', 'pages'))
      .filter((source) => /\.(astro|ts)$/.test(source) && !source.split('/').some((part) => part.startsWith('_')) && !source.includes('.test.'))
      .map(routeOf),
  );

/** Which route made each file of a tree; null: none did. */
export const routesOfFiles = (routes: Route[], files: string[]): Map<string, Route | null> =>
  new Map(files.map((file) => [file, routes.find(({ makes }) => makes.test(file)) ?? null]));
