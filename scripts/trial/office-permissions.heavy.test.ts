import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError, type Desk } from '../desk/desk.ts';
import { WORKSPACE } from '../settings.ts';
import { onBothDatabases, type Trial } from './on-both-databases.ts';
import { DEPARTMENT, releaseOne, type Person } from './portal.ts';

const COLUMNS: Person[] = ['uploader', 'elsewhere', 'deputy2', 'head2', 'releaser2', 'system', 'security', 'auditor', 'super'];

const rows = (readFileSync(join(WORKSPACE, 'docs', 'permissions.md'), 'utf8').split('## Register and office')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|') && /[✓✗]/.test(line))
  .map((line) => {
    const [what = '', , ...cells] = line.slice(1, -1).split('|').map((cell) => cell.trim());
    return { what, allowed: Object.fromEntries(COLUMNS.map((person, index) => [person, cells[index] === '✓'])) };
  });

interface Entry {
  id: string;
  version: number;
  title: string;
}

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

const entryFields = () => ({ kind: 'in', day: today(), department: DEPARTMENT, fromOrgan: '省人民政府办公厅', title: '关于试登记的通知', documentNumber: '试办发〔2026〕1号', copies: 2 });

const enter = async (desk: Desk): Promise<Entry> => (await desk.ask<{ entry: Entry }>('POST', '/office/register', entryFields())).entry;

let publicId = '';

const WAYS: Record<string, (desk: Desk, entry: Entry, trial: Trial) => Promise<unknown>> = {
  'register-list': (desk) => desk.ask('GET', '/office/register?kind=in'),
  'register-read': (desk, { id }) => desk.ask('GET', `/office/register/${id}`),
  'register-create': (desk) => enter(desk),
  'register-edit': (desk, { id, version }) => desk.ask('PUT', `/office/register/${id}`, { ...entryFields(), title: '改过的标题', version }),
  'register-sign': (desk, { id, version }) => desk.ask('POST', `/office/register/${id}/sign`, { version }),
  'register-file': (desk, { id, version }) => desk.ask('POST', `/office/register/${id}/file`, { version, fileNumber: '2026-XZ-001' }),
  'register-link': (desk, { id, version }) => desk.ask('POST', `/office/register/${id}/link`, { version, publicId }),
  'register-void': (desk, { id, version }) => desk.ask('POST', `/office/register/${id}/void`, { version, reason: '重复登记' }),
  'register-delete': (desk, { id }) => desk.ask('DELETE', `/office/register/${id}`),
  'register-csv': (desk) => desk.ask('GET', '/office/register/csv?kind=in'),
  deadlines: (desk) => desk.ask('GET', '/office/deadlines'),
  'calendar-read': (desk) => desk.ask('GET', '/office/calendar'),
  'calendar-keep': async (desk, _entry, trial) => {
    const { years } = await trial.portal.head.ask<{ years: { year: string; version: number; source: string; days: object[] }[] }>('GET', '/office/calendar');
    const year = years.find((known) => known.year === '2026');
    return desk.ask('PUT', '/office/calendar/2026', { ...year });
  },
  'promises-read': (desk) => desk.ask('GET', '/office/promises'),
  'promises-keep': (desk) => desk.ask('POST', '/office/promises', { name: '每月公开信息', department: '', measure: 'items-per-month', amount: 600, unit: '条' }),
  'templates-read': (desk) => desk.ask('GET', '/office/templates'),
  'templates-keep': (desk) => desk.ask('POST', '/office/templates', { name: '通告', column: 'gsgg', titlePattern: '关于××的通告', body: '<p>现将有关事项通告如下。</p>' }),
  'notices-own': (desk) => desk.ask('GET', '/office/notices'),
  'export-audit': (desk) => desk.ask('GET', '/review/audit/export?last=5'),
};

const isAllowed = async (request: () => Promise<unknown>): Promise<boolean> => {
  try {
    await request();
    return true;
  } catch (error) {
    if (!(error instanceof DeskError) || error.status >= 500) throw error;
    return false;
  }
};

test('the page holds the table this test reads', () => {
  expect(rows.map(({ what }) => what).sort()).toEqual(Object.keys(WAYS).sort());
});

onBothDatabases('every pair of role and way of the office is allowed exactly where docs/permissions.md allows it', (trial) => {
  beforeAll(async () => {
    publicId = (await releaseOne(trial().portal)).publicId;
  });

  test.each(rows)('$what', async ({ what, allowed }) => {
    const way = WAYS[what];
    if (!way) throw new Error(`No way is known for ${what}`);
    const { portal } = trial();
    const found: Record<string, boolean> = {};
    for (const person of COLUMNS) {
      const entry = await enter(portal.head);
      found[person] = await isAllowed(() => way(portal[person], entry, trial()));
      const after = (await portal.head.ask<{ entry: Entry }>('GET', `/office/register/${entry.id}`)).entry;
      // Who is refused changes nothing.
      if (!found[person]) expect([person, after]).toMatchObject([person, { version: entry.version, title: entry.title }]);
    }
    expect(found).toEqual(allowed);
  });

  test('an uploader elsewhere sees the own entries only', async () => {
    const { portal } = trial();
    await enter(portal.uploader);
    const list = await portal.elsewhere.ask<{ entries: Entry[]; count: { total: number } }>('GET', '/office/register?kind=in');
    expect([list.entries.length, list.count.total]).toEqual([0, 0]);
    expect(await portal.elsewhere.ask<string>('GET', '/office/register/csv?kind=in')).not.toContain('关于试登记的通知');
  });
});
