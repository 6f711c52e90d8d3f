import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readSettings, type Settings } from '../settings.ts';
import type { ImportRow } from './convert.ts';
import { importFile, type ImportRequest } from './import-file.ts';
import type { RefusedRow } from './journal.ts';
import { readRows, type ReadRow } from './read-rows.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const all = async (file: string): Promise<ReadRow[]> => {
  const rows: ReadRow[] = [];
  for await (const row of readRows(file)) rows.push(row);
  return rows;
};

describe('readers', () => {
  test('give NDJSON rows with their lines, packed or not, and go on after a bad one', async () => {
    const text = '{"a":1}\n\nno json\n[1]\n{"a":"二\u2028行"}';
    const expected = [
      { line: 1, row: { a: 1 } },
      { line: 3, fault: { code: 'BAD_JSON' }, raw: 'no json' },
      { line: 4, fault: { code: 'NOT_AN_OBJECT' }, raw: '[1]' },
      { line: 5, row: { a: '二\u2028行' } },
    ];
    expect(await all(write('a.ndjson', text))).toMatchObject(expected);
    expect(await all(write('b.ndjson.gz', gzipSync(text)))).toMatchObject(expected);
  });

  test('read CSV with a byte-order mark, line ends inside cells and rows too long', async () => {
    const rows = await all(write('a.csv', '\uFEFF标题,内容\r\n甲,"第一行\r\n第二行"\r\n乙,丙,丁\r\n戊\r\n'));
    expect(rows).toMatchObject([
      { line: 2, row: { 标题: '甲', 内容: '第一行\n第二行' } },
      { line: 4, fault: { code: 'TOO_MANY_CELLS' } },
      { line: 5, row: { 标题: '戊' } },
    ]);
  });

  test.each([
    ['gbk.csv', Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x0a]), /UTF-8/],
    ['utf16.csv', Buffer.from('\uFEFF标题', 'utf16le'), /UTF-8/],
    ['book.csv', Buffer.from('PK\u0003\u0004'), /Excel/],
    ['cut.ndjson.gz', gzipSync('{"a":1}\n'.repeat(1000)).subarray(0, 30), /不完整/],
    ['quote.csv', Buffer.from('a,b\n"x,y\n'), /引号|读不下去/],
  ])('say what is wrong with %s as a whole', async (name, bytes, message) => {
    await expect(all(write(name, bytes))).rejects.toThrow(message);
  });

  test('say that a file is not there', async () => {
    await expect(all(join(folder, 'none.csv'))).rejects.toThrow(/没有这个文件/);
  });
});

/** Speaks the import seam as the CMS does: knows rows by source and key, takes a row's refusal from its title. */
class ImportDoor {
  readonly rows = new Map<string, ImportRow>();
  batches = 0;
  /** Batches after which the connection is cut, as when the CMS is killed before it answers. */
  dieAfter = Infinity;
  #server!: Server;

  async open(): Promise<string> {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { rows } = JSON.parse(Buffer.concat(parts).toString()) as { source: string; rows: ImportRow[] };
        this.batches += 1;
        if (request.headers.authorization !== 'Bearer operator-token-of-a-test') return void response.writeHead(403).end('no');
        const results = rows.map((row) => this.#take(row));
        if (this.batches > this.dieAfter) return void response.writeHead(400).end('stopped');
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
      });
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #take(row: ImportRow) {
    const { key, line, title } = row;
    if (title.includes('超长')) return { key, line, outcome: 'refused', code: 'TITLE_TOO_LONG', message: '标题超过 400 字' };
    const outcome = this.rows.has(key) ? 'unchanged' : 'imported';
    this.rows.set(key, row);
    return { key, outcome, id: 'abcdefghjk' };
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

describe('an import', () => {
  const door = new ImportDoor();
  let settings: Settings;
  let request: ImportRequest;
  const log = console.log;

  beforeEach(async () => {
    console.log = () => {};
    door.rows.clear();
    door.batches = 0;
    door.dieAfter = Infinity;
    settings = readSettings(
      { GONGKAI_DATA: join(folder, 'data'), CMS_URL: await door.open(), OPERATOR_TOKEN: 'operator-token-of-a-test' },
      { makeSecrets: true },
    );
    const lines = Array.from({ length: 1000 }, (_, index) => {
      const number = index + 1;
      if (number % 100 === 0) return JSON.stringify({ id: `n${number}`, title: `第${number}条`, date: '2024-01-15', body: '' });
      return JSON.stringify({
        id: `n${number}`,
        title: number === 501 ? '超长的标题' : `第${number}条`,
        date: '2024-01-15',
        body: '<p>正文</p>',
      });
    });
    request = { file: write('news.ndjson', lines.join('\n')), mapping: null, limit: null, refusedFile: null, restart: false };
  });
  afterEach(() => {
    door.close();
    console.log = log;
  });

  const refusedRows = (): RefusedRow[] =>
    readFileSync(join(settings.dataFolder, 'import', 'news-refused.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RefusedRow);

  test('hands over good rows and keeps the others with line, reason and text', async () => {
    expect(await importFile(settings, request)).toEqual({
      read: 1000,
      imported: 989,
      unchanged: 0,
      refused: 11,
      interrupted: false,
    });
    expect(door.rows.size).toBe(989);
    expect(refusedRows().map(({ line, code }) => `${line} ${code}`)).toEqual([
      ...[100, 200, 300, 400, 500].map((line) => `${line} NO_BODY`),
      '501 TITLE_TOO_LONG',
      ...[600, 700, 800, 900, 1000].map((line) => `${line} NO_BODY`),
    ]);
    expect(refusedRows()[0]).toMatchObject({ row: { id: 'n100', title: '第100条' }, message: '没有正文' });
  });

  test('run a second time changes nothing and lists the same rows', async () => {
    await importFile(settings, request);
    const before = refusedRows();
    expect(await importFile(settings, request)).toMatchObject({ imported: 0, unchanged: 989, refused: 11 });
    expect(refusedRows()).toEqual(before);
  });

  test('goes on where it was stopped, and every row is handed over and listed once', async () => {
    door.dieAfter = 2;
    await expect(importFile(settings, request)).rejects.toThrow(/不接受/);
    expect(existsSync(join(settings.dataFolder, 'import', 'news-state.json'))).toBe(true);
    door.dieAfter = Infinity;
    const batches = door.batches;
    // The batch under way had gone in (199 rows and the one refused), only its answer was lost.
    expect(await importFile(settings, request)).toMatchObject({ imported: 989 - 199, unchanged: 199, refused: 11 });
    expect(door.batches - batches).toBe(3);
    expect(refusedRows()).toHaveLength(11);
    expect(existsSync(join(settings.dataFolder, 'import', 'news-state.json'))).toBe(false);
  });

  test('reads no more rows than it was told to', async () => {
    expect(await importFile(settings, { ...request, limit: 150 })).toMatchObject({ read: 150, imported: 149, refused: 1 });
  });

  test('with a wrong token says so and leaves nothing half done', async () => {
    const wrong = { ...settings, secrets: { ...settings.secrets, operatorToken: 'another-token-altogether' } };
    await expect(importFile(wrong, request)).rejects.toMatchObject({
      code: 'IMPORT_CMS_REFUSED',
      hint: expect.stringContaining('OPERATOR_TOKEN') as string,
    });
  });
});
