import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startCms, trialSettings } from '../trial/trial.ts';
import { WORKSPACE } from '../settings.ts';
import type { Bench } from './bench.ts';
import { fillCorpus } from './corpus/fill-corpus.ts';
import { readPool } from './corpus/paragraphs.ts';
import { corpusRows } from './corpus/rows.ts';
import { ratio, rounded, timed } from './timing.ts';

const DEFAULT_DOCUMENTS = 200_000;
const REFERENCE_ROWS = 20_000;

/** Where paragraphs come from; null: they are made up. */
export const corporaFolder = (): string | null => {
  const folder = resolve(WORKSPACE, process.env.GONGKAI_CORPORA || '../shared/corpora');
  return existsSync(folder) ? folder : null;
};

/** Reference: the same rows as bare inserts of one table, which no importer can do without. @returns milliseconds a row */
const bareInserts = async (folder: string, seed: number): Promise<number> => {
  const pool = await readPool(corporaFolder());
  const rows = [...corpusRows(pool, seed, REFERENCE_ROWS)];
  const database = new Database(join(folder, 'reference.db'));
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE document (key TEXT PRIMARY KEY, content TEXT)');
  const insert = database.prepare('INSERT INTO document VALUES (?, ?)');
  const { ms } = await timed(() => database.transaction(() => rows.forEach((row) => insert.run(row.key, JSON.stringify(row))))());
  database.close();
  return ms / rows.length;
};

/** How long it takes to publish a corpus of any size, from nothing. */
export const corpusBench: Bench = {
  async run({ folder, documents, seed, progress }) {
    const count = documents ?? DEFAULT_DOCUMENTS;
    const pool = await readPool(corporaFolder());
    const settings = await trialSettings({ dataFolder: join(folder, 'data') });
    const cms = await startCms(settings);
    try {
      const { ms } = await timed(() => progress.step(`写入 ${count} 条`, (say) => fillCorpus(settings, pool, { documents: count, seed }, say)));
      const bareMs = (await bareInserts(folder, seed)) * count;
      return {
        table: [
          ['文档', '文本', '秒', '条/秒', '为单表插入的倍数'],
          [String(count), pool.from, (ms / 1000).toFixed(1), ((count / ms) * 1000).toFixed(0), String(ratio(ms, bareMs))],
        ],
        json: { documents: count, seed, text: pool.from, corpusMs: rounded(ms), corpusToBareInsertRatio: ratio(ms, bareMs), documentsPerSecond: rounded((count / ms) * 1000) },
      };
    } finally {
      await cms.stop();
    }
  },
};
