import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Converter } from '../import/convert.ts';
import { loadMapping } from '../import/mapping.ts';
import { readRows } from '../import/read-rows.ts';
import type { Bench, BenchContext } from './bench.ts';
import { ratio, rounded, timed } from './timing.ts';

const CORPORA = ['laws', 'news', 'disclosure-raw'];

interface Counts {
  rows: number;
  accepted: number;
}

const readAndConvert = async (file: string): Promise<Counts> => {
  const converter = new Converter(loadMapping(null, file, '/'));
  const counts = { rows: 0, accepted: 0 };
  for await (const one of readRows(file)) {
    counts.rows += 1;
    if ('row' in one && 'row' in converter.convert(one.row, one.line)) counts.accepted += 1;
  }
  return counts;
};

/** Reference: unpacking and parsing alone, which no importer can do without. */
const parseOnly = async (file: string): Promise<void> => {
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) JSON.parse(line);
};

const measure = async (context: BenchContext, name: string) => {
  const file = join(context.corpora(), `${name}.ndjson.gz`);
  const reference = await timed(() => parseOnly(file));
  const { result, ms } = await timed(() => readAndConvert(file));
  return { name, ...result, ms, referenceMs: reference.ms };
};

/** How fast rows of the corpora are read and turned into ours, the CMS left out. */
export const readBench: Bench = {
  async run(context) {
    const measured = [];
    for (const name of CORPORA) measured.push(await context.progress.step(`读取 ${name}`, () => measure(context, name)));
    return {
      table: [
        ['语料', '行', '可导入', '毫秒', '行/秒', '为只解析的倍数'],
        ...measured.map(({ name, rows, accepted, ms, referenceMs }) => [
          name,
          String(rows),
          String(accepted),
          ms.toFixed(0),
          ((rows / ms) * 1000).toFixed(0),
          String(ratio(ms, referenceMs)),
        ]),
      ],
      json: Object.fromEntries(
        measured.map(({ name, rows, accepted, ms, referenceMs }) => [
          name,
          {
            rows,
            accepted,
            readMs: rounded(ms),
            readToParseRatio: ratio(ms, referenceMs),
            rowsPerSecond: rounded((rows / ms) * 1000),
          },
        ]),
      ),
    };
  },
};
