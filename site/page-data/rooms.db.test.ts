/** What the rooms of the site print, from a replica that took the documents in. */
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chance, imaginedColumns, imaginedDepartments, imaginedDocument } from '../build/fixtures/imagined-city.ts';
import type { Change, Particulars, PublicDocument } from '../contract/index.ts';
import { themeCode } from '../plan/index.ts';
import { openReplica, type Replica } from '../replica/index.ts';
import {
  catalogueOverview,
  cataloguePage,
  catalogueTable,
  columnPage,
  departmentPage,
  documentAt,
  hallRoomPage,
  homePage,
  topicPage,
  topicsPage,
} from './index.ts';

const AT = '2026-11-22T08:00:00.000Z';
const chance = new Chance(11);
let folder: string;
let replica: Replica;
let seq = 0;

const plain = { body: '<p>演示正文。</p>', attachments: [], images: [], keywords: [], indexNumber: null, topicClass: '', validity: null, writtenOn: null };
function released(given: Partial<PublicDocument>): PublicDocument {
  const document = imaginedDocument(chance, { event: seq + 1, publishedAt: '2026-11-20T02:00:00.000Z', department: 'szf', ...plain, ...given });
  take({ type: 'document.put', id: document.id, document } as never);
  return document;
}
function take(...changes: Omit<Change, 'seq' | 'at'>[]): void {
  const { setAside } = replica.apply(changes.map((change) => ({ ...change, seq: ++seq, at: AT }) as Change));
  expect(setAside).toEqual([]);
}
const person = (given: Partial<Extract<Particulars, { type: 'person' }>>): Particulars => ({
  type: 'person',
  post: '副市长',
  group: '市政府领导',
  order: 2,
  duties: '分管教育。',
  phone: '',
  ...given,
});
const emergency: Particulars = { type: 'emergency', level: 'yellow', event: '暴雨', advice: '减少外出', hotline: '0000-0000002', until: null };
const hrefOf = ({ column, month, id }: PublicDocument): string => `/${column}/${month}/${id}.html`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-rooms-'));
  replica = openReplica(join(folder, 'replica.db'), { siteUrl: 'http://portal.example' });
  seq = 0;
  take(
    ...imaginedColumns().map((column) => ({ type: 'column.put', column }) as never),
    ...imaginedDepartments().map((department) => ({ type: 'department.put', department }) as never),
  );
  replica.settle(replica.pending());
});
afterEach(() => {
  replica.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the home page has the newest interviews, from among what else explains policies, and none before there is one', () => {
  expect(homePage(replica).interviews).toEqual([]);
  const interview = (title: string, publishedAt: string) =>
    released({ column: 'zcjd', title, publishedAt, particulars: { type: 'interpretation', form: 'interview' } });
  interview('最早的访谈', '2026-01-01T02:00:00.000Z');
  interview('第一场访谈', '2026-03-01T02:00:00.000Z');
  interview('第三场访谈', '2026-09-01T02:00:00.000Z');
  interview('第二场访谈', '2026-06-01T02:00:00.000Z');
  released({ column: 'zcjd', title: '一篇解读', particulars: { type: 'interpretation', form: 'text' } });
  interview('第四场访谈', '2026-11-01T02:00:00.000Z');
  expect(homePage(replica).interviews.map(({ title, form }) => [title, form])).toEqual([
    ['第四场访谈', '在线访谈'],
    ['第三场访谈', '在线访谈'],
    ['第二场访谈', '在线访谈'],
    ['第一场访谈', '在线访谈'],
  ]);
});

test('leaders stand in groups by their order, and their pages lead to their activities', () => {
  const second = released({ column: 'ldzc', title: '演示乙', particulars: person({ order: 2 }) });
  const first = released({ column: 'ldzc', title: '演示甲', particulars: person({ order: 1, post: '市长' }) });
  const other = released({ column: 'ldzc', title: '演示丙', particulars: person({ group: '市委领导' }) });
  replica.settle(replica.pending());
  const activity = released({ column: 'szyw', title: '演示甲调研学校', keywords: ['演示甲'] });
  expect(replica.pending().write).toContain(hrefOf(first).slice(1));
  expect(replica.pending().write).not.toContain(hrefOf(second).slice(1));
  released({ column: 'gsgg', title: '不是新闻', keywords: ['演示甲'] });

  const { gathering } = columnPage(replica, 'ldzc');
  if (gathering?.kind !== 'people') throw new Error('no people');
  expect(gathering.groups.map(({ heading, people }) => [heading, people.map(({ name }) => name)])).toEqual([
    ['市委领导', [other.title]],
    ['市政府领导', [first.title, second.title]],
  ]);
  const at = documentAt(replica, first.column, first.month, first.id);
  const view = at.type === 'document' ? at.page.particulars : null;
  expect(view).toMatchObject({ type: 'person', post: '市长', activities: [{ href: hrefOf(activity), text: '演示甲调研学校' }] });
});

test('an emergency stands on top of the home page and first in its column while it is in force, and is gone after', () => {
  const document = released({ column: 'yjxx', title: '暴雨黄色预警', particulars: emergency, inForce: true, pinnedAt: AT });
  released({ column: 'yjxx', title: '红色', particulars: { ...emergency, level: 'red' }, inForce: true });
  expect(homePage(replica).emergencies.map(({ level }) => level.code)).toEqual(['red', 'yellow']);
  expect(homePage(replica).emergencies[1]).toMatchObject({ event: '暴雨', advice: '减少外出', hotline: '0000-0000002', level: { label: '黄色预警' } });
  replica.settle(replica.pending());

  take({ type: 'document.put', id: document.id, document: { ...document, inForce: false } } as never);
  expect(replica.pending().write).toEqual(expect.arrayContaining(['index.html', 'yjxx/index.html', hrefOf(document).slice(1)]));
  expect(homePage(replica).emergencies.map(({ title }) => title)).toEqual(['红色']);
  expect(homePage(replica).pinned).toEqual([]);
  const { gathering } = columnPage(replica, 'yjxx');
  expect(gathering).toMatchObject({ kind: 'notice', inForce: [{ title: '红色' }], earlier: [{ title: '暴雨黄色预警' }] });
});

test('a topic shows documents of several columns by a word, and a document that gets or loses the word reaches it', () => {
  const sections = [
    { heading: '文件', column: 'zcwj', keyword: '防汛抗旱' },
    { heading: '动态', column: 'bmdt', keyword: '' },
  ];
  const topic = released({ column: 'rdzt', title: '防汛', particulars: { type: 'topic', code: 'flood', sections, closed: false } });
  const policy = released({ column: 'zcwj', title: '防汛预案', keywords: ['防汛抗旱'] });
  released({ column: 'zcwj', title: '别的文件', keywords: [] });
  released({ column: 'bmdt', title: '部门动态一则' });
  expect(topicPage(replica, 'flood').sections.map(({ items }) => items.map(({ text }) => text))).toEqual([['防汛预案'], ['部门动态一则']]);
  expect(topicsPage(replica).open).toMatchObject([{ text: '防汛', href: '/zt/flood/' }]);
  const at = documentAt(replica, topic.column, topic.month, topic.id);
  expect(at.type === 'document' && at.page.particulars).toEqual({ type: 'topic', link: { href: '/zt/flood/', text: '防汛' }, closed: false });

  replica.settle(replica.pending());
  take({ type: 'document.put', id: policy.id, document: { ...policy, keywords: [] } } as never);
  expect(replica.pending().write).toContain('zt/flood/index.html');
  expect(topicPage(replica, 'flood').sections[0]?.items).toEqual([]);
  replica.settle(replica.pending());
  released({ column: 'gsgg', title: '无关的公告', keywords: ['防汛抗旱'] });
  expect(replica.pending().write).not.toContain('zt/flood/index.html');
});

test('rooms of the hall show their newest text, reports by year, and say what will be there while they are empty', () => {
  expect(hallRoomPage(replica, 'zhinan')).toMatchObject({ text: null, empty: expect.stringContaining('公开指南') });
  const guide = (title: string, publishedAt: string): PublicDocument =>
    released({ column: 'gsgg', title, publishedAt, particulars: { type: 'hall', room: 'guide', year: null } });
  guide('旧指南', '2025-01-05T02:00:00.000Z');
  guide('新指南', '2026-01-05T02:00:00.000Z');
  expect(hallRoomPage(replica, 'zhinan')).toMatchObject({ text: { title: '新指南' }, others: [{ text: '旧指南' }] });
  for (const year of [2024, 2025]) released({ column: 'gsgg', title: `${year} 年报`, particulars: { type: 'hall', room: 'report', year } });
  expect(hallRoomPage(replica, 'nianbao').years.map(({ year, reports }) => [year, reports.map(({ text }) => text)])).toEqual([
    ['2025', ['2025 年报']],
    ['2024', ['2024 年报']],
  ]);
  const [articles] = hallRoomPage(replica, 'fading').statutory;
  expect(articles?.items).toHaveLength(15);
  expect(articles?.items[3]).toMatchObject({ text: '国民经济和社会发展统计信息', where: [{ href: '/tjsj/' }] });
});

test('the catalogue has what the law names, by department and by theme, and as a table', () => {
  const given = { column: 'zcwj', indexNumber: 'SZF-2026-00001', topicClass: '综合政务', writtenOn: '2026-11-18', summary: '含“,”和"引号", =号' };
  const document = released({ ...given, title: '=甲办法' });
  released({ column: 'szyw', title: '新闻不进目录' });
  const row = { indexNumber: 'SZF-2026-00001', title: '=甲办法', made: '2026-11-18', href: hrefOf(document) };
  expect(cataloguePage(replica, { department: 'szf', year: '2026' })).toMatchObject({ count: 1, rows: [row] });
  expect(cataloguePage(replica, { theme: themeCode('综合政务'), year: '2026' })).toMatchObject({ owner: '综合政务', rows: [row] });
  expect(catalogueTable(replica, { department: 'szf', year: '2026' }).split('\r\n')[1]).toBe(
    `SZF-2026-00001,'=甲办法,"含“,”和""引号"", =号",2026-11-18,http://portal.example${hrefOf(document)}`,
  );
  expect(catalogueOverview(replica)).toMatchObject({ total: 1, departments: [{ count: 1 }], themes: [{ name: '综合政务', count: 1 }] });
  expect(departmentPage(replica, 'szf').catalogue).toEqual([{ href: '/xxgk/mulu/szf/2026.html', text: '2026年' }]);

  replica.settle(replica.pending());
  take({ type: 'document.put', id: document.id, document: { ...document, department: 'jyj' } } as never);
  const plan = replica.pending();
  expect(plan.remove).toEqual(expect.arrayContaining(['xxgk/mulu/szf/2026.csv', 'xxgk/mulu/szf/2026.html']));
  expect(plan.write).toEqual(expect.arrayContaining(['xxgk/mulu/jyj/2026.csv', 'xxgk/mulu/jyj/2026.html', 'xxgk/mulu/index.html']));
  expect(catalogueOverview(replica)).toMatchObject({ total: 1, departments: [{ name: '市教育局（演示）' }] });
});

test('statistics of the home page are as of the newest document, whatever day it is', () => {
  released({ column: 'zcwj', publishedAt: '2025-12-30T02:00:00.000Z' });
  released({ column: 'szyw', publishedAt: '2026-10-01T02:00:00.000Z' });
  released({ column: 'gsgg', publishedAt: '2026-11-20T02:00:00.000Z' });
  expect(homePage(replica).statistics).toMatchObject({ asOf: '2026-11-20', publishedInYear: 2, publishedInMonth: 1, fresh: 1 });
});

test('a replica of the earlier form gets its indexes when it is opened, from what it holds', () => {
  released({ column: 'zcwj', indexNumber: 'SZF-2026-00001', topicClass: '综合政务' });
  released({ column: 'yjxx', particulars: emergency, inForce: true });
  const before = [catalogueOverview(replica), homePage(replica)];
  replica.close();
  const file = join(folder, 'replica.db');
  const earlier = new Database(file);
  for (const table of ['particulars', 'topic_sections', 'keywords', 'catalogue', 'catalogue_counts']) earlier.exec(`DROP TABLE ${table}`);
  earlier.close();
  replica = openReplica(file, { siteUrl: 'http://portal.example' });
  expect([catalogueOverview(replica), homePage(replica)]).toEqual(before);
});
