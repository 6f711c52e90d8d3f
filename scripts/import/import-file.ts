import { readFileSync } from 'node:fs';
import { onInterrupt } from '../processes/interruption.ts';
import { openProgress } from '../processes/progress.ts';
import { table } from '../processes/table.ts';
import type { Settings } from '../settings.ts';
import { Converter, type ImportRow, type SourceRow } from './convert.ts';
import { identityOf, Journal, type RefusedRow } from './journal.ts';
import { loadMapping, type Mapping } from './mapping.ts';
import { readRows } from './read-rows.ts';
import { sendBatch } from './send-batch.ts';

export interface ImportRequest {
  /** Absolute. */
  file: string;
  /** Built-in name or path; null: by the name of the file. */
  mapping: string | null;
  /** Rows to read; null: all. */
  limit: number | null;
  refusedFile: string | null;
  restart: boolean;
}

export interface ImportOutcome {
  read: number;
  imported: number;
  unchanged: number;
  refused: number;
  interrupted: boolean;
}

/** One batch is one transaction: small enough that editors do not wait for it, large enough that its commit is cheap. */
const ROWS_PER_BATCH = 200;
const CHARACTERS_PER_BATCH = 4_000_000;

interface Pending {
  rows: ImportRow[];
  sources: Map<string, SourceRow>;
  refused: RefusedRow[];
  characters: number;
}

const nothingPending = (): Pending => ({ rows: [], sources: new Map(), refused: [], characters: 0 });

const isFull = ({ rows, refused, characters }: Pending): boolean =>
  rows.length >= ROWS_PER_BATCH || refused.length >= ROWS_PER_BATCH || characters >= CHARACTERS_PER_BATCH;

/** Sends what is pending and writes down what became of it. */
const settle = async (settings: Settings, mapping: Mapping, journal: Journal, pending: Pending, line: number): Promise<void> => {
  const results = pending.rows.length > 0 ? await sendBatch(settings, mapping.source, pending.rows) : [];
  const byCms = results.flatMap((result) =>
    result.outcome === 'refused'
      ? [{ line: result.line, key: result.key, code: result.code, message: result.message, row: pending.sources.get(result.key) }]
      : [],
  );
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  const refused = [...pending.refused, ...byCms].sort((a, b) => a.line - b.line);
  journal.settle(line, count('imported'), count('unchanged'), refused);
};

/** Reads from the first line even when resuming: what repeats is known only to one who has seen what came before. */
const readAndSend = async (
  settings: Settings,
  request: ImportRequest,
  mapping: Mapping,
  journal: Journal,
  say: (detail: string) => void,
  isStopped: () => boolean,
) => {
  const converter = new Converter(mapping);
  let pending = nothingPending();
  let read = 0;
  let line = 0;
  for await (const one of readRows(request.file)) {
    if (request.limit !== null && read >= request.limit) break;
    read += 1;
    line = one.line;
    const converted = 'fault' in one ? one : converter.convert(one.row, one.line);
    if (line <= journal.settledLine) continue;
    if ('fault' in converted) {
      pending.refused.push({ line, key: null, ...converted.fault, row: 'fault' in one ? one.raw : one.row });
    } else {
      pending.rows.push(converted.row);
      pending.characters += converted.row.body.length;
      if ('row' in one) pending.sources.set(converted.row.key, one.row);
    }
    if (!isFull(pending)) continue;
    await settle(settings, mapping, journal, pending, line);
    pending = nothingPending();
    say(`读到第 ${line} 行，已导入 ${journal.counts.imported} 条，已有 ${journal.counts.unchanged} 条`);
    if (isStopped()) return { read, interrupted: true };
  }
  if (line > journal.settledLine) await settle(settings, mapping, journal, pending, line);
  say(`共 ${read} 行`);
  journal.finish();
  return { read, interrupted: false };
};

const LINES_LISTED = 20;

const reportRefused = (file: string): number => {
  const refused = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as RefusedRow);
  if (refused.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const { code } of refused) counts.set(code, (counts.get(code) ?? 0) + 1);
  console.log('\n没有导入的行：');
  console.log(table(refused.slice(0, LINES_LISTED).map(({ line, message }) => [`  第 ${line} 行`, message])));
  if (refused.length > LINES_LISTED) console.log(`  … 其余 ${refused.length - LINES_LISTED} 行见文件`);
  console.log('\n按原因：');
  console.log(table([...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => [`  ${code}`, String(count)])));
  console.log(`\n全部连同原因和原文：${file}`);
  return refused.length;
};

/** Imports a file: reads, converts, hands over in batches, keeps what was refused, and can be stopped at any moment. */
export const importFile = async (settings: Settings, request: ImportRequest): Promise<ImportOutcome> => {
  const mapping = loadMapping(request.mapping, request.file, process.env.GONGKAI_CALLED_FROM ?? process.cwd());
  // Read once for nothing: a file that cannot be read is told before anything is written down.
  await readRows(request.file).next();
  const journal = Journal.open(settings.dataFolder, request.file, identityOf(request.file, mapping, request.limit), request);
  if (journal.settledLine > 0) console.log(`从上次停下的第 ${journal.settledLine} 行之后继续（从头来过加 --restart）。`);
  let stopped = false;
  const stopListening = onInterrupt(() => {
    stopped = true;
    console.log('这一批完成后停止；再次运行同一命令，会从断点继续。');
  });
  try {
    const { read, interrupted } = await openProgress().step(`导入 ${request.file}`, (say) =>
      readAndSend(settings, request, mapping, journal, say, () => stopped),
    );
    console.log(
      `新导入 ${journal.counts.imported} 条，已有且相同 ${journal.counts.unchanged} 条${interrupted ? '，已停下' : ''}。`,
    );
    return { read, ...journal.counts, refused: reportRefused(journal.refusedFile), interrupted };
  } finally {
    stopListening();
  }
};
