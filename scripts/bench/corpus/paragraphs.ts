import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../../demonstration/documents.ts';
import { readRows } from '../../import/read-rows.ts';

/** Text to recombine: titles cut at their commas, paragraphs as they stand. */
export interface Pool {
  titles: string[];
  paragraphs: string[];
  /** Where it comes from, for the table. */
  from: string;
}

const SHORTEST = 30;
const LONGEST = 400;
/** Enough that 200,000 documents do not all read alike, little enough to hold. */
const MOST_PARAGRAPHS = 30_000;

const paragraphsOf = (text: string): string[] =>
  text
    .replace(/<\/(p|h\d|li|tr)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length >= SHORTEST && paragraph.length <= LONGEST && !/[<>&]/.test(paragraph));

/** The project's own text, where there are no corpora. */
const ownPool = (): Pool => ({
  titles: documents.map((document) => document.title),
  paragraphs: documents.flatMap((document) => paragraphsOf(document.body)),
  from: '演示内容',
});

/** @param folder of the corpora, null or missing: the project's own text */
export const readPool = async (folder: string | null): Promise<Pool> => {
  if (!folder || !existsSync(join(folder, 'news.ndjson.gz'))) return ownPool();
  const titles: string[] = [];
  const paragraphs: string[] = [];
  for (const name of ['laws', 'news']) {
    const limit = paragraphs.length + MOST_PARAGRAPHS / 2;
    for await (const one of readRows(join(folder, `${name}.ndjson.gz`))) {
      if (!('row' in one)) continue;
      const { title, body } = one.row as { title?: string; body?: string };
      if (typeof title === 'string' && title.length <= 60) titles.push(title.replace(/[<>&]/g, ''));
      if (paragraphs.length < limit) paragraphs.push(...paragraphsOf(body ?? '').slice(0, 12));
    }
  }
  return { titles, paragraphs, from: '语料（重新组合）' };
};
