import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { toIndexText } from '@gongkai/site/search';
import type { Settings } from '../../settings.ts';
import { readableFrom } from './decoded-index.ts';
import type { Released } from './releases.ts';

const GZIP = Buffer.from([0x1f, 0x8b]);

/** The publisher tidies up meanwhile: what is gone before it is read holds no trace. */
const whileThere = <T>(look: () => T): T | null => {
  try {
    return look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

function* filesUnder(folder: string): Generator<string> {
  for (const name of whileThere(() => readdirSync(folder)) ?? []) {
    const path = join(folder, name);
    const kind = whileThere(() => lstatSync(path));
    // Links lead to objects, which are walked in their own folder.
    if (!kind || kind.isSymbolicLink()) continue;
    if (kind.isDirectory()) yield* filesUnder(path);
    else if (kind.isFile()) yield path;
  }
}

/** A file as it is, and as it unpacks. */
const readings = (path: string): Buffer[] => {
  const bytes = readFileSync(path);
  const unpacked: Buffer[] = [];
  if (bytes.subarray(0, 2).equals(GZIP)) unpacked.push(gunzipSync(bytes));
  if (path.endsWith('.br')) unpacked.push(brotliDecompressSync(bytes));
  return [bytes, ...unpacked];
};

/** Passages that only this document has. */
const passagesOf = ({ title, body, word }: Released): string[] => [title, ...body.split(/[。，“”]/).filter((part) => part.includes(word))];

/** What must be nowhere: title, passages of the body, bytes of attachments, in plain and in the pairs the search index keeps. */
const needlesOf = (document: Released): { what: string; needle: Buffer }[] => {
  const passages = passagesOf(document);
  return [
    ...passages.map((passage) => ({ what: `“${passage}”`, needle: Buffer.from(passage) })),
    ...passages.map((passage) => ({ what: `“${passage}”（字对）`, needle: Buffer.from(toIndexText(passage).trim()) })),
    ...document.attachments.flatMap(({ name, text }) => [
      { what: `附件 ${name}`, needle: Buffer.from(text) },
      { what: `附件名 ${name}`, needle: Buffer.from(name) },
    ]),
  ];
};

function* bundlesUnder(folder: string): Generator<string> {
  for (const name of whileThere(() => readdirSync(folder)) ?? []) {
    const path = join(folder, name);
    if (!whileThere(() => lstatSync(path))?.isDirectory()) continue;
    if (existsSync(join(path, 'pagefind-entry.json'))) yield path;
    else yield* bundlesUnder(path);
  }
}

/**
 * Looks for what was leaked in every file of the publisher's and the site's folders: the served tree, kept releases, the replica with
 * its journal, search bundles; each file as it is and unpacked, and what can be read out of the postings of the search indexes.
 * @returns one line a find
 */
export const tracesOf = async (settings: Settings, documents: Released[]): Promise<string[]> => {
  const needles = documents.flatMap(needlesOf);
  const found: string[] = [];
  for (const folder of [join(settings.dataFolder, 'site'), join(settings.dataFolder, 'publisher')]) {
    for (const path of filesUnder(folder)) {
      for (const reading of whileThere(() => (statSync(path).size === 0 ? [] : readings(path))) ?? []) {
        for (const { what, needle } of needles) if (reading.includes(needle)) found.push(`${path}: ${what}`);
      }
    }
  }
  const words = documents.map(({ word }) => word);
  for (const folder of [join(settings.dataFolder, 'site'), join(settings.dataFolder, 'publisher')]) {
    for (const bundle of bundlesUnder(folder)) found.push(...(whileThere(() => readableFrom(bundle, words)) ?? []).map((run) => `${bundle}: ${run}（由索引还原）`));
  }
  return found;
};
