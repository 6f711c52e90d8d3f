import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault, systemCodeOf } from '../fault.ts';
import type { RowFault, SourceRow } from './convert.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';

/** One row as read: what it says, or why it cannot be read. `raw` is kept with a refused row, so that it can be mended and tried again. */
export type ReadRow = { line: number; row: SourceRow } | { line: number; fault: RowFault; raw: string };

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const beginsWith = (bytes: Buffer, mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

const firstBytes = async (file: string): Promise<Buffer> => {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4), position: 0 });
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const missing = systemCodeOf(error) === 'ENOENT';
    throw new Fault('IMPORT_UNREADABLE', missing ? `没有这个文件：${file}` : `读不了文件：${file}`, '请检查路径和权限。', {
      cause: error,
    });
  }
};

const notUtf8 = (file: string, cause?: unknown): Fault =>
  new Fault(
    'IMPORT_UNREADABLE',
    `${file} 不是 UTF-8 编码（常见的是 GBK 或 UTF-16）。`,
    '请先转换编码，例如：iconv -f GB18030 -t UTF-8 原文件 > 新文件；在 Excel 里另存为“CSV UTF-8”。',
    { cause },
  );

/** Strict: a guessed character would stand in a public document for ever. A byte-order mark is dropped. */
async function* decoded(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw notUtf8(file, error);
    if (code.startsWith('Z_'))
      throw new Fault('IMPORT_UNREADABLE', `${file} 解压到一半出错，文件可能不完整。`, '请重新取得这个文件。', { cause: error });
    throw error;
  }
}

const bytesOf = async (file: string): Promise<Readable> => {
  const head = await firstBytes(file);
  if (beginsWith(head, ZIP))
    throw new Fault('IMPORT_UNREADABLE', `${file} 是压缩包或 Excel 文件。`, '请先解压，或在表格软件里另存为“CSV UTF-8”。');
  if (UTF16.some((mark) => beginsWith(head, mark))) throw notUtf8(file);
  const bytes = createReadStream(file);
  if (!beginsWith(head, GZIP)) return bytes;
  // pipeline hands errors on to the stream that is read, where they are told.
  return pipeline(bytes, createGunzip(), () => {});
};

/**
 * Rows of an NDJSON, NDJSON.gz or CSV file, one after another, whatever the size of the file.
 * @throws Fault `IMPORT_UNREADABLE` when the file as a whole cannot be read; a single bad row comes as a row with a fault
 */
export async function* readRows(file: string): AsyncGenerator<ReadRow> {
  const text = decoded(await bytesOf(file), file);
  yield* /\.csv(\.gz)?$/i.test(file) ? readCsv(text) : readNdjson(text);
}
