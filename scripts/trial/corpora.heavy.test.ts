import { changeSchema, documentSchema, type PublicDocument } from '@gongkai/site/contract';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { columns } from '../demonstration/columns.ts';
import { departments } from '../demonstration/departments.ts';
import { operate } from '../desk/desk.ts';
import { Converter, type ImportRow } from '../import/convert.ts';
import { importFile } from '../import/import-file.ts';
import { loadMapping } from '../import/mapping.ts';
import { readRows } from '../import/read-rows.ts';
import { WORKSPACE, type Settings } from '../settings.ts';
import { untilLive } from '../bench/publish/portal-at-size.ts';
import { removeTrial, startCms, startPublisher, trialSettings, type Part } from './trial.ts';

const folder = resolve(WORKSPACE, process.env.GONGKAI_CORPORA || '../shared/corpora');
const present = existsSync(join(folder, 'laws.ndjson.gz'));
if (!present) console.warn(`not run: the corpora are not in ${folder} (GONGKAI_CORPORA)`);

const NAMES = ['laws', 'news', 'disclosure-raw'] as const;
/** Rows of disclosure-raw that have a usable body (corpora/README.md). */
const USABLE_DISCLOSURE = 1432;

const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u2060\uFEFF]/g;
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&#39;': "'", '&apos;': "'", '&nbsp;': '\u00a0', '&amp;': '&' };

/** Characters of a body after the sanitiser's own normalisation (`cms/src/plugins/review/server/src/content/sanitise.ts`), blanks aside. */
const charactersOf = (html: string): string =>
  html
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#34|#39|apos|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, '');

const line = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** What ought to go in: rows the mapping accepts. */
const accepted = async (name: string): Promise<{ rows: ImportRow[]; refused: number; read: number }> => {
  const file = join(folder, `${name}.ndjson.gz`);
  const converter = new Converter(loadMapping(null, file, '/'));
  const rows: ImportRow[] = [];
  let refused = 0;
  let read = 0;
  for await (const one of readRows(file)) {
    read += 1;
    const converted = 'fault' in one ? one : converter.convert(one.row, one.line);
    if ('row' in converted) rows.push(converted.row);
    else refused += 1;
  }
  return { rows, refused, read };
};

const feedDocuments = async (settings: Settings): Promise<PublicDocument[]> => {
  const documents: PublicDocument[] = [];
  let cursor = 0;
  for (;;) {
    const response = await fetch(`${settings.cmsUrl}/api/publication/changes?after=${cursor}`, {
      // Reading thousands of pages between two requests blocks this process; a connection kept open would be closed from the other side.
      headers: { authorization: `Bearer ${settings.secrets.feedToken}`, connection: 'close' },
    });
    const lines = (await response.text()).trim().split('\n').map((text): unknown => JSON.parse(text));
    const end = lines.pop() as { cursor: number; more: boolean };
    for (const change of lines.map((one) => changeSchema.parse(one))) if (change.type === 'document.put') documents.push(documentSchema.parse(change.document));
    cursor = end.cursor;
    if (!end.more) return documents;
  }
};

(present ? describe : describe.skip)('corpora that nobody here wrote come out as they went in', () => {
  let settings: Settings;
  const parts: Part[] = [];
  /** What the feed holds after the import. */
  let fed: PublicDocument[] = [];
  const outcomes: Record<string, { read: number; imported: number; unchanged: number; refused: number }> = {};
  const refusedFile = (name: string) => join(settings.dataFolder, `${name}-refused.ndjson`);
  const bring = (name: string) => importFile(settings, { file: join(folder, `${name}.ndjson.gz`), mapping: null, limit: null, refusedFile: refusedFile(name), restart: true });

  beforeAll(async () => {
    settings = await trialSettings({ name: 'corpora' });
    parts.push(await startCms(settings));
    await operate(settings.cmsUrl, settings.secrets.operatorToken, 'reference', { columns, departments });
    for (const name of NAMES) outcomes[name] = await bring(name);
    parts.push(await startPublisher(settings));
    await untilLive(settings);
    fed = await feedDocuments(settings);
  });
  afterAll(async () => {
    for (const part of parts.reverse()) await part.stop();
    if (settings) removeTrial(settings);
  });

  test('of disclosure-raw exactly the rows with a usable body go in, every other is on the list with its line and reason', () => {
    const refused = readFileSync(refusedFile('disclosure-raw'), 'utf8').trim().split('\n').map((text) => JSON.parse(text) as { line: number; code: string; message: string });
    expect(outcomes['disclosure-raw']?.imported).toBe(USABLE_DISCLOSURE);
    expect(refused).toHaveLength((outcomes['disclosure-raw']?.read ?? 0) - USABLE_DISCLOSURE);
    expect(refused.every(({ line: number, code, message }) => number > 0 && code !== '' && message !== '')).toBe(true);
  });

  test('count, titles, dates and characters in the feed are those that went in', async () => {
    const byKind = new Map<string, number>();
    const count = (key: string, step: number) => byKind.set(key, (byKind.get(key) ?? 0) + step);
    let expected = 0;
    for (const name of NAMES) {
      const { rows } = await accepted(name);
      const lost = new Set(readFileSync(refusedFile(name), 'utf8').split('\n').filter(Boolean).map((text) => (JSON.parse(text) as { line: number }).line));
      for (const row of rows.filter((candidate) => !lost.has(candidate.line))) {
        expected += 1;
        count(`${line(row.title)} ${row.publishedAt} ${charactersOf(row.body)}`, 1);
      }
    }
    for (const document of fed) count(`${document.title} ${document.publishedAt} ${charactersOf(document.body)}`, -1);
    const differing = [...byKind].filter(([, balance]) => balance !== 0).map(([key, balance]) => `${balance} × ${key.slice(0, 120)}`);
    expect(fed).toHaveLength(expected);
    expect(differing.slice(0, 5)).toEqual([]);
  });

  test('every page of the live release carries title, date and characters of its document', async () => {
    const live = realpathSync(join(settings.dataFolder, 'site', 'current'));
    const wrong: string[] = [];
    const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    for (const document of fed) {
      const page = readFileSync(join(live, document.column, document.month, `${document.id}.html`), 'utf8');
      const body = /<div id="body"[^>]*>([\s\S]*?)<\/div>\s*(?=<\/article>|<section|<aside|<p class="proof|<div class="(?!table-scroll))/.exec(page)?.[1] ?? page;
      // A title is text, not markup: `<` in it is a character, and stands escaped on the page.
      if (!charactersOf(page).includes(document.title.replace(/\s+/g, ''))) wrong.push(`${document.id}: title`);
      if (!charactersOf(body).includes(charactersOf(document.body)) && !charactersOf(page).includes(charactersOf(document.body))) wrong.push(`${document.id}: body`);
      const day = document.publishedAt ? days.format(new Date(document.publishedAt)) : null;
      if (day && !page.includes(day)) wrong.push(`${document.id}: date ${day}`);
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('a second run changes nothing', async () => {
    for (const name of NAMES) expect(await bring(name)).toMatchObject({ imported: 0, unchanged: outcomes[name]?.imported });
    expect(await feedDocuments(settings)).toEqual(fed);
  });
});
