import { unzipSync } from 'fflate';
import { DeskError, operate } from '../../desk/desk.ts';
import { checkOffline } from '../../processes/verify-export.ts';
import type { Trial } from '../on-both-databases.ts';
import { DEPARTMENT, fields, releaseOne } from '../portal.ts';
import { openRawDatabase, type RawDatabase } from '../raw-database.ts';

interface Entry {
  id: string;
  number: number;
  numberText: string;
  version: number;
  title: string;
  disclosureDueOn: string | null;
  relayDueAt: string | null;
  links: string[];
  published: boolean;
  voidReason: string | null;
}

interface Notice {
  kind: string;
  object: string;
  title: string;
  readAt: string | null;
  settledAt: string | null;
}

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

const incoming = (more: object = {}) => ({ kind: 'in', day: today(), department: DEPARTMENT, fromOrgan: '国务院办公厅', title: '关于试登记的通知', copies: 1, ...more });
const outgoing = (more: object = {}) => ({ kind: 'out', day: today(), department: DEPARTMENT, toOrgan: '各县区人民政府', title: '关于试发文的通知', copies: 30, ...more });

export const office = (trial: () => Trial): void => {
  let raw: RawDatabase;
  beforeAll(async () => {
    raw = await openRawDatabase(trial().settings);
  });
  afterAll(async () => raw.close());

  const enter = async (data: object, person: 'releaser' | 'uploader' | 'head' = 'releaser'): Promise<Entry> =>
    (await trial().portal[person].ask<{ entry: Entry }>('POST', '/office/register', data)).entry;
  const entryOf = async (id: string): Promise<Entry> => (await trial().portal.head.ask<{ entry: Entry }>('GET', `/office/register/${id}`)).entry;
  const noticesOf = async (person: 'uploader' | 'uploader2' | 'deputy' | 'deputy2' | 'head' | 'releaser'): Promise<Notice[]> =>
    (await trial().portal[person].ask<{ notices: Notice[] }>('GET', '/office/notices')).notices;
  const auditOf = async (action: string) =>
    (await trial().portal.auditor.ask<{ entries: { object: string; detail: Record<string, unknown> }[] }>('GET', `/review/audit?action=${action}`)).entries;

  test('the fixture: the announced years are entered, and say by what notice', async () => {
    const { years } = await trial().portal.uploader.ask<{ years: { year: string; source: string; days: unknown[] }[] }>('GET', '/office/calendar');
    expect(years.map(({ year }) => year)).toEqual(['2024', '2025', '2026']);
    expect(years.every(({ source }) => /国办发明电〔20\d\d〕\d+号/.test(source))).toBe(true);
  });

  test('twenty registrations at once get twenty numbers without a gap, per kind and year', async () => {
    const { portal } = trial();
    const people = [portal.releaser, portal.releaser2, portal.head, portal.deputy, portal.uploader];
    const before = (await raw.rows<{ last: number }>("SELECT last FROM office_register_number WHERE kind = 'in'"))[0]?.last ?? 0;
    const entries = await Promise.all(
      Array.from({ length: 20 }, (_, index) => people[index % people.length]!.ask<{ entry: Entry }>('POST', '/office/register', incoming({ title: `第${index}件` }))),
    );
    expect(entries.map(({ entry }) => entry.number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => before + index + 1));
    const first = await enter(outgoing());
    expect(first.numberText).toBe(`发文〔${today().slice(0, 4)}〕${first.number}号`);
  });

  test('a registration that fails uses no number, and a voided one is not used again', async () => {
    const before = await enter(incoming());
    await expect(enter(incoming({ fromOrgan: '' }))).rejects.toThrow('请填写来文机关');
    await expect(enter(incoming({ department: 'nichts' }))).rejects.toThrow('没有这个部门');
    const wrong = await enter(incoming());
    expect(wrong.number).toBe(before.number + 1);
    await trial().portal.head.ask('POST', `/office/register/${wrong.id}/void`, { version: wrong.version, reason: '重复登记' });
    expect((await enter(incoming())).number).toBe(before.number + 2);
    expect(await entryOf(wrong.id)).toMatchObject({ number: wrong.number, voidReason: '重复登记' });
    const { count } = await trial().portal.head.ask<{ count: { total: number; voided: number } }>('GET', '/office/register?kind=in&state=void');
    expect(count).toMatchObject({ total: 1, voided: 1 });
    await expect(trial().portal.head.ask('PUT', `/office/register/${wrong.id}`, { ...incoming(), version: wrong.version + 1 })).rejects.toThrow('已经作废');
  });

  test('every change has an audit entry with what was and what became', async () => {
    const entry = await enter(incoming({ title: '改前的标题' }));
    await trial().portal.releaser.ask('PUT', `/office/register/${entry.id}`, { ...incoming({ title: '改后的标题' }), version: entry.version });
    await trial().portal.releaser.ask('POST', `/office/register/${entry.id}/sign`, { version: entry.version + 1 });
    await trial().portal.releaser.ask('POST', `/office/register/${entry.id}/file`, { version: entry.version + 2, fileNumber: '2026-XZ-003' });
    const [edit] = await auditOf('register-edit');
    expect(edit).toMatchObject({ object: `register:${entry.id}`, detail: { before: { title: '改前的标题' }, after: { title: '改后的标题' } } });
    expect((await auditOf('register-sign'))[0]).toMatchObject({ object: `register:${entry.id}`, detail: { signedBy: '试releaser' } });
    expect((await auditOf('register-file'))[0]).toMatchObject({ object: `register:${entry.id}`, detail: { fileNumber: '2026-XZ-003' } });
    await expect(trial().portal.releaser2.ask('PUT', `/office/register/${entry.id}`, { ...incoming(), version: entry.version })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('only what is not secret is linked to a publication, and the link is seen from both sides', async () => {
    const { portal } = trial();
    const { publicId } = await releaseOne(portal);
    const secret = await enter(incoming({ secrecy: 'secret', title: '' }));
    expect(secret.title).toContain('标题不录入');
    await expect(enter(incoming({ secrecy: 'top-secret', title: '机要标题' }))).rejects.toThrow('不是涉密系统');
    await expect(portal.releaser.ask('POST', `/office/register/${secret.id}/link`, { version: 1, publicId })).rejects.toThrow('只有非涉密');
    const entry = await enter(incoming({ relay: 'state-council', receivedAt: new Date().toISOString() }));
    await portal.releaser.ask('POST', `/office/register/${entry.id}/link`, { version: entry.version, publicId });
    expect(await entryOf(entry.id)).toMatchObject({ links: [publicId], published: true });
    const { entries } = await portal.releaser.ask<{ entries: Entry[] }>('GET', `/office/documents/${publicId}/register`);
    expect(entries.map(({ id }) => id)).toEqual([entry.id]);
    await expect(portal.releaser.ask('PUT', `/office/register/${entry.id}`, { ...incoming({ secrecy: 'secret', title: '' }), version: entry.version + 1 })).rejects.toThrow('密级不能改为涉密');
  });

  test('a relay is due in 24 hours and leaves the list once it is published', async () => {
    const { portal } = trial();
    const receivedAt = new Date(Date.now() - 25 * 3_600_000).toISOString();
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(receivedAt));
    const entry = await enter(incoming({ day, relay: 'state-council', receivedAt }));
    const listed = async () => (await portal.uploader.ask<{ items: { id: string; kind: string; overdue: boolean }[] }>('GET', '/office/deadlines')).items.filter(({ id }) => id === entry.id);
    expect(await listed()).toMatchObject([{ kind: 'relay', overdue: true }]);
    const { publicId } = await releaseOne(portal);
    await portal.releaser.ask('POST', `/office/register/${entry.id}/link`, { version: entry.version, publicId });
    expect(await listed()).toEqual([]);
  });

  test('a correction of the calendar moves open terms and the old date stays in the audit', async () => {
    const { portal } = trial();
    const open = await enter(outgoing({ disclosure: 'open', writtenOn: '2026-11-02' }));
    expect(open.disclosureDueOn).toBe('2026-11-30');
    const done = await enter(outgoing({ disclosure: 'open', writtenOn: '2026-11-02' }));
    const { publicId } = await releaseOne(portal);
    await portal.releaser.ask('POST', `/office/register/${done.id}/link`, { version: done.version, publicId });
    const year = async () =>
      (await portal.head.ask<{ years: { year: string; version: number; source: string; days: object[] }[] }>('GET', '/office/calendar')).years.find((known) => known.year === '2026');
    const before = await year();
    const days = [...(before?.days ?? []), { day: '2026-11-13', kind: 'rest', name: '试调休' }];
    await expect(portal.head.ask('PUT', '/office/calendar/2026', { ...before, days, version: 99 })).rejects.toMatchObject({ code: 'CONFLICT' });
    const answer = await portal.head.ask<{ moved: number }>('PUT', '/office/calendar/2026', { ...before, days });
    expect(answer.moved).toBe(1);
    expect([(await entryOf(open.id)).disclosureDueOn, (await entryOf(done.id)).disclosureDueOn]).toEqual(['2026-12-01', '2026-11-30']);
    expect((await auditOf('deadline-move'))[0]).toMatchObject({
      object: `register:${open.id}`,
      detail: { before: { disclosureDueOn: '2026-11-30' }, after: { disclosureDueOn: '2026-12-01' } },
    });
    await portal.head.ask('PUT', '/office/calendar/2026', { ...(await year()), days: before?.days });
    await expect(portal.head.ask('PUT', '/office/calendar/2026', { ...(await year()), days: [{ day: '2026-10-12', kind: 'work', name: '国庆节' }] })).rejects.toThrow('本来就上班');
  });

  test('a term that reaches a year without a notice says so', async () => {
    const term = await trial().portal.uploader.ask<{ missingYears: string[] }>('GET', '/office/calendar/term?from=2026-12-10&days=20');
    expect(term.missingYears).toEqual(['2027']);
  });

  test('a notice comes to everybody the next step waits for, and is settled when one of them has done it', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields());
    const about = (notices: Notice[]) => notices.filter(({ object }) => object === `document:${documentId}`);
    await portal.uploader.act(documentId, 'submit');
    expect(about(await noticesOf('deputy'))).toMatchObject([{ kind: 'waiting', settledAt: null }]);
    expect(about(await noticesOf('deputy2'))).toMatchObject([{ kind: 'waiting', settledAt: null }]);
    expect(about(await noticesOf('head'))).toEqual([]);
    await portal.deputy.act(documentId, 'return', { reason: '请补充依据' });
    expect(about(await noticesOf('deputy2'))[0]?.settledAt).not.toBeNull();
    expect(about(await noticesOf('uploader'))).toMatchObject([{ kind: 'returned' }]);
    expect(about(await noticesOf('uploader2'))).toEqual([]);
  });

  test('a command that fails leaves no notice', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ body: '' }));
    const count = async () => Number((await raw.rows<{ n: number }>('SELECT COUNT(*) AS n FROM office_notice'))[0]?.n);
    const before = await count();
    await expect(portal.uploader.act(documentId, 'submit')).rejects.toBeInstanceOf(DeskError);
    expect(await count()).toBe(before);
  });

  test('notices are part of the transaction: where they cannot be written the command is not done', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields());
    await raw.run('ALTER TABLE office_notice RENAME TO office_notice_away');
    try {
      await expect(portal.uploader.act(documentId, 'submit')).rejects.toBeInstanceOf(DeskError);
    } finally {
      await raw.run('ALTER TABLE office_notice_away RENAME TO office_notice');
    }
    expect((await portal.uploader.panel(documentId)).state).toBe('draft');
    await portal.uploader.act(documentId, 'submit');
  });

  test('whoever switched a kind off is not told of it', async () => {
    const { portal } = trial();
    await portal.deputy2.ask('PUT', '/office/notices/choices', { choices: [{ kind: 'waiting', onScreen: false, byMail: false }] });
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    const about = (notices: Notice[]) => notices.filter(({ object }) => object === `document:${documentId}`);
    expect([about(await noticesOf('deputy')).length, about(await noticesOf('deputy2')).length]).toEqual([1, 0]);
    const { unread } = await portal.deputy.ask<{ unread: number }>('GET', '/office/notices/count');
    await portal.deputy.ask('POST', '/office/notices/read', {});
    expect([unread > 0, (await portal.deputy.ask<{ unread: number }>('GET', '/office/notices/count')).unread]).toEqual([true, 0]);
  });

  test('going live tells the author, once', async () => {
    const { portal, settings } = trial();
    const { documentId } = await releaseOne(portal);
    const [event] = await raw.rows<{ seq: number }>('SELECT MAX(seq) AS seq FROM publication_event');
    const acknowledgement = { upTo: Number(event?.seq), release: 7001, root: 'r', liveAt: new Date().toISOString(), setAside: [] };
    for (const _ of [1, 2]) {
      await fetch(`${settings.cmsUrl}/api/publication/acknowledgements`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.secrets.feedToken}` },
        body: JSON.stringify(acknowledgement),
      });
    }
    const live = (await noticesOf('uploader')).filter(({ kind, object }) => kind === 'live' && object === `document:${documentId}`);
    expect(live).toHaveLength(1);
  });

  test('promises are counted against what became public; templates come sanitised, by column', async () => {
    const { portal } = trial();
    const { promises } = await portal.uploader.ask<{ promises: { name: string; amount: number; reached: number | null }[] }>('GET', '/office/promises');
    expect(promises[0]).toMatchObject({ amount: 30 });
    expect(promises[0]?.reached).toBeGreaterThan(0);
    await portal.head.ask('POST', '/office/templates', { name: '公告', column: 'gsgg', titlePattern: '关于××的公告', body: '<p>现公告如下。<script>alert(1)</script></p>' });
    await portal.head.ask('POST', '/office/templates', { name: '通用', column: '', titlePattern: '', body: '<p>通用。</p>' });
    const { templates } = await portal.uploader.ask<{ templates: { name: string; body: string }[] }>('GET', '/office/templates?column=gsgg');
    expect(templates.map(({ name, body }) => [name, body])).toEqual([['公告', '<p>现公告如下。</p>'], ['通用', '<p>通用。</p>']]);
    expect((await portal.uploader.ask<{ templates: unknown[] }>('GET', '/office/templates?column=szyw')).templates).toHaveLength(1);
  });

  test('freshness limits are kept by the system administrator, and audited', async () => {
    const { portal } = trial();
    const uid = '/content-manager/collection-types/api::column.column';
    const { results } = await portal.system.ask<{ results: { documentId: string; code: string }[] }>('GET', `${uid}?pageSize=100`);
    const column = results.find(({ code }) => code === 'gsgg');
    await portal.system.ask('PUT', `${uid}/${column?.documentId ?? ''}`, { freshWithinDays: 33 });
    expect((await auditOf('column-update'))[0]).toMatchObject({ object: 'column:gsgg', detail: { after: { freshWithinDays: 33 } } });
  });

  test('official documents without an interpretation are listed until one is live', async () => {
    const { portal } = trial();
    const official = await releaseOne(portal, { columnCode: 'zcwj', issuer: '市人民政府', documentNumber: '试政发〔2026〕9号', writtenOn: '2026-11-02', validity: 'valid' });
    const listed = async () => (await portal.head.ask<{ uninterpreted: { publicId: string }[] }>('GET', '/office/deadlines')).uninterpreted.some(({ publicId }) => publicId === official.publicId);
    expect(await listed()).toBe(true);
    await releaseOne(portal, { columnCode: 'zcjd', interprets: [official.publicId] });
    expect(await listed()).toBe(false);
  });

  test('the audit is searched by person, words, object and days', async () => {
    const { portal } = trial();
    const search = (query: string) => portal.auditor.ask<{ entries: { seq: number; actorName: string; action: string }[] }>('GET', `/review/audit?${query}`);
    const byName = await search(`actor=${encodeURIComponent('试releaser2')}`);
    expect(byName.entries.length).toBeGreaterThan(0);
    expect(new Set(byName.entries.map(({ actorName }) => actorName))).toEqual(new Set(['试releaser2']));
    expect((await search(`text=${encodeURIComponent('改后的标题')}`)).entries.map(({ action }) => action)).toEqual(['register-file', 'register-sign', 'register-edit']);
    expect((await search(`object=column:gsgg&action=column-update`)).entries).toHaveLength(1);
    expect((await search(`to=2026-01-01T00:00:00.000Z`)).entries).toEqual([]);
    const all = await search(`from=2026-01-01T00:00:00.000Z`);
    expect(all.entries).toHaveLength(50);
    const first = await search(`to=${encodeURIComponent(new Date().toISOString())}&before=3`);
    expect(first.entries.map(({ seq }) => seq)).toEqual([2, 1]);
    expect((await portal.auditor.ask<{ entry: { seq: number } }>('GET', '/review/audit/entries/2')).entry.seq).toBe(2);
  });

  test('the chain is checked in the background, with progress', async () => {
    const { portal } = trial();
    let job = await portal.auditor.ask<{ id: string; total: number; checked: number; verification: { ok: boolean; entries: number } | null }>('POST', '/review/audit/verifications', {});
    for (let tries = 0; tries < 100 && !job.verification; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      job = await portal.auditor.ask('GET', `/review/audit/verifications/${job.id}`);
    }
    expect(job.verification).toMatchObject({ ok: true });
    expect(job.checked).toBe(job.verification?.entries);
  });

  test('an export carries a proof that anybody can check, and a change of it is found', async () => {
    const { portal, settings } = trial();
    const zip = await portal.auditor.bytes('/review/audit/export?first=2&last=40');
    const files = Object.fromEntries(Object.entries(unzipSync(new Uint8Array(zip))).map(([name, bytes]) => [name, Buffer.from(bytes)]));
    expect(checkOffline(files)).toMatchObject({ entries: 39, faults: [] });
    const proof = JSON.parse(files['proof.json']?.toString('utf8') ?? '') as { entries: number };
    const asked = (given: object) => operate<{ ok: boolean; faults: string[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'verify-export', given);
    expect(await asked(proof)).toMatchObject({ ok: true });
    expect(await asked({ ...proof, entries: 38 })).toMatchObject({ ok: false });
    const lines = files['audit.ndjson']?.toString('utf8').split('\n') ?? [];
    const altered = (text: string) => checkOffline({ ...files, 'audit.ndjson': Buffer.from(text) }).faults.length;
    expect(altered(lines.join('\n').replace('"action":', '"action": '))).toBe(1);
    expect(altered(lines.filter((_line, index) => index !== 10).join('\n'))).toBeGreaterThan(1);
    expect(checkOffline({ ...files, 'proof.json': Buffer.from(JSON.stringify({ ...proof, exportedBy: '别人' })) }).faults).toHaveLength(1);
    expect((await auditOf('audit-export')).length).toBe(1);
  });

  test('the chain is whole after all this', async () => {
    expect(await operate(trial().settings.cmsUrl, trial().settings.secrets.operatorToken, 'verify', {})).toMatchObject({ ok: true, faults: [] });
  });
};
