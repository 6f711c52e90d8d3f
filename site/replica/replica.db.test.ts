import Database from 'better-sqlite3';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Chance, imaginedColumns, imaginedDepartments, imaginedDocument } from '../build/fixtures/imagined-city.ts';
import { temporaryFolder } from '../build/fixtures/published-tree.ts';
import type { Change, PublicDocument } from '../contract/index.ts';
import { themeCode } from '../plan/index.ts';
import { openReplica, readReplica, type Replica } from './index.ts';

const AT = '2026-01-01T00:00:00.000Z';
const siteUrl = 'http://portal.example';
const chance = new Chance(11);

let folder: string;
let remove: () => Promise<void>;
let file: string;
let replica: Replica;
let seq: number;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  file = join(folder, 'replica.db');
  replica = openReplica(file, { siteUrl });
  seq = 0;
  replica.apply([
    ...imaginedColumns().map((column): Change => ({ type: 'column.put', seq: ++seq, at: AT, column })),
    ...imaginedDepartments().map((department): Change => ({ type: 'department.put', seq: ++seq, at: AT, department })),
  ]);
  replica.settle(replica.pending());
});
afterEach(async () => {
  replica.close();
  await remove();
});

function document(given: Partial<PublicDocument> = {}): PublicDocument {
  return imaginedDocument(chance, { event: seq + 1, publishedAt: '2026-02-10T01:00:00.000Z', ...given });
}

function put(content: PublicDocument): Change {
  return { type: 'document.put', seq: ++seq, at: AT, id: content.id, document: content };
}

function withdrawn({ id, column, month, formerColumns }: PublicDocument, kind: 'error' | 'leak'): Change {
  return { type: 'document.withdrawn', seq: ++seq, at: AT, withdrawal: { id, column, month, formerColumns, kind, at: AT } };
}

function live(...changes: Change[]): void {
  replica.apply(changes);
  replica.settle(replica.pending());
}

test('a new replica is a full build, and so is another public address', () => {
  const fresh = openReplica(join(folder, 'fresh.db'), { siteUrl });
  expect(fresh.pending().everything).toBe(true);
  fresh.settle(fresh.pending());
  expect(fresh.hasPending()).toBe(false);
  fresh.close();
  const moved = openReplica(join(folder, 'fresh.db'), { siteUrl: 'https://www.example.gov.cn/' });
  expect(moved.pending().everything).toBe(true);
  moved.close();
});

test('one released document touches its page, its column, month, year, department and theme there, feeds, data, department, catalogue, statistics, sitemaps, home and hall, and nothing else', () => {
  live(put(document({ column: 'gsgg' })), put(document({ column: 'gsgg' })));
  const place = { column: 'gsgg', department: 'szf', indexNumber: 'SZF-2026-00001', topicClass: '综合政务' };
  const content = document({ ...place, attachments: [], images: [], particulars: null });
  replica.apply([put(content)]);
  expect(replica.pending()).toMatchObject({
    everything: false,
    remove: [],
    files: [],
    removeTrees: [],
    documents: [content.id],
    write: [
      '.well-known/security.txt',
      'bm/szf/index.html',
      'feed.xml',
      'gsgg/202602.csv',
      'gsgg/202602.json',
      `gsgg/202602/${content.id}.html`,
      `gsgg/202602/${content.id}.json`,
      'gsgg/202602/index.html',
      'gsgg/bumen/szf.html',
      'gsgg/feed.xml',
      'gsgg/index.html',
      'gsgg/months.json',
      'gsgg/nian/2026.html',
      `gsgg/zhuti/${themeCode('综合政务')}.html`,
      'gy/nianbao/2026.html',
      'gy/shuju.html',
      'gy/shuju/columns.json',
      'index.html',
      'map-202602-0.xml',
      'map-pages-0.xml',
      'search/suggestions.json',
      'sitemap-index.xml',
      'tj/changes.csv',
      'tj/columns.csv',
      'tj/departments.csv',
      'tj/freshness.csv',
      'tj/index.html',
      'xxgk/index.html',
      'xxgk/mulu/index.html',
      'xxgk/mulu/szf/2026.csv',
      'xxgk/mulu/szf/2026.html',
      `xxgk/mulu/zhuti/${themeCode('综合政务')}/2026.csv`,
      `xxgk/mulu/zhuti/${themeCode('综合政务')}/2026.html`,
    ],
  });
});

test('a line taken twice changes nothing', () => {
  const line = put(document());
  live(line);
  const again = replica.apply([line]);
  expect(again).toEqual({ setAside: [], documents: [], leaked: false });
  expect(replica.hasPending()).toBe(false);
});

test('a document that breaks the contract is set aside with a reason, keeps what was live, and holds up nothing else', () => {
  const good = document();
  live(put(good));
  const other = document();
  const { setAside } = replica.apply([put({ ...good, title: 'null' }), put(other)]);
  expect(setAside).toEqual([
    { id: good.id, seq: seq - 1, code: 'CONTRACT', reason: expect.stringContaining('不能为空') as string },
  ]);
  expect(replica.document(good.id)?.title).toBe(good.title);
  expect(replica.document(other.id)).not.toBeNull();
  expect(replica.setAsides()).toEqual(setAside);
  replica.apply([put({ ...good, title: '改好的标题' })]);
  expect(replica.setAsides()).toEqual([]);
});

test('content whose page fails gives way to the content before; new content goes', () => {
  const before = document({ column: 'gsgg' });
  live(put(before));
  const fresh = document();
  replica.apply([put({ ...before, title: '无法生成', column: 'zcwj', formerColumns: ['gsgg'] }), put(fresh)]);
  expect(replica.setAside(before.id, '模板报错')).toEqual({ id: before.id, seq: seq - 1, code: 'RENDER', reason: '模板报错' });
  replica.setAside(fresh.id, '模板报错');
  expect(replica.document(before.id)).toEqual(before);
  expect(replica.document(fresh.id)).toBeNull();
  const { write, remove: removed } = replica.pending();
  expect(write).toContain(`gsgg/202602/${before.id}.html`);
  expect(removed).toEqual(expect.arrayContaining([`zcwj/202602/${before.id}.html`, `gsgg/202602/${fresh.id}.html`]));
});

test('work that came after a plan was made stays pending when the plan is settled', () => {
  replica.apply([put(document({ column: 'gsgg' }))]);
  const plan = replica.pending();
  const later = document({ column: 'zcwj' });
  replica.apply([put(later)]);
  replica.settle(plan);
  expect(replica.pending().write).toContain(`zcwj/202602/${later.id}.html`);
});

test('pending work survives the end of the process', () => {
  const content = document();
  replica.apply([put(content)]);
  const plan = replica.pending();
  replica.close();
  replica = openReplica(file, { siteUrl });
  expect(replica.pending()).toEqual(plan);
});

test('a correction copies the new attachments and removes the old ones; a move and a withdrawal remove the folder', () => {
  const file1 = { sha256: 'a'.repeat(64), path: `${'a'.repeat(16)}.pdf`, mediaType: 'application/pdf', bytes: 5, name: '甲.pdf' };
  const file2 = { ...file1, sha256: 'b'.repeat(64), path: `${'b'.repeat(16)}.pdf` };
  const content = document({ column: 'gsgg', department: 'jyj', indexNumber: null, topicClass: '', attachments: [file1], images: [], particulars: null });
  const at = (column: string): string => `${column}/202602/${content.id}`;
  live(put(content));
  replica.apply([put({ ...content, attachments: [file2] })]);
  expect(replica.pending()).toMatchObject({
    files: [{ path: `${at('gsgg')}/${file2.path}`, sha256: file2.sha256 }],
    remove: [`${at('gsgg')}/${file1.path}`],
    removeTrees: [],
  });
  replica.settle(replica.pending());
  const moved = { ...content, attachments: [file2], column: 'zcwj', formerColumns: ['gsgg'] };
  replica.apply([put(moved)]);
  expect(replica.pending()).toMatchObject({
    files: [{ path: `${at('zcwj')}/${file2.path}`, sha256: file2.sha256 }],
    removeTrees: [at('gsgg')],
  });
  expect(replica.pending().write).toContain(`${at('gsgg')}.html`);
  replica.settle(replica.pending());
  replica.apply([withdrawn(moved, 'error')]);
  const plan = replica.pending();
  expect(plan.removeTrees).toEqual([at('zcwj')]);
  expect(plan.write).toEqual(expect.arrayContaining([`${at('gsgg')}.html`, `${at('zcwj')}.html`, 'gone.txt']));
  expect(plan.remove).toEqual([
    'gy/nianbao/2026.html',
    'map-202602-0.xml',
    'zcwj/202602.csv',
    'zcwj/202602.json',
    'zcwj/202602/index.html',
    `${at('zcwj')}.json`,
    'zcwj/bumen/jyj.html',
    'zcwj/nian/2026.html',
  ]);
});

test('nothing of a leak is left in the file, its log or its pending work once the release without it is settled', () => {
  const secret = '不应公开的涉密段落甲乙丙丁';
  const leak = document({ title: `标题${secret}`, body: `<p>${`${secret}。`.repeat(900)}</p>`, summary: secret });
  live(...Array.from({ length: 40 }, () => put(document())), put(leak));
  replica.apply([put({ ...leak, summary: `${secret}改` })]);
  expect(traces(secret)).toBeGreaterThan(0);
  replica.apply([withdrawn(leak, 'leak')]);
  replica.settle(replica.pending());
  expect(traces(secret)).toBe(0);
  expect(replica.withdrawal(leak.id)?.kind).toBe('leak');
});

test('a reader holds one state while the writer goes on', () => {
  const reader = readReplica(file, { siteUrl });
  reader.hold();
  live(put(document()));
  expect(reader.months()).toEqual([]);
  reader.let();
  expect(reader.months()).toHaveLength(1);
  reader.close();
});

test('documents are read in portions, in a stable order, all of them once', () => {
  const contents = Array.from({ length: 25 }, () => document());
  live(...contents.map(put));
  const seen: string[] = [];
  for (let after = ''; ;) {
    const portion = replica.documents({ after, limit: 10 });
    if (portion.length === 0) break;
    seen.push(...portion.map(({ id }) => id));
    after = seen.at(-1)!;
  }
  expect(seen).toEqual(contents.map(({ id }) => id).sort());
});

describe('a document shown in a further column', () => {
  const shown = () => document({ column: 'gsgg', department: 'szf', furtherColumns: ['zcwj'], attachments: [], images: [] });

  test('is listed and counted there under its one address, and touches the lists, months and feeds of both', () => {
    live(put(document({ column: 'zcwj' })), put(document({ column: 'gsgg' })));
    const content = shown();
    replica.apply([put(content)]);
    const { write } = replica.pending();
    for (const column of ['gsgg', 'zcwj']) {
      expect(write).toEqual(expect.arrayContaining([`${column}/index.html`, `${column}/202602/index.html`, `${column}/feed.xml`]));
    }
    expect(write.filter((path) => path.includes(content.id))).toEqual([`gsgg/202602/${content.id}.html`, `gsgg/202602/${content.id}.json`]);
    expect(replica.newestOfColumn('zcwj', 10).map(({ id }) => id)).toContain(content.id);
    expect(replica.itemsOfMonth('zcwj', '202602').map(({ id }) => id)).toContain(content.id);
    expect(replica.monthsOfColumn('zcwj')).toMatchObject([{ month: '202602', documents: 2, own: 1 }]);
    expect(replica.monthsOfColumn('gsgg')).toMatchObject([{ month: '202602', documents: 2, own: 2 }]);
  });

  test('goes from there when it is hidden, withdrawn, or its own column closes', () => {
    const content = shown();
    live(put(content));
    const listed = () => replica.newestOfColumn('zcwj', 10).length + replica.itemsOfMonth('zcwj', '202602').length + replica.monthsOfColumn('zcwj').length;
    expect(listed()).toBe(3);
    live(put({ ...content, furtherColumns: [] }));
    expect(listed()).toBe(0);
    live(put({ ...content, furtherColumns: ['zcwj'] }));
    const [gsgg] = imaginedColumns().filter(({ code }) => code === 'gsgg');
    live({ type: 'column.removed', seq: ++seq, at: AT, code: 'gsgg' });
    expect(listed()).toBe(0);
    live({ type: 'column.put', seq: ++seq, at: AT, column: gsgg! });
    expect(listed()).toBe(3);
    live(withdrawn(content, 'leak'));
    expect(listed()).toBe(0);
  });

  test('a replica of an earlier version opens, with what it holds', () => {
    const content = document({ column: 'gsgg' });
    live(put(content));
    replica.close();
    const raw = new Database(file);
    raw.exec("DROP TABLE placements; UPDATE contents SET json = json_remove(json, '$.furtherColumns'); UPDATE documents SET card = json_remove(card, '$.furtherColumns')");
    raw.close();
    replica = openReplica(file, { siteUrl });
    expect(replica.newestOfColumn('gsgg', 10).map(({ id }) => id)).toEqual([content.id]);
    live(put({ ...content, furtherColumns: ['zcwj'] }));
    expect(replica.newestOfColumn('zcwj', 10).map(({ id }) => id)).toEqual([content.id]);
  });
});

/** Files beside the replica that hold these bytes. */
function traces(words: string): number {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words)).length;
}
