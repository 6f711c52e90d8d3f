import { DeskError } from '../../desk/desk.ts';
import type { Trial } from '../on-both-databases.ts';
import { DEPARTMENT, fields, OTHER_DEPARTMENT, releaseOne, type Person } from '../portal.ts';

/** The first page after login and the list of documents, by role: what a person may not see is not answered. */
interface Group {
  count: number;
  items: { documentId: string; title: string; reason: string | null; since: string }[];
}

interface Home {
  now: string;
  unfinished?: Group;
  waiting?: (Group & { state: string })[];
  approved?: Group;
  output?: { promisedADay: number; today: number; week: number; rows: { column: string; department: string; today: number; week: number }[] };
  freshness?: { limited: number; columns: { code: string; state: string }[] };
  publisher?: { health: string; waiting: number; setAside: number; setAsideDocuments: unknown[] };
}

interface List {
  rows: { documentId: string; title: string; state: string; department: string; column: string; indexNumber: string | null; documentNumber: string | null; changedAt: string }[];
  count: number;
  more: boolean;
  next: string | null;
  previous: string | null;
  mayCreate: boolean;
}

const PARTS: Record<Exclude<Person, 'uploader2' | 'deputy2' | 'head2' | 'releaser2'>, string[]> = {
  uploader: ['freshness', 'output', 'unfinished'],
  elsewhere: ['freshness', 'output', 'unfinished'],
  deputy: ['freshness', 'output', 'publisher', 'waiting'],
  head: ['approved', 'freshness', 'output', 'publisher', 'waiting'],
  releaser: ['approved', 'output', 'publisher'],
  system: ['freshness', 'publisher'],
  security: [],
  auditor: ['output', 'publisher'],
  super: [],
};

const home = ({ portal }: Trial, person: Person): Promise<Home> => portal[person].ask<Home>('GET', '/review/home');
const list = ({ portal }: Trial, person: Person, filter: Record<string, string> = {}): Promise<List> =>
  portal[person].ask<List>('GET', `/review/documents?${new URLSearchParams(filter).toString()}`);
const titles = ({ rows }: List): string[] => rows.map((row) => row.title);

const refusal = async (work: Promise<unknown>): Promise<DeskError> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
  throw new Error('It was not refused');
};

export const deskPages = (trial: () => Trial): void => {
  test.each(Object.entries(PARTS))('the home page of %s has its parts and no others', async (person, parts) => {
    const { now: _now, ...answered } = await home(trial(), person as Person);
    expect(Object.keys(answered).sort()).toEqual(parts);
  });

  test('what waits is on the page of whoever it waits for, and nowhere else', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ title: '等待办理的公告' }));
    const holds = (group: Group | undefined) => group?.items.some((item) => item.documentId === documentId) ?? false;
    const where = async () => {
      const [mine, colleague, other, deputy, head, releaser] = await Promise.all(
        (['uploader', 'uploader2', 'elsewhere', 'deputy', 'head', 'releaser'] as Person[]).map((person) => home(trial(), person)),
      );
      return {
        mine: holds(mine?.unfinished),
        colleague: holds(colleague?.unfinished),
        other: holds(other?.unfinished),
        deputy: deputy?.waiting?.some(holds),
        head: head?.waiting?.some(holds),
        toRelease: holds(releaser?.approved),
      };
    };
    const nowhere = { mine: false, colleague: false, other: false, deputy: false, head: false, toRelease: false };
    expect(await where()).toEqual({ ...nowhere, mine: true });
    await portal.uploader.act(documentId, 'submit');
    expect(await where()).toEqual({ ...nowhere, deputy: true });
    await portal.deputy.act(documentId, 'return', { reason: '请写明日期' });
    expect(await where()).toEqual({ ...nowhere, mine: true });
    expect((await home(trial(), 'uploader')).unfinished?.items.find((item) => item.documentId === documentId)?.reason).toBe('请写明日期');
    await portal.uploader.act(documentId, 'submit');
    await portal.deputy.act(documentId, 'first-approve');
    expect(await where()).toEqual({ ...nowhere, head: true });
    await portal.head.act(documentId, 'final-approve');
    expect(await where()).toEqual({ ...nowhere, toRelease: true });
    await portal.releaser.act(documentId, 'release');
    expect(await where()).toEqual(nowhere);
  });

  test('output counts what became public today, for an uploader by the own departments', async () => {
    const before = (await home(trial(), 'auditor')).output;
    await releaseOne(trial().portal, { columnCode: 'gwzx' });
    const after = (await home(trial(), 'auditor')).output;
    expect(after?.today).toBe((before?.today ?? 0) + 1);
    expect(after?.rows.find((row) => row.column === 'gwzx')).toMatchObject({ department: DEPARTMENT, today: 1, week: 1 });
    expect((await home(trial(), 'uploader')).output?.rows.length).toBeGreaterThan(0);
    expect((await home(trial(), 'elsewhere')).output).toMatchObject({ today: after?.today, rows: [] });
  });

  test('columns that have nothing public are told, and a fresh one is not', async () => {
    const { freshness } = await home(trial(), 'system');
    expect(freshness?.columns.map(({ code }) => code)).not.toContain('gwzx');
    expect(freshness?.columns.some(({ state }) => state === 'empty')).toBe(true);
  });

  test('without a publisher what was released waits, and the page says how much', async () => {
    expect((await home(trial(), 'head')).publisher).toMatchObject({ setAside: 0, setAsideDocuments: [] });
    expect((await home(trial(), 'head')).publisher?.waiting).toBeGreaterThan(0);
  });

  test('an uploader lists the own departments, a reviewer all, those who keep accounts nothing', async () => {
    const { portal } = trial();
    await portal.elsewhere.create(fields({ title: '教育局的公告', departmentCode: OTHER_DEPARTMENT }));
    expect(titles(await list(trial(), 'uploader'))).not.toContain('教育局的公告');
    expect(titles(await list(trial(), 'elsewhere'))).toEqual(['教育局的公告']);
    for (const person of ['deputy', 'head', 'releaser', 'auditor'] as Person[]) expect(titles(await list(trial(), person))).toContain('教育局的公告');
    expect((await refusal(list(trial(), 'uploader', { department: OTHER_DEPARTMENT }))).code).toBe('OTHER_DEPARTMENT');
    for (const person of ['system', 'security', 'super'] as Person[]) expect((await refusal(list(trial(), person))).status).toBe(403);
  });

  test('whoever may write is offered a new document', async () => {
    const offered = await Promise.all((['uploader', 'deputy', 'auditor'] as Person[]).map(async (person) => (await list(trial(), person)).mayCreate));
    expect(offered).toEqual([true, false, false]);
  });

  test('the filters narrow by state, column, department, words, numbers, author and day', async () => {
    const { portal } = trial();
    const { documentId } = await releaseOne(portal, { title: '关于百分之100%_特殊事项的公告', documentNumber: '示政发〔2026〕77号' });
    const only = async (filter: Record<string, string>) => (await list(trial(), 'auditor', filter)).rows.map((row) => row.documentId);
    const number = (await portal.auditor.panel(documentId)).indexNumber ?? '';
    expect(await only({ q: '100%_特殊' })).toEqual([documentId]);
    expect(await only({ q: '2026〕77' })).toEqual([documentId]);
    expect(await only({ q: number.toLowerCase() })).toEqual([documentId]);
    expect(await only({ q: '100%_特殊', state: 'draft,returned' })).toEqual([]);
    expect(await only({ q: '100%_特殊', state: 'released', column: 'gsgg', department: DEPARTMENT })).toEqual([documentId]);
    expect(await only({ q: '100%_特殊', column: 'gwzx' })).toEqual([]);
    expect(await only({ q: '100%_特殊', by: 'published', from: '2020-01-01' })).toEqual([documentId]);
    expect(await only({ q: '100%_特殊', to: '2020-01-01' })).toEqual([]);
    expect((await list(trial(), 'uploader2', { mine: '1' })).rows).toEqual([]);
    expect((await list(trial(), 'uploader', { mine: '1', q: '100%_特殊' })).rows).toHaveLength(1);
    expect((await list(trial(), 'auditor', { q: '100%_特殊' })).rows[0]).toMatchObject({ documentNumber: '示政发〔2026〕77号', indexNumber: number });
    expect((await refusal(only({ from: '2026-13-40' }))).status).toBe(400);
    expect((await refusal(only({ state: 'nonsense' }))).status).toBe(400);
  });

  test('pages go on and come back without losing or doubling a row, in both orders', async () => {
    const { portal } = trial();
    for (let index = 0; index < 43; index += 1) await portal.uploader.create(fields({ title: `翻页第${index}号` }));
    for (const order of ['desc', 'asc']) {
      const filter = { q: '翻页第', order };
      const pages: List[] = [];
      for (let page: string | null = ''; page !== null; page = pages.at(-1)?.next ?? null) pages.push(await list(trial(), 'deputy', { ...filter, ...(page ? { page } : {}) }));
      expect(pages.map(({ rows }) => rows.length)).toEqual([20, 20, 3]);
      expect(new Set(pages.flatMap(titles)).size).toBe(43);
      const moments = pages.flatMap(({ rows }) => rows.map((row) => row.changedAt));
      expect([...moments].sort((a, b) => (order === 'asc' ? a.localeCompare(b) : b.localeCompare(a)))).toEqual(moments);
      expect(pages.map(({ count, more }) => [count, more])).toEqual([[43, false], [43, false], [43, false]]);
      const back = await list(trial(), 'deputy', { ...filter, page: pages[2]?.previous ?? '' });
      expect(titles(back)).toEqual(titles(pages[1] as List));
      const first = await list(trial(), 'deputy', { ...filter, page: back.previous ?? '' });
      expect(titles(first)).toEqual(titles(pages[0] as List));
      expect(first.previous).toBeNull();
    }
  });

  test("the content manager's filter by publication status is refused with a word, not a fault", async () => {
    const address = '/content-manager/collection-types/api::document.document?page=1&pageSize=10';
    for (const query of ['&publicationStatusFilter=published-modified', '&filters[$and][0][__status][$eq]=published']) {
      const error = await refusal(trial().portal.head.ask('GET', address + query));
      expect([error.status, error.message]).toEqual([400, '这个列表不能按发布状态筛选。']);
    }
    await trial().portal.head.ask('GET', address);
  });

  test('what Strapi refuses is said in Chinese', async () => {
    const { settings, portal } = trial();
    const response = await fetch(`${settings.cmsUrl}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@trial.example', password: 'Wrong1234' }),
    });
    expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(/\p{Script=Han}/u);
    const errors = await Promise.all([
      refusal(portal.uploader.ask('GET', '/admin/users')),
      refusal(portal.system.ask('POST', '/admin/users', { email: 'not an address', firstname: '', roles: [] })),
      refusal(portal.system.ask('GET', '/admin/users/999999')),
    ]);
    expect(errors.filter(({ message }) => !/\p{Script=Han}/u.test(message)).map(({ message }) => message)).toEqual([]);
  });

  test('the break-glass account has a Chinese role that keeps accounts and reads the audit, no more', async () => {
    const { portal } = trial();
    const { data } = await portal.super.ask<{ data: { action: string }[] }>('GET', '/admin/users/me/permissions');
    expect([...new Set(data.map(({ action }) => action))].sort()).toEqual([
      'plugin::accounts.people',
      'plugin::review.audit',
      'plugin::review.deputies',
    ]);
    const me = await portal.super.ask<{ data: { roles: { name: string }[] } }>('GET', '/admin/users/me');
    expect(me.data.roles.map(({ name }) => name)).toEqual(['应急账号']);
  });
};
