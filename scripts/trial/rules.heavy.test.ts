import { changeSchema, documentSchema, feedEndSchema, type Change } from '@gongkai/site/contract';
import { openDesk, operate } from '../desk/desk.ts';
import { onBothDatabases, type Trial } from './on-both-databases.ts';
import type { Settings } from '../settings.ts';
import { fields, openPortal, passOn, releaseOne, type Person } from './portal.ts';
import { startPostgres, type TrialPostgres } from './postgres.ts';
import { openRawDatabase } from './raw-database.ts';
import { removeTrial, startCms, trialSettings, type Part } from './trial.ts';
import { refusal } from './refusal.ts';

const HOUR_MS = 60 * 60 * 1000;
const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

const feed = async ({ settings }: Trial): Promise<Change[]> => {
  const response = await fetch(`${settings.cmsUrl}/api/publication/changes?after=0`, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } });
  const lines = (await response.text()).trim().split('\n').map((line): unknown => JSON.parse(line));
  feedEndSchema.parse(lines.pop());
  return lines.map((line) => changeSchema.parse(line));
};
const documentOf = async (trial: Trial, publicId: string) =>
  (await feed(trial)).flatMap((change) => (change.type === 'document.put' && change.id === publicId ? [documentSchema.parse(change.document)] : []))[0];
const withdrawalOf = async (trial: Trial, publicId: string) =>
  (await feed(trial)).flatMap((change) => (change.type === 'document.withdrawn' && change.withdrawal.id === publicId ? [change.withdrawal] : []))[0];

const until = async (what: () => Promise<boolean>, withinMs = 20_000): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error('It did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

interface Alarm {
  kind: string;
  documentId: string;
  reason: string;
  overdue: boolean;
}
const alarmsOf = async ({ portal }: Trial, documentId: string, who: Person = 'auditor'): Promise<Alarm[]> =>
  (await portal[who].ask<{ alarms: Alarm[] }>('GET', '/review/alarms')).alarms.filter((alarm) => alarm.documentId === documentId);

interface Entry {
  action: string;
  actorName: string;
  object: string;
  detail: Record<string, unknown>;
}
const entriesOf = async ({ portal }: Trial, documentId: string, action: string): Promise<Entry[]> =>
  (await portal.auditor.ask<{ entries: Entry[] }>('GET', `/review/audit?action=${action}`)).entries.filter((entry) => entry.object === `document:${documentId}`);

const approved = async ({ portal }: Trial, more = {}) => {
  const { documentId, publicId } = await portal.uploader.create(fields(more));
  await portal.uploader.act(documentId, 'submit');
  await portal.deputy.act(documentId, 'first-approve');
  await portal.head.act(documentId, 'final-approve');
  return { documentId, publicId };
};

const stateOf = async ({ portal }: Trial, documentId: string): Promise<string> => (await portal.auditor.panel(documentId)).state;

onBothDatabases('what time brings about', (trial) => {
  test('a planned release goes out at its moment, in the name of who planned it', async () => {
    const { documentId, publicId } = await approved(trial());
    await trial().portal.releaser.act(documentId, 'schedule-release', { at: later(2_500) });
    expect(await stateOf(trial(), documentId)).toBe('approved');
    expect(await documentOf(trial(), publicId)).toBeUndefined();
    await until(async () => (await stateOf(trial(), documentId)) === 'released');
    expect(await documentOf(trial(), publicId)).toMatchObject({ id: publicId });
    const [entry] = await entriesOf(trial(), documentId, 'release');
    expect(entry).toMatchObject({ actorName: '试releaser', detail: { scheduled: { by: '试releaser' } } });
  });

  test('a plan in the past is refused, and one that is taken back does not happen', async () => {
    const { portal } = trial();
    const { documentId } = await approved(trial());
    expect(await refusal(portal.releaser.act(documentId, 'schedule-release', { at: later(-HOUR_MS) }))).toMatchObject({ code: 'INVALID' });
    await portal.releaser.act(documentId, 'schedule-release', { at: later(2_000) });
    await portal.head.act(documentId, 'unschedule');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await stateOf(trial(), documentId)).toBe('approved');
  });

  test('a return takes the plan with it', async () => {
    const { portal } = trial();
    const { documentId } = await approved(trial());
    await portal.releaser.act(documentId, 'schedule-release', { at: later(2_000) });
    await portal.head.act(documentId, 'return', { reason: '请补充附件' });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await stateOf(trial(), documentId)).toBe('returned');
    expect(await alarmsOf(trial(), documentId)).toEqual([]);
  });

  test('what was changed behind the door is not released, and is an alarm until somebody sees to it', async () => {
    const { portal, settings } = trial();
    const { documentId, publicId } = await approved(trial());
    await portal.releaser.act(documentId, 'schedule-release', { at: later(2_000) });
    const raw = await openRawDatabase(settings);
    await raw.run(`UPDATE documents SET body = '<p>审核之后改的</p>' WHERE document_id = '${documentId}'`);
    await raw.close();
    await until(async () => (await alarmsOf(trial(), documentId)).length > 0);
    expect(await alarmsOf(trial(), documentId)).toMatchObject([{ kind: 'not-released', reason: expect.stringContaining('改动') as string }]);
    expect(await alarmsOf(trial(), documentId, 'elsewhere')).toEqual([]);
    expect(await documentOf(trial(), publicId)).toBeUndefined();
    expect(await entriesOf(trial(), documentId, 'due-fault')).toHaveLength(1);
    await portal.head.act(documentId, 'return', { reason: '内容被改动' });
    expect(await alarmsOf(trial(), documentId)).toEqual([]);
  });

  test('what came due while the CMS was down goes out when it is up again, once, and so does a planned end', async () => {
    const { portal, settings } = trial();
    const { documentId, publicId } = await approved(trial());
    const ending = await releaseOne(portal);
    await portal.releaser.act(documentId, 'schedule-release', { at: later(3_000) });
    await portal.head.act(ending.documentId, 'schedule-take-down', { at: later(3_000), reason: '只公示到今天' });
    await trial().cms.kill();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    trial().cms = await startCms(settings);
    await until(async () => (await documentOf(trial(), publicId)) !== undefined);
    await until(async () => (await withdrawalOf(trial(), ending.publicId)) !== undefined);
    expect(await withdrawalOf(trial(), ending.publicId)).toMatchObject({ kind: 'expired' });
    expect(JSON.stringify(await feed(trial()))).not.toContain(`"id":"${ending.publicId}","column":"gsgg","title"`);
    expect(await entriesOf(trial(), documentId, 'release')).toHaveLength(1);
    expect(await entriesOf(trial(), ending.documentId, 'take-down')).toMatchObject([{ actorName: '系统', detail: { plannedBy: '试head' } }]);
  });

  test('an end may be planned with the release', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await approved(trial());
    await portal.releaser.act(documentId, 'release', { takeDownAt: later(2_500) });
    expect(await documentOf(trial(), publicId)).toBeDefined();
    await until(async () => (await withdrawalOf(trial(), publicId))?.kind === 'expired');
  });

  test('a planner who is gone releases nothing', async () => {
    const { portal, settings } = trial();
    const { documentId } = await approved(trial());
    await portal.releaser2.act(documentId, 'schedule-release', { at: later(2_000) });
    const raw = await openRawDatabase(settings);
    const inactive = raw.kind === 'sqlite' ? '0' : 'false';
    await raw.run(`UPDATE admin_users SET is_active = ${inactive} WHERE email = 'releaser2@trial.example'`);
    await until(async () => (await alarmsOf(trial(), documentId)).length > 0);
    await raw.run(`UPDATE admin_users SET is_active = ${raw.kind === 'sqlite' ? '1' : 'true'} WHERE email = 'releaser2@trial.example'`);
    await raw.close();
    expect(await stateOf(trial(), documentId)).not.toBe('released');
    await until(async () => (await stateOf(trial(), documentId)) === 'released', 40_000);
  });
});

/** SQLite has one CMS by its lock (scripts/boot/lock.db.test.ts); PostgreSQL may be served by two. */
describe('two CMS processes on one database', () => {
  let postgres: TrialPostgres;
  let settings: Settings;
  let processes: Part[];
  let trial: Trial;
  beforeAll(async () => {
    postgres = await startPostgres();
    const databaseUrl = await postgres.database('trial');
    settings = await trialSettings({ databaseUrl });
    const cms = await startCms(settings);
    const second = await startCms(await trialSettings({ databaseUrl, dataFolder: settings.dataFolder }));
    processes = [cms, second];
    trial = { database: 'postgres', postgres, settings, cms, portal: await openPortal(settings) };
  });
  afterAll(async () => {
    for (const part of processes) await part.stop();
    await postgres.stop();
    removeTrial(settings);
  });

  test('do what is due once', async () => {
    const documents = await Promise.all(Array.from({ length: 12 }, () => approved(trial)));
    // Far enough that a busy machine has planned the last before the first is due.
    const at = later(20_000);
    for (const { documentId } of documents) await trial.portal.releaser.act(documentId, 'schedule-release', { at });
    for (const { documentId } of documents) await until(async () => (await stateOf(trial, documentId)) === 'released', 60_000);
    const { entries } = await trial.portal.auditor.ask<{ entries: Entry[] }>('GET', '/review/audit?action=release');
    expect(entries.map(({ object }) => object).sort()).toEqual(documents.map(({ documentId }) => `document:${documentId}`).sort());
    expect((await trial.portal.auditor.ask<{ entries: Entry[] }>('GET', '/review/audit?action=due-fault')).entries).toEqual([]);
    expect(await operate(settings.cmsUrl, settings.secrets.operatorToken, 'alarms', {})).toMatchObject({ alarms: [] });
    expect(await operate(settings.cmsUrl, settings.secrets.operatorToken, 'verify', {})).toMatchObject({ ok: true });
  });
});

onBothDatabases('emergencies, absences and the end of documents', (trial) => {
  test('a head sends out what cannot wait; somebody else looks at it within a day', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await portal.uploader.create(fields({ title: '关于转移群众的紧急通知' }));
    expect(await refusal(portal.head.act(documentId, 'urgent-release', { reason: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED' });
    await portal.head.act(documentId, 'urgent-release', { reason: '汛情紧急' });
    expect(await documentOf(trial(), publicId)).toMatchObject({ title: '关于转移群众的紧急通知' });
    expect(await alarmsOf(trial(), documentId)).toMatchObject([{ kind: 'second-review', overdue: false, reason: '汛情紧急' }]);
    expect(await refusal(portal.head.act(documentId, 'second-review', { result: 'ok' }))).toMatchObject({ code: 'SAME_PERSON' });
    await portal.deputy.act(documentId, 'second-review', { result: 'ok' });
    expect(await alarmsOf(trial(), documentId)).toEqual([]);
  });

  test('what would stop a submission stops the urgent lane too', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ source: 'null' }));
    expect((await refusal(portal.head.act(documentId, 'urgent-release', { reason: '汛情紧急' }))).message).toContain('信息来源没有填写');
  });

  test('a second review that is late is marked; what is wrong is taken down', async () => {
    const { portal, settings } = trial();
    const { documentId, publicId } = await portal.uploader.create(fields());
    await portal.head.act(documentId, 'urgent-release', { reason: '汛情紧急' });
    const raw = await openRawDatabase(settings);
    await raw.run(`UPDATE review_state SET second_review_due = '${later(-HOUR_MS)}' WHERE document_id = '${documentId}'`);
    await raw.close();
    expect(await alarmsOf(trial(), documentId)).toMatchObject([{ overdue: true }]);
    await portal.head2.act(documentId, 'second-review', { result: 'withdraw', reason: '与事实不符' });
    expect(await withdrawalOf(trial(), publicId)).toMatchObject({ kind: 'error' });
    expect((await entriesOf(trial(), documentId, 'second-review'))[0]?.detail).toMatchObject({ late: true, result: 'withdraw' });
  });

  test('a deputy acts in both names, and both count among the four people', async () => {
    const { portal } = trial();
    const { people } = await portal.system.ask<{ people: { id: string; name: string }[] }>('GET', '/review/deputies');
    const idOf = (name: string) => people.find((person) => person.name === `试${name}`)?.id;
    const request = { deputy: idOf('deputy'), role: 'head', from: later(-1_000), until: later(HOUR_MS), reason: '年休假' };
    const { id } = await portal.head.ask<{ id: string }>('POST', '/review/deputies', request);
    expect(await refusal(portal.head.ask('POST', '/review/deputies', request))).toMatchObject({ status: 409 });
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    await portal.deputy.act(documentId, 'first-approve');
    expect(await refusal(portal.deputy.act(documentId, 'final-approve'))).toMatchObject({ code: 'SAME_PERSON' });
    const other = (await portal.uploader.create(fields())).documentId;
    await portal.uploader.act(other, 'submit');
    await portal.deputy2.act(other, 'first-approve');
    await portal.deputy.act(other, 'final-approve');
    expect(await entriesOf(trial(), other, 'final-approve')).toMatchObject([{ actorName: '试deputy（代试head）', detail: { onBehalfOf: { name: '试head', role: 'head' } } }]);
    await portal.head.ask('POST', `/review/deputies/${id}/revoke`, {});
    const third = (await portal.uploader.create(fields())).documentId;
    await portal.uploader.act(third, 'submit');
    await portal.deputy2.act(third, 'first-approve');
    expect(await refusal(portal.deputy.act(third, 'final-approve'))).toMatchObject({ code: 'ROLE_MAY_NOT' });
  });

  test('a document that repeals another proposes so; a head confirms; the page stays and says so', async () => {
    const { portal } = trial();
    const old = await releaseOne(portal, { title: '旧办法' });
    const effects = await portal.head.ask<{ effects: { area: string; text: string }[] }>('GET', `/review/documents/${old.documentId}/effects?action=invalidate&kind=repealed`);
    expect(effects.effects.map(({ text }) => text).join()).toContain('页面保留');
    const successor = await releaseOne(portal, { title: '新办法', repeals: [old.publicId] });
    const panel = await portal.head.ask<{ repealedBy: string; withdrawal: object }>('GET', `/review/documents/${old.documentId}`);
    expect(panel).toMatchObject({ repealedBy: successor.publicId, withdrawal: { kind: 'repealed', proposed: true } });
    expect(await refusal(portal.head.act(old.documentId, 'confirm-withdrawal'))).toMatchObject({ code: 'OTHER_KIND' });
    const before = await documentOf(trial(), old.publicId);
    await portal.head.act(old.documentId, 'invalidate');
    const after = await documentOf(trial(), old.publicId);
    expect(after).toMatchObject({ validity: 'repealed', title: '旧办法', month: before?.month });
    expect(after?.event).toBeGreaterThan(before?.event ?? 0);
    expect(after?.contentHash).not.toBe(before?.contentHash);
    const leak = await portal.head.ask<{ effects: { text: string }[] }>('GET', `/review/documents/${old.documentId}/effects?action=confirm-withdrawal&kind=leak`);
    expect(leak.effects.map(({ text }) => text).join()).toContain('《新办法》（废止）');
  });

  test('a leak stands in the alarms until a head has taken note', async () => {
    const { portal } = trial();
    const { documentId } = await releaseOne(portal);
    await portal.deputy.act(documentId, 'confirm-withdrawal', { reason: '涉密', kind: 'leak' });
    expect(await alarmsOf(trial(), documentId)).toMatchObject([{ kind: 'leak', overdue: true }]);
    await portal.head.act(documentId, 'acknowledge-leak');
    expect(await alarmsOf(trial(), documentId)).toEqual([]);
  });

  test('of a correction the house keeps the reason and the public gets the note', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await releaseOne(portal);
    expect(await refusal(portal.uploader.act(documentId, 'correct', { reason: '读者王某来电' }))).toMatchObject({ status: 400, code: 'NOTE_REQUIRED' });
    await portal.uploader.act(documentId, 'correct', { reason: '读者王某来电', note: '更正了办理地点' });
    await passOn(portal, documentId);
    expect((await documentOf(trial(), publicId))?.corrections.map(({ reason }) => reason)).toEqual(['更正了办理地点']);
    expect(JSON.stringify(await feed(trial()))).not.toContain('读者王某来电');
  });

  test('a document is shown in a further column and keeps its own', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await releaseOne(portal);
    await portal.releaser.act(documentId, 'show-in', { column: 'gwzx', reason: '也属公务资讯' });
    expect(await documentOf(trial(), publicId)).toMatchObject({ column: 'gsgg', furtherColumns: ['gwzx'] });
    expect(await refusal(portal.releaser.act(documentId, 'show-in', { column: 'gsgg', reason: '也属公务资讯' }))).toMatchObject({ code: 'INVALID' });
    await portal.head.act(documentId, 'hide-from', { column: 'gwzx', reason: '并不属于' });
    expect(await documentOf(trial(), publicId)).toMatchObject({ furtherColumns: [] });
  });
});

onBothDatabases('two who decide at the same moment', (trial) => {
  const RACES: { from: 'submitted' | 'first-approved' | 'approved'; one: [Person, string, object?]; other: [Person, string, object?] }[] = [
    { from: 'submitted', one: ['deputy', 'first-approve'], other: ['deputy2', 'return', { reason: '请补充材料' }] },
    { from: 'submitted', one: ['deputy', 'first-approve'], other: ['deputy2', 'first-approve'] },
    { from: 'first-approved', one: ['head', 'final-approve'], other: ['head2', 'return', { reason: '请补充材料' }] },
    { from: 'approved', one: ['releaser', 'release'], other: ['head2', 'return', { reason: '请补充材料' }] },
    { from: 'approved', one: ['releaser', 'release'], other: ['releaser2', 'schedule-release', { at: later(HOUR_MS) }] },
  ];
  const PAIRS_OF_EACH = 10;
  const CALLED: Record<string, string> = { 'first-approve': '初审通过', 'final-approve': '终审通过', return: '退回', release: '发布', 'schedule-release': '定时发布' };

  test('of fifty pairs exactly one wins each, and the other is told who did what', async () => {
    const { portal } = trial();
    const won = { one: 0, other: 0 };
    for (const race of RACES) {
      for (let pair = 0; pair < PAIRS_OF_EACH; pair += 1) {
        const { documentId } = await portal.uploader.create(fields());
        await portal.uploader.act(documentId, 'submit');
        if (race.from !== 'submitted') await portal.deputy.act(documentId, 'first-approve');
        if (race.from === 'approved') await portal.head.act(documentId, 'final-approve');
        const { version } = await portal.auditor.panel(documentId);
        const sides = pair % 2 === 0 ? [race.one, race.other] : [race.other, race.one];
        const outcomes = await Promise.all(sides.map(([person, action, input]) => refusal(portal[person].act(documentId, action, { ...input, version }))));
        const winner = outcomes.findIndex(({ status }) => status === 200);
        const loser = outcomes[1 - winner];
        expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409]);
        const [person, action] = sides[winner] ?? ['deputy', ''];
        expect(loser?.message).toContain(`试${person}`);
        expect(loser?.message).toContain(CALLED[action]);
        won[sides[winner] === race.one ? 'one' : 'other'] += 1;
        expect((await portal.auditor.panel(documentId)).version).toBe(version + 1);
      }
    }
    expect(won.one + won.other).toBe(RACES.length * PAIRS_OF_EACH);
  });
});

onBothDatabases('a database of an earlier version', (trial) => {
  const COLUMNS = ['correction_note', 'first_for', 'final_for', 'proposed_for', 'release_at', 'take_down_at', 'due_fault', 'urgent_by', 'urgent_for', 'urgent_by_name', 'urgent_at', 'urgent_reason', 'second_review_due', 'repealed_by', 'leak_seen_at', 'further_columns'];
  const DUE_COLUMNS = ['planned_by', 'planned_by_name', 'planned_at', 'input', 'attempts', 'retry_at', 'last_error'];

  test('opens, keeps its rows and gets what came since', async () => {
    const { portal, settings } = trial();
    const { documentId, publicId } = await releaseOne(portal);
    await portal.head.act(documentId, 'pin', { until: later(3_000) });
    const draft = (await portal.uploader.create(fields())).documentId;
    await trial().cms.stop();
    const raw = await openRawDatabase(settings);
    // Indexes over columns that were not there yet were not there either.
    const indexes = await raw.rows<{ name: string; made: string }>(
      raw.kind === 'sqlite'
        ? "SELECT name, sql AS made FROM sqlite_master WHERE type = 'index' AND tbl_name = 'review_state' AND sql IS NOT NULL"
        : "SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = 'review_state'",
    );
    const ofLaterColumns = indexes.filter(({ made }) => COLUMNS.some((column) => made.includes(column)));
    expect(ofLaterColumns.length).toBeGreaterThan(0);
    for (const { name } of ofLaterColumns) await raw.run(`DROP INDEX ${name}`);
    for (const column of COLUMNS) await raw.run(`ALTER TABLE review_state DROP COLUMN ${column}`);
    for (const column of DUE_COLUMNS) await raw.run(`ALTER TABLE publication_due DROP COLUMN ${column}`);
    await raw.run('DROP TABLE review_deputy');
    await raw.close();
    trial().cms = await startCms(settings);
    await portal.uploader.act(draft, 'submit');
    expect(await documentOf(trial(), publicId)).toMatchObject({ furtherColumns: [] });
    await until(async () => (await documentOf(trial(), publicId))?.pinnedAt === null);
    const account = await operate<{ created: { email: string; password: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', { accounts: [{ email: 'late@trial.example', name: '后来', role: 'head' }] });
    const late = await openDesk(settings.cmsUrl, 'late@trial.example', account.created[0]?.password ?? '');
    expect(await late.ask('GET', '/review/deputies')).toMatchObject({ deputies: [] });
  });
});
