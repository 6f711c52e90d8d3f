/** Names of the site's files, relative to its root. The address a reader sees is made from the same names (`hrefOf`). */

export const HOME = 'index.html';
export const HALL = 'xxgk/index.html';
export const SEARCH = 'search/index.html';
/** What the search page suggests while one types. */
export const SUGGESTIONS = 'search/suggestions.json';
export const NOT_FOUND = '404.html';
export const DEPARTMENTS = 'bm/index.html';
export const SITEMAP_INDEX = 'sitemap-index.xml';
export const GONE = 'gone.txt';
export const ROBOTS = 'robots.txt';
/** Pages that belong to no month, in a sitemap of their own. */
export const SITEMAP_OF_PAGES = 'map-pages-0.xml';

/** Pages of text about the site, in the order of the footer. */
export const TEXT_NAMES = ['sitemap', 'accessibility', 'contact', 'privacy', 'correction', 'copyright', 'changes', 'about', 'yanzheng'] as const;
export type TextName = (typeof TEXT_NAMES)[number];

/** Addresses in one sitemap file; the protocol allows 50,000. */
export const SITEMAP_LIMIT = 45_000;

export interface Address {
  column: string;
  month: string;
  id: string;
}

export const textFile = (name: TextName): string => `gy/${name}.html`;
export const departmentFile = (code: string): string => `bm/${code}/index.html`;
export const columnFile = (code: string): string => `${code}/index.html`;
export const feedFile = (code: string): string => `${code}/feed.xml`;
export const monthFile = (column: string, month: string): string => `${column}/${month}/index.html`;
export const documentFile = ({ column, month, id }: Address): string => `${column}/${month}/${id}.html`;
/** Folder of a document's attachments and pictures, without a slash at the end. */
export const documentFolder = ({ column, month, id }: Address): string => `${column}/${month}/${id}`;
/** Figures of a data set, beside its page. */
export const dataFile = ({ column, month, id }: Address): string => `${column}/${month}/${id}.csv`;
/** What was approved, beside its page: the text under the content hash. */
export const approvedFile = ({ column, month, id }: Address): string => `${column}/${month}/${id}.json`;
/** `@astrojs/sitemap` appends the number of the part by itself. */
export const sitemapBase = (month: string): string => `map-${month}`;
export const sitemapFile = (month: string, part: number): string => `${sitemapBase(month)}-${part}.xml`;

/** Address for readers: the name of a folder's page is left out. */
export const hrefOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** Sitemap files of a month with so many addresses. */
export function sitemapFiles(month: string, addresses: number): string[] {
  return Array.from({ length: Math.ceil(addresses / SITEMAP_LIMIT) }, (_, part) => sitemapFile(month, part));
}

/** Columns that show a document besides its own. What a replica took in before there were any says nothing of them. */
export function furtherColumns(placed: { column: string; furtherColumns?: string[] | undefined }): string[] {
  return [...new Set(placed.furtherColumns ?? [])].filter((code) => code !== placed.column);
}

/** Columns a document stood in before, the present one left out. */
export function formerColumns(moved: { column: string; formerColumns: string[] }): string[] {
  return [...new Set(moved.formerColumns)].filter((code) => code !== moved.column);
}
