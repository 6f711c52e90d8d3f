import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { Fault } from '../fault.ts';
import type { ReadRow } from './read-rows.ts';

interface Parsed {
  info: Info;
  raw: string;
  record: string[];
}

const faultOfHeader = (header: string[]): string | null => {
  const repeated = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (repeated) return `表头里“${repeated}”出现了两次`;
  return header.every((name) => name === '') ? '没有表头' : null;
};

/** CR LF becomes LF, over the borders of chunks too: inside a quoted cell the parser would count it as two lines. */
async function* withLineFeeds(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + chunk;
    rest = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - rest.length).replaceAll('\r\n', '\n');
  }
  if (rest !== '') yield rest;
}

/** A cell may run over several lines: people look for a row where it begins. */
const firstLineOf = ({ info, raw }: Parsed): number => info.lines - (raw.trim().match(/\n/g)?.length ?? 0);

/**
 * CSV with a header in its first line. A row with more cells than the header is a fault, since nobody can know which cell broke
 * in two; one with fewer lacks its last ones.
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  const parser = Readable.from(withLineFeeds(chunks)).compose(
    parse({ info: true, raw: true, relax_column_count: true, skip_empty_lines: true, bom: true }),
  ) as AsyncIterable<Parsed>;
  let header: string[] | null = null;
  try {
    for await (const parsed of parser) {
      const { raw, record } = parsed;
      if (header === null) {
        header = record.map((name) => name.trim());
        const fault = faultOfHeader(header);
        if (fault) throw new Fault('IMPORT_UNREADABLE', `CSV 的第一行不能用作表头：${fault}。`, '请在第一行写上各列的名称。');
        continue;
      }
      const names = header;
      if (record.length > names.length) {
        yield {
          line: firstLineOf(parsed),
          fault: { code: 'TOO_MANY_CELLS', message: `有 ${record.length} 格，表头只有 ${names.length} 格` },
          raw,
        };
        continue;
      }
      yield {
        line: firstLineOf(parsed),
        row: Object.fromEntries(record.flatMap((value, index) => (names[index] ? [[names[index], value]] : []))),
      };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Fault(
      'IMPORT_UNREADABLE',
      `CSV 在第 ${error.lines} 行附近读不下去：${error.message}`,
      '多半是引号没有成对；请改正后再试，已导入的行不会重复。',
      { cause: error },
    );
  }
}
