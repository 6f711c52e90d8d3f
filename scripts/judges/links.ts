import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeOf, elementsOfPage, textOf, type Element } from './markup.ts';
import { servedFiles } from './served-files.ts';

/** A link that leads nowhere. */
export interface BrokenLink {
  /** File it stands in. */
  from: string;
  /** As it is written. */
  to: string;
  why: string;
}

const ADDRESS_ATTRIBUTES = ['href', 'src', 'poster', 'action', 'data', 'xlink:href', 'cite'];
const META_WITH_ADDRESS = new Set(['og:url', 'og:image', 'og:image:url', 'twitter:image', 'Url']);

const fromSrcset = (value: string): string[] =>
  value
    .split(/,\s+/)
    .map((one) => one.trim().split(/\s+/)[0] ?? '')
    .filter((one) => one !== '');

const fromCss = (text: string): string[] =>
  [...text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+["']([^"']+)["']/g)].map(
    ([, double, single, bare, imported]) => double ?? single ?? bare ?? imported ?? '',
  );

/** Every text in a JSON value that is an address by its name or its form; `@id` names a thing and leads nowhere. */
const fromJson = (value: unknown, siteUrl: string, name = ''): string[] => {
  if (typeof value === 'string') {
    const isAddress = value.startsWith(`${siteUrl}/`) || (/^(href|url)$/i.test(name) && value.startsWith('/'));
    return name !== '@id' && isAddress ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => fromJson(each, siteUrl, Array.isArray(value) ? name : key));
};

const fromElement = (element: Element, siteUrl: string): string[] => {
  const attributes = ADDRESS_ATTRIBUTES.flatMap((name) => attributeOf(element, name) ?? []);
  const sets = ['srcset', 'imagesrcset'].flatMap((name) => fromSrcset(attributeOf(element, name) ?? ''));
  if (element.tagName === 'meta') {
    const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? '';
    const refresh = /^refresh$/i.test(attributeOf(element, 'http-equiv') ?? '');
    const content = attributeOf(element, 'content') ?? '';
    if (refresh) return [content.replace(/^[^;]*;\s*url=/i, '')];
    return META_WITH_ADDRESS.has(name) ? [content] : [];
  }
  if (element.tagName === 'style') return fromCss(textOf(element));
  if (element.tagName === 'script' && attributeOf(element, 'type') === 'application/ld+json') return fromJson(JSON.parse(textOf(element)), siteUrl);
  return [...attributes, ...sets];
};

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex: string, decimal: string, name: string) =>
    name ? { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()]! : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );

const fromXml = (text: string): string[] => [
  ...[...text.matchAll(/\s(?:href|src|template)="([^"]*)"/g)].map(([, address = '']) => decoded(address)),
  ...[...text.matchAll(/<(?:loc|uri|icon|logo|image:loc)>([^<]*)<\//gi)].map(([, address = '']) => decoded(address)),
];

const escapedForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Addresses of ours in plain text: robots.txt, security.txt, tables. */
const fromText = (text: string, siteUrl: string): string[] => text.match(new RegExp(`${escapedForPattern(siteUrl)}[^\\s",<>]*`, 'g')) ?? [];

const addressesIn = (file: string, text: string, siteUrl: string): string[] => {
  if (/\.(xml|svg)$/.test(file)) return fromXml(text);
  if (file.endsWith('.css')) return fromCss(text);
  if (file.endsWith('.json')) return fromJson(JSON.parse(text), siteUrl);
  return /\.(txt|csv)$/.test(file) ? fromText(text, siteUrl) : [];
};

/** Passed on to the CMS by the server; no file of the tree. */
const NOT_FILES = /^\/intake\//;

/** Names of places in a page, which the part of an address behind `#` leads to. */
const placesIn = (elements: Element[]): Set<string> =>
  new Set(elements.flatMap((element) => [attributeOf(element, 'id') ?? [], element.tagName === 'a' ? (attributeOf(element, 'name') ?? []) : []].flat()));

/** Follows every address of a built tree that leads into it. */
class Links {
  readonly broken: BrokenLink[] = [];
  followed = 0;
  /** Of each page, read before the first address is followed. */
  readonly #places: Map<string, Set<string>>;
  readonly #siteUrl: string;
  readonly #files: Set<string>;
  readonly #gone: Set<string>;

  constructor(root: string, siteUrl: string, files: string[], places: Map<string, Set<string>>) {
    this.#places = places;
    this.#siteUrl = siteUrl;
    this.#files = new Set(files);
    const gone = join(root, 'gone.txt');
    this.#gone = new Set(existsSync(gone) ? readFileSync(gone, 'utf8').split('\n').filter(Boolean) : []);
  }

  follow(from: string, written: string): void {
    const why = this.#faultOf(from, written);
    if (why) this.broken.push({ from, to: written, why });
  }

  #faultOf(from: string, written: string): string | null {
    const here = `${this.#siteUrl}/${from}`;
    const template = written.replace(/\{[^}]*\}/g, '');
    if (!URL.canParse(template, here)) return 'no address';
    const url = new URL(template, here);
    if (url.origin !== new URL(this.#siteUrl).origin) return null;
    this.followed += 1;
    if (NOT_FILES.test(url.pathname)) return null;
    const path = decodeURIComponent(url.pathname);
    if (this.#gone.has(path) && `/${from}` !== path) return 'leads to a page that is gone (410)';
    const file = path.endsWith('/') ? `${path}index.html`.slice(1) : path.slice(1);
    if (!this.#files.has(file)) return this.#files.has(`${file}/index.html`) ? 'lacks the slash at its end: a redirect' : 'no such file';
    return this.#faultOfFragment(file, decodeURIComponent(url.hash.slice(1)));
  }

  #faultOfFragment(file: string, fragment: string): string | null {
    if (fragment === '' || fragment === 'top' || fragment.startsWith(':~:') || !file.endsWith('.html')) return null;
    return this.#places.get(file)?.has(fragment) ? null : `no place #${fragment} in ${file}`;
  }
}

/** @returns what is broken, and how many addresses were followed */
export const followLinks = (root: string, siteUrl: string): { broken: BrokenLink[]; followed: number } => {
  const files = servedFiles(root);
  const addresses = new Map<string, string[]>();
  const places = new Map<string, Set<string>>();
  for (const file of files) {
    if (!/\.(html|xml|svg|css|json|txt|csv)$/.test(file) || file === 'gone.txt') continue;
    const text = readFileSync(join(root, file), 'utf8');
    if (!file.endsWith('.html')) {
      addresses.set(file, addressesIn(file, text, siteUrl));
      continue;
    }
    const elements = elementsOfPage(text);
    addresses.set(file, elements.flatMap((element) => fromElement(element, siteUrl)));
    places.set(file, placesIn(elements));
  }
  const links = new Links(root, siteUrl, files, places);
  for (const [file, written] of addresses) for (const address of written) links.follow(file, address);
  return { broken: links.broken, followed: links.followed };
};
