import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, serialize } from 'parse5';
import { pack, type Encoding } from '../server/compression.ts';
import { attributeOf, elementsOf, elementsOfPage, type Element } from './markup.ts';
import { servedFiles } from './served-files.ts';

/** What a page weighs on the wire, in bytes, without headers. */
export interface Weight {
  page: number;
  styles: number;
  scripts: number;
  pictures: number;
}

export const total = ({ page, styles, scripts, pictures }: Weight): number => page + styles + scripts + pictures;

const sent = async (bytes: Buffer, encoding: Encoding): Promise<number> => (await pack(bytes, encoding)).length;

const loadsOf = (elements: Element[], chosen: (element: Element) => string | undefined): string[] => [
  ...new Set(elements.flatMap((element) => chosen(element)?.replace(/^\//, '') ?? [])),
];

const isLink = (element: Element, rel: string[]): boolean =>
  element.tagName === 'link' && (attributeOf(element, 'rel') ?? '').split(' ').some((one) => rel.includes(one));

const styleOf = (element: Element) => (isLink(element, ['stylesheet']) ? attributeOf(element, 'href') : undefined);
const scriptOf = (element: Element) =>
  element.tagName === 'script' ? attributeOf(element, 'src') : isLink(element, ['modulepreload']) ? attributeOf(element, 'href') : undefined;
const pictureOf = (element: Element) =>
  element.tagName === 'img' ? attributeOf(element, 'src') : isLink(element, ['icon']) ? attributeOf(element, 'href') : undefined;

/** Every page loads the same files, and a tree that is judged does not change. */
const known = new Map<string, Promise<number>>();

const weightOfFile = (path: string, encoding: Encoding): Promise<number> => {
  const key = `${encoding} ${path}`;
  let weight = known.get(key);
  if (!weight) {
    const content = readFileSync(path);
    known.set(key, (weight = /\.(css|js|svg)$/.test(path) ? sent(content, encoding) : Promise.resolve(content.length)));
  }
  return weight;
};

const sum = async (root: string, files: string[], encoding: Encoding): Promise<number> => {
  let bytes = 0;
  for (const file of files) bytes += await weightOfFile(join(root, file), encoding);
  return bytes;
};

interface Loads {
  styles: string[];
  scripts: string[];
  pictures: string[];
}

/** Pages are weighed in each encoding, and read once. */
const loads = new Map<string, Loads>();

const loadsOfPage = (html: string): Loads => {
  let seen = loads.get(html);
  if (!seen) {
    const elements = elementsOfPage(html);
    const pictures = loadsOf(elements, pictureOf).filter((address) => !address.startsWith('data:'));
    loads.set(html, (seen = { styles: loadsOf(elements, styleOf), scripts: loadsOf(elements, scriptOf), pictures }));
  }
  return seen;
};

/**
 * A page and all it loads before anybody does anything: styles, scripts, pictures, the icon. A picture offered in several sizes
 * counts with the one in `src`.
 *
 * @param html if the page is not to be taken as it stands
 */
export const weightOf = async (root: string, file: string, encoding: Encoding, html = readFileSync(join(root, file), 'utf8')): Promise<Weight> => {
  const { styles, scripts, pictures } = loadsOfPage(html);
  return {
    page: await sent(Buffer.from(html), encoding),
    styles: await sum(root, styles, encoding),
    scripts: await sum(root, scripts, encoding),
    pictures: await sum(root, pictures, encoding),
  };
};

/** Content as approved as the text: figures with their charts and table, what an agency or a leader has beside a text. */
const CONTENT = new Set(['dataset', 'particulars']);

/**
 * A document page with its text taken out of its element, pictures with it: what is left is what every document costs. The rest is
 * compressed alone, without a long text that happens to repeat its words, so this is never less than the difference would be.
 */
export const withoutBody = (html: string): string => {
  const known = bare.get(html) ?? withoutBodyAnew(html);
  bare.set(html, known);
  return known;
};

const bare = new Map<string, string>();

const withoutBodyAnew = (html: string): string => {
  const page = parse(html);
  const body = [...elementsOf(page)].find((element) => attributeOf(element, 'id') === 'body');
  if (!body) throw new Error('no element #body: where is the text of the document?');
  body.childNodes = [];
  for (const element of elementsOf(page)) if (CONTENT.has(attributeOf(element, 'class') ?? '')) element.childNodes = [];
  return serialize(page);
};

/** Every style sheet of the tree together. */
export const stylesWeight = (root: string, encoding: Encoding): Promise<number> =>
  sum(root, servedFiles(root).filter((file) => file.endsWith('.css')), encoding);
