import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import { openProgress, type Progress } from '../processes/progress.ts';
import { table } from '../processes/table.ts';
import { WORKSPACE } from '../settings.ts';
import { benches } from './registry.ts';

/** What a bench may use. It writes in its own folder only, so the user's data are never touched. */
export interface BenchContext {
  /** Empty, and removed afterwards. */
  folder: string;
  /** Null: as many as the bench thinks right. */
  documents: number | null;
  seed: number;
  /** @throws Fault `BENCH_CORPORA_MISSING` when the corpora are not on this machine */
  corpora(): string;
  progress: Progress;
}

/** Figures carry their unit in the name (`p50Ms`, `rowsPerSecond`); one with a time has a `…Ratio` beside it. */
export type BenchFigures = { [name: string]: number | string | boolean | null | BenchFigures };

export interface BenchResult {
  /** Rows for people; the first one is the head. */
  table: string[][];
  json: BenchFigures;
}

export interface Bench {
  run(context: BenchContext): Promise<BenchResult>;
}

export interface BenchOptions {
  documents: number | null;
  seed: number;
  json: boolean;
}

const findCorpora = (): string => {
  const folder = resolve(WORKSPACE, process.env.GONGKAI_CORPORA || '../shared/corpora');
  if (existsSync(join(folder, 'laws.ndjson.gz'))) return folder;
  throw new Fault(
    'BENCH_CORPORA_MISSING',
    `这项测量需要语料，而 ${folder} 里没有。`,
    '用 GONGKAI_CORPORA 指定语料所在的目录；没有语料时可以跳过这项测量。',
  );
};

/**
 * Runs one bench and prints its table and, when asked, one JSON object as the last line.
 * @throws Fault `BENCH_UNKNOWN`
 */
export const runBench = async (name: string, options: BenchOptions): Promise<void> => {
  const entry = benches.find((bench) => bench.name === name);
  if (!entry) throw new Fault('BENCH_UNKNOWN', `没有测量 ${name}。`, `有：${benches.map((bench) => bench.name).join('、')}。`);
  const folder = mkdtempSync(join(tmpdir(), `gongkai-bench-${name}-`));
  try {
    const bench = await entry.load();
    const result = await bench.run({
      folder,
      documents: options.documents,
      seed: options.seed,
      corpora: findCorpora,
      progress: openProgress(),
    });
    console.log(`\n${table(result.table)}`);
    if (options.json) console.log(JSON.stringify(result.json));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
