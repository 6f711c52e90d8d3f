import { type Desk } from '../../desk/desk.ts';
import type { Trial } from '../on-both-databases.ts';
import { fields, OTHER_DEPARTMENT, passOn } from '../portal.ts';
import { openRawDatabase } from '../raw-database.ts';
import { refusal } from '../refusal.ts';

interface Decision {
  revision: number;
  contentHash: string;
  version: number;
  base: number | null;
  opened: boolean;
  mayMark: boolean;
  content: { title: string; attachments: { sha256: string; name: string }[] };
  marks: { quote: string; remark: string; resolvedAt: string | null }[];
}

interface Queue {
  queue: string | null;
  total: number;
  queues: { queue: string; total: number }[];
  items: { documentId: string; version: number; opened: boolean; approve: string | null; blocked: string | null; urgency: string }[];
  columns: { code: string; total: number }[];
}

interface Approval {
  results: { documentId: string; outcome: string; code?: string; message?: string }[];
}

const decision = (desk: Desk, documentId: string) => desk.ask<Decision>('GET', `/review/decisions/${documentId}`);

/** Opens a document as its reviewer does: the text is read, then that it was shown is recorded. */
const open = async (desk: Desk, documentId: string): Promise<Decision> => {
  const shown = await decision(desk, documentId);
  await desk.ask('POST', `/review/decisions/${documentId}/opened`, { revision: shown.revision, contentHash: shown.contentHash });
  return shown;
};

const submitted = async ({ portal }: Trial, more: Record<string, unknown> = {}): Promise<string> => {
  const { documentId } = await portal.uploader.create(fields(more));
  // An attachment the text does not name is a warning of the checks.
  await portal.uploader.act(documentId, 'submit', { acceptWarnings: '附件另有说明' });
  return documentId;
};

const approve = (desk: Desk, items: { documentId: string; version: number }[]) => desk.ask<Approval>('POST', '/review/inbox/approve', { items });
const outcomes = ({ results }: Approval) => results.map(({ outcome, code }) => code ?? outcome);
const item = async (desk: Desk, documentId: string) => ({ documentId, version: (await desk.panel(documentId)).version });

const BODY = '<p>第一段没有问题。</p><p>第二段的日期是十一月一日。</p><table><tbody><tr><td>序号</td><td>名称</td></tr></tbody></table>';
const MARK = { block: 1, from: 6, to: 11, quote: '十一月一日', remark: '应为十二月一日' };

export const reviewingScreens = (trial: () => Trial): void => {
  test('several are approved at once only by whoever has opened each, and what became of each is told', async () => {
    const { portal } = trial();
    const [read, unread, foreign] = [await submitted(trial()), await submitted(trial()), await submitted(trial())];
    await open(portal.deputy, read);
    await open(portal.deputy2, foreign);
    const result = await approve(portal.deputy, [await item(portal.deputy, read), await item(portal.deputy, unread), await item(portal.deputy, foreign)]);
    expect(outcomes(result)).toEqual(['done', 'NOT_OPENED', 'NOT_OPENED']);
    expect((await portal.auditor.panel(unread)).state).toBe('submitted');
  });

  test('what was opened and then submitted anew has to be opened anew', async () => {
    const { portal } = trial();
    const documentId = await submitted(trial());
    await open(portal.deputy, documentId);
    await portal.deputy.act(documentId, 'return', { reason: '请改标题' });
    const { version } = await portal.uploader.panel(documentId);
    await portal.uploader.edit(documentId, version, { title: '改过的标题' });
    await portal.uploader.act(documentId, 'submit');
    expect(outcomes(await approve(portal.deputy, [await item(portal.deputy, documentId)]))).toEqual(['NOT_OPENED']);
    expect((await decision(portal.deputy, documentId)).opened).toBe(false);
  });

  test('of several, the one a colleague was first with is a conflict that names the colleague, and the others go through', async () => {
    const { portal } = trial();
    const [one, other] = [await submitted(trial()), await submitted(trial())];
    for (const documentId of [one, other]) await open(portal.deputy, documentId);
    const items = [await item(portal.deputy, one), await item(portal.deputy, other)];
    await portal.deputy2.act(one, 'return', { reason: '材料不全' });
    const { results } = await approve(portal.deputy, items);
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
    expect(results[0]?.code).toMatch(/CONFLICT|WRONG_STATE|NOT_OPENED/);
    const stale = await refusal(portal.deputy.act(one, 'first-approve', { version: items[0]?.version ?? 0 }));
    expect(stale).toMatchObject({ status: 409 });
    expect(stale.message).toContain('试deputy2');
  });

  test('a release is never one of several', async () => {
    const { portal } = trial();
    const documentId = await submitted(trial());
    await portal.deputy.act(documentId, 'first-approve');
    await portal.head.act(documentId, 'final-approve');
    await open(portal.releaser, documentId);
    expect(outcomes(await approve(portal.releaser, [await item(portal.releaser, documentId)]))).toEqual(['WRONG_STATE']);
  });

  test('a queue is filtered, counted and paged by the server, oldest first, and says what was opened', async () => {
    const { portal } = trial();
    const made = [await submitted(trial(), { columnCode: 'szyw' }), await submitted(trial(), { columnCode: 'szyw' }), await submitted(trial())];
    await open(portal.deputy, made[0] ?? '');
    const news = await portal.deputy.ask<Queue>('GET', '/review/inbox/queue?queue=submitted&column=szyw');
    expect(news.items.map(({ documentId }) => documentId)).toEqual(made.slice(0, 2));
    expect(news.items.map(({ opened, approve: action }) => [opened, action])).toEqual([[true, 'first-approve'], [false, 'first-approve']]);
    expect(news.total).toBe(2);
    expect(news.columns.find(({ code }) => code === 'szyw')?.total).toBe(2);
    const all = await portal.deputy.ask<Queue>('GET', '/review/inbox/queue?pageSize=25&page=1');
    expect(all.queues).toEqual([expect.objectContaining({ queue: 'submitted', total: all.total })]);
    expect((await portal.deputy.ask<Queue>('GET', '/review/inbox/queue?urgency=late')).total).toBe(0);
    expect(await refusal(portal.deputy.ask('GET', '/review/inbox/queue?queue=approved'))).toMatchObject({ status: 400, code: 'INVALID' });
    const line = await portal.deputy.ask<{ position: number; previous: string | null; next: string | null; total: number }>('GET', `/review/inbox/line?queue=submitted&column=szyw&document=${made[0]}`);
    expect(line).toEqual({ position: 1, total: 2, previous: null, next: made[1] });
  });

  test('marked passages go with the return, bound to their revision, reach the author, and lapse with the next submission', async () => {
    const { portal } = trial();
    const documentId = await submitted(trial(), { body: BODY });
    const { mayMark } = await open(portal.deputy, documentId);
    expect(mayMark).toBe(true);
    const { version } = await portal.deputy.panel(documentId);
    const returned = (marks: object[]) => portal.deputy.ask('POST', `/review/documents/${documentId}/return`, { version, reason: '见标注', marks });
    expect(await refusal(returned([{ ...MARK, quote: '不在文中的字' }]))).toMatchObject({ status: 400, code: 'INVALID' });
    expect(await refusal(returned([{ ...MARK, to: 2 }]))).toMatchObject({ status: 400, code: 'INVALID' });
    await returned([MARK, { block: 2, from: 0, to: 4, quote: '序号 名称', remark: '' }]);
    const { marks } = await portal.uploader.ask<{ marks: { quote: string; remark: string; revision: number; by: string }[] }>('GET', `/review/marks/${documentId}`);
    expect(marks.map(({ quote, remark, revision, by }) => [quote, remark, revision, by])).toEqual([['十一月一日', '应为十二月一日', 1, '试deputy'], ['序号 名称', '', 1, '试deputy']]);
    const panel = await portal.uploader.panel(documentId);
    await portal.uploader.edit(documentId, panel.version, { body: BODY.replace('十一月', '十二月') });
    await portal.uploader.act(documentId, 'submit');
    expect(await portal.uploader.ask('GET', `/review/marks/${documentId}`)).toEqual({ marks: [] });
    const earlier = await portal.deputy.ask<Decision>('GET', `/review/decisions/${documentId}?revision=1`);
    expect(earlier.marks[0]?.resolvedAt).not.toBeNull();
    const { difference } = await portal.deputy.ask<{ difference: { changes: number; blocks: { pieces: { kind: string; text: string }[] }[] } }>('GET', `/review/history/${documentId}/compare?from=1&to=2`);
    expect(difference.blocks[1]?.pieces.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'removed', text: '一' }, { kind: 'added', text: '二' }]);
  });

  test('notes between colleagues are only added to, never changed, and an auditor only reads', async () => {
    const { portal, settings } = trial();
    const documentId = await submitted(trial());
    await portal.deputy.ask('POST', `/review/notes/${documentId}`, { text: '日期请@试head 核对' });
    expect(await refusal(portal.deputy.ask('POST', `/review/notes/${documentId}`, { text: '  ' }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(portal.auditor.ask('POST', `/review/notes/${documentId}`, { text: '我也来写' }))).toMatchObject({ status: 403, code: 'MAY_NOT' });
    const { notes } = await portal.auditor.ask<{ notes: { seq: number; author: string; mentions: { name: string }[] }[] }>('GET', `/review/notes/${documentId}`);
    expect(notes).toMatchObject([{ author: '试deputy', mentions: [{ name: '试head' }] }]);
    const raw = await openRawDatabase(settings);
    await expect(raw.run(`UPDATE review_note SET text = '改过' WHERE seq = ${notes[0]?.seq}`)).rejects.toThrow(/never changed/);
    await expect(raw.run('DELETE FROM review_note')).rejects.toThrow(/never deleted|never changed/);
    await raw.close();
    const feed = await (await fetch(`${settings.cmsUrl}/api/publication/changes?after=0`, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } })).text();
    expect(feed).not.toContain('核对');
  });

  test('an uploader of another department gets none of it', async () => {
    const { portal } = trial();
    const documentId = await submitted(trial());
    await passOn(portal, (await portal.uploader.create(fields())).documentId);
    const shown = await decision(portal.deputy, documentId);
    const requests: [string, string, object?][] = [
      ['GET', `/review/decisions/${documentId}`],
      ['POST', `/review/decisions/${documentId}/opened`, { revision: shown.revision, contentHash: shown.contentHash }],
      ['GET', `/review/decisions/${documentId}/files/1/${'0'.repeat(64)}`],
      ['GET', `/review/marks/${documentId}`],
      ['GET', `/review/notes/${documentId}`],
      ['POST', `/review/notes/${documentId}`, { text: '看看' }],
      ['GET', `/review/history/${documentId}`],
      ['GET', `/review/history/${documentId}/compare?from=1&to=1`],
      ['POST', `/review/history/${documentId}/restore`, { revision: 1, version: 2 }],
    ];
    for (const [method, path, body] of requests) expect([path, (await refusal(portal.elsewhere.ask(method, path, body))).code]).toEqual([path, 'OTHER_DEPARTMENT']);
    expect(outcomes(await approve(portal.elsewhere, [{ documentId, version: 2 }]))).toEqual(['OTHER_DEPARTMENT']);
    const { documentId: own } = await portal.elsewhere.create(fields({ departmentCode: OTHER_DEPARTMENT }));
    const inbox = await portal.elsewhere.ask<Queue>('GET', '/review/inbox/queue?queue=draft');
    expect(inbox.items.map((found) => found.documentId)).toEqual([own]);
    expect(inbox.queues.find(({ queue }) => queue === 'draft')?.total).toBe(1);
  });

  test('a reader of everything may look at a document and do nothing to it', async () => {
    const { portal } = trial();
    const documentId = await submitted(trial());
    expect((await open(portal.auditor, documentId)).mayMark).toBe(false);
    expect(outcomes(await approve(portal.auditor, [await item(portal.auditor, documentId)]))).toEqual(['ROLE_MAY_NOT']);
    expect((await portal.auditor.ask<Queue>('GET', '/review/inbox/queue')).queue).toBeNull();
    expect(await refusal(portal.system.ask('GET', `/review/decisions/${documentId}`))).toMatchObject({ status: 403 });
  });

  test('an attachment is read as it was submitted, by those who may read the document', async () => {
    const { portal, settings } = trial();
    const file = await portal.uploader.upload('名单.txt', Buffer.from('第一版名单'), 'text/plain');
    const documentId = await submitted(trial(), { attachments: [file.id] });
    const { content } = await decision(portal.deputy, documentId);
    const path = `/review/decisions/${documentId}/files/1/${content.attachments[0]?.sha256}`;
    expect(await portal.deputy.ask('GET', path)).toBe('第一版名单');
    expect((await refusal(portal.deputy.ask('GET', path.replace(/[0-9a-f]{64}$/, '0'.repeat(64))))).status).toBe(404);
    expect((await fetch(`${settings.cmsUrl}${path}`)).status).toBe(401);
  });

  test('an earlier revision is restored into the draft with its files, and the audit says so', async () => {
    const { portal } = trial();
    const file = await portal.uploader.upload('附表.txt', Buffer.from('附表第一版'), 'text/plain');
    const documentId = await submitted(trial(), { title: '第一版标题', body: BODY, attachments: [file.id] });
    await portal.deputy.act(documentId, 'return', { reason: '请改' });
    const { version } = await portal.uploader.panel(documentId);
    await portal.uploader.edit(documentId, version, { title: '第二版标题', body: '<p>别的正文。</p>', attachments: [] });
    await portal.uploader.act(documentId, 'submit');
    expect(await refusal(portal.uploader.ask('POST', `/review/history/${documentId}/restore`, { revision: 1, version: version + 2 }))).toMatchObject({ code: 'LOCKED' });
    await portal.deputy.act(documentId, 'return', { reason: '还是第一版好' });
    const present = (await portal.uploader.panel(documentId)).version;
    expect(await refusal(portal.uploader.ask('POST', `/review/history/${documentId}/restore`, { revision: 1, version: present - 1 }))).toMatchObject({ status: 409 });
    expect(await refusal(portal.deputy.ask('POST', `/review/history/${documentId}/restore`, { revision: 1, version: present }))).toMatchObject({ code: 'MAY_NOT' });
    const restored = await portal.uploader.ask<{ missing: string[]; version: number }>('POST', `/review/history/${documentId}/restore`, { revision: 1, version: present });
    expect(restored).toMatchObject({ missing: [], version: present + 1 });
    await portal.uploader.act(documentId, 'submit', { acceptWarnings: '附件另有说明' });
    const { difference } = await portal.uploader.ask<{ difference: { changes: number } }>('GET', `/review/history/${documentId}/compare?from=1&to=3`);
    expect(difference.changes).toBe(0);
    const history = await portal.auditor.ask<{ revisions: { revision: number; by: string; steps: { action: string; reason: string | null }[] }[] }>('GET', `/review/history/${documentId}`);
    expect(history.revisions.map(({ revision, by }) => [revision, by])).toEqual([[3, '试uploader'], [2, '试uploader'], [1, '试uploader']]);
    expect(history.revisions[0]?.steps.map(({ action }) => action)).toEqual(['restore', 'submit']);
    expect(history.revisions[2]?.steps.find(({ action }) => action === 'return')?.reason).toBe('请改');
  });

  test('restoring what is public begins a correction with its reason, and nothing becomes public by it', async () => {
    const { portal } = trial();
    const documentId = await submitted(trial(), { title: '公开的标题' });
    await portal.deputy.act(documentId, 'first-approve');
    await portal.head.act(documentId, 'final-approve');
    await portal.releaser.act(documentId, 'release');
    const { version } = await portal.uploader.panel(documentId);
    const restore = (input: object) => portal.uploader.ask('POST', `/review/history/${documentId}/restore`, { revision: 1, version, ...input });
    expect(await refusal(restore({}))).toMatchObject({ code: expect.stringMatching(/REASON_REQUIRED|NOTE_REQUIRED/) as string });
    await restore({ reason: '退回到首次公开的版本', note: '恢复首次公开的内容' });
    const after = await portal.uploader.panel(documentId);
    expect(after.state).toBe('draft');
    expect(after.live).not.toBeNull();
    expect(after.history.map(({ action }) => action).slice(-2)).toEqual(['correct', 'restore']);
  });

  test('after all that the audit chain is whole', async () => {
    const { settings } = trial();
    const response = await fetch(`${settings.cmsUrl}/api/review/verify`, { method: 'POST', headers: { authorization: `Bearer ${settings.secrets.operatorToken}` } });
    expect(await response.json()).toMatchObject({ ok: true, faults: [] });
  });
};
