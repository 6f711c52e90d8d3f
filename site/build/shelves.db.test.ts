/** 分类 at their limit: a department with one document too many for a page gets a page for each year, and loses them again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change, PublicDocument } from '../contract/index.ts';
import { shelfPage } from '../page-data/index.ts';
import { SHELF_LENGTH, shelfFile, themeCode } from '../plan/index.ts';
import { openReplica, type Replica } from '../replica/index.ts';
import { openForWriting } from '../replica/tables.ts';
import { Chance, imaginedColumns, imaginedDepartments, imaginedDocument } from './fixtures/imagined-city.ts';
import { printed } from './fixtures/printed.ts';

const AT = '2026-01-01T00:00:00.000Z';
const siteUrl = 'http://portal.example';
const THEME = '城乡建设、环境保护';
const fgw = { column: 'zcwj', shelf: 'bumen', book: 'fgw' } as const;
const theme = { column: 'zcwj', shelf: 'zhuti', book: themeCode(THEME) } as const;

let folder: string;
let seq = 0;
const chance = new Chance(7);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-shelves-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (document: PublicDocument): Change => ({ type: 'document.put', seq: (seq += 1), at: AT, id: document.id, document });
const withdrawn = ({ id, column, month, formerColumns }: PublicDocument): Change => ({
  type: 'document.withdrawn',
  seq: (seq += 1),
  at: AT,
  withdrawal: { id, column, month, formerColumns, kind: 'error', at: AT },
});

/** Plain documents of one department and theme, half of them of the year before. */
function policies(count: number, given: Partial<PublicDocument> = {}): PublicDocument[] {
  return Array.from({ length: count }, (_, index) =>
    imaginedDocument(chance, {
      event: index + 1,
      column: 'zcwj',
      department: 'fgw',
      topicClass: THEME,
      publishedAt: `${index % 2 === 0 ? 2025 : 2026}-03-05T08:30:00.000Z`,
      body: '<p>演示。</p>',
      images: [],
      attachments: [],
      particulars: null,
      ...given,
    }),
  );
}

function filled(name: string, documents: PublicDocument[]): Replica {
  const replica = openReplica(join(folder, name), { siteUrl });
  replica.apply([
    ...imaginedColumns().map((column): Change => ({ type: 'column.put', seq: (seq += 1), at: AT, column })),
    ...imaginedDepartments().map((department): Change => ({ type: 'department.put', seq: (seq += 1), at: AT, department })),
    ...documents.map(put),
  ]);
  replica.settle(replica.pending());
  return replica;
}

/** Pages of documents are left out: they print nothing of shelves, and there are hundreds. */
const isList = (file: string): boolean => !/\/[0-9a-z]{10}\.html$/.test(file);

/** What the site's lists print, all of them. */
const everything = (replica: Replica): Map<string, string> =>
  new Map(
    replica
      .everything()
      .write.filter(isList)
      .map((file) => [file, printed(replica, file)]),
  );

/** Applies changes and gives the files whose print is other than what the plan said it would be. */
function forgotten(replica: Replica, changes: Change[]): string[] {
  const tree = everything(replica);
  replica.apply(changes);
  const plan = replica.pending();
  for (const path of plan.remove) tree.delete(path);
  for (const path of plan.write.filter(isList)) tree.set(path, printed(replica, path));
  replica.settle(plan);
  const full = everything(replica);
  return [...new Set([...tree.keys(), ...full.keys()])].filter((path) => tree.get(path) !== full.get(path));
}

const shelfFiles = (replica: Replica): string[] => replica.everything().write.filter((file) => /^(?!xxgk\/).*\/(bumen|zhuti)\//.test(file));

test('a department and a theme are cut by years with one document too many for a page, and whole again with one less', () => {
  const replica = filled('cut.db', policies(SHELF_LENGTH));
  expect(shelfFiles(replica).sort()).toEqual([shelfFile(fgw), shelfFile(theme)].sort());
  const [more] = policies(1);
  expect(forgotten(replica, [put(more!)])).toEqual([]);
  const years = ['2025', '2026'].flatMap((year) => [shelfFile({ ...fgw, year }), shelfFile({ ...theme, year })]);
  expect(shelfFiles(replica).sort()).toEqual([shelfFile(fgw), shelfFile(theme), ...years].sort());
  const page = shelfPage(replica, 'zcwj', 'bumen', 'fgw');
  expect([page.count, page.items.length, page.parts.links.map(({ count }) => count)]).toEqual([SHELF_LENGTH + 1, SHELF_LENGTH, [100, 101]]);
  expect(shelfPage(replica, 'zcwj', 'bumen', 'fgw-2025').items).toHaveLength(101);
  expect(forgotten(replica, [withdrawn(more!)])).toEqual([]);
  expect(shelfFiles(replica)).toHaveLength(2);
  replica.close();
});

test('one more document costs a long shelf the page itself and the page of its year, however many years there are', () => {
  const replica = filled('local.db', policies(SHELF_LENGTH + 50));
  replica.apply([put(policies(1)[0]!)]);
  const touched = replica.pending().write.filter((file) => /^(?!xxgk\/).*\/(nian|bumen|zhuti)\//.test(file));
  expect(touched.sort()).toEqual(
    [
      shelfFile({ column: 'zcwj', shelf: 'nian', book: '2025' }),
      ...[fgw, theme].flatMap((book) => [shelfFile(book), shelfFile({ ...book, year: '2025' })]),
    ].sort(),
  );
  replica.close();
});

test('a column that closes takes what it lent to another off its shelves, past the limit in one leap', () => {
  const own = policies(SHELF_LENGTH - 5);
  const lent = policies(10, { column: 'gsgg', furtherColumns: ['zcwj'] });
  const replica = filled('leap.db', [...own, ...lent]);
  expect(shelfPage(replica, 'zcwj', 'bumen', 'fgw').count).toBe(SHELF_LENGTH + 5);
  expect(forgotten(replica, [{ type: 'column.removed', seq: (seq += 1), at: AT, code: 'gsgg' }])).toEqual([]);
  expect(shelfPage(replica, 'zcwj', 'bumen', 'fgw').count).toBe(SHELF_LENGTH - 5);
  const column = imaginedColumns().find(({ code }) => code === 'gsgg')!;
  expect(forgotten(replica, [{ type: 'column.put', seq: (seq += 1), at: AT, column }])).toEqual([]);
  expect(shelfPage(replica, 'zcwj', 'bumen', 'fgw').count).toBe(SHELF_LENGTH + 5);
  replica.close();
});

test('a replica filled before there were shelves files everything when it is opened', () => {
  const file = join(folder, 'older.db');
  const before = filled('older.db', policies(4));
  const expected = before.shelves();
  before.close();
  const database = openForWriting(file);
  database.exec('DROP TABLE filings; DROP TABLE shelves');
  database.close();
  const again = openReplica(file, { siteUrl });
  expect(expected).toHaveLength(2);
  expect(again.shelves()).toEqual(expected);
  again.close();
});
