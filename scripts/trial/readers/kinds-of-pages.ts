import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columns } from '../../demonstration/index.ts';

const kindOf = new Map(columns.map(({ code, kind }) => [code as string, kind as string]));

/** What a page is like: columns by their kind, months and documents alike. */
const likenessOf = (file: string): string => {
  const [first = '', ...rest] = file.split('/');
  const room = kindOf.get(first) ?? (first === 'bm' && rest.length > 1 ? 'bm/*' : first);
  return [room, ...rest.slice(first === 'bm' ? 1 : 0)]
    .join('/')
    .replace(/\/\d{6}(?=\/|\.)/, '/month')
    .replace(/\/[0-9a-z]{10}\.html$/, '/document.html')
    .replace(/^xxgk\/mulu\/(zhuti)?.*\/\d{4}\.html$/, 'xxgk/mulu/$1/year.html')
    .replace(/\/(nian|bumen|zhuti)\/[^/]+\.html$/, '/$1/book.html')
    .replace(/^(gy\/nianbao)\/\d{4}\.html$/, '$1/year.html')
    .replace(/^zt\/[^/]+\/index\.html$/, 'zt/topic/index.html');
};

/**
 * One page of each kind of a built tree, the one with most on it.
 * @param written files of the tree, relative to its root
 * @returns addresses
 */
export const onePageOfEachKind = (root: string, written: string[]): string[] => {
  const best = new Map<string, { file: string; length: number }>();
  for (const file of written.filter((name) => name.endsWith('.html'))) {
    const { length } = readFileSync(join(root, file));
    const likeness = likenessOf(file);
    if (length > (best.get(likeness)?.length ?? 0)) best.set(likeness, { file, length });
  }
  return [...best.values()].map(({ file }) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
};
