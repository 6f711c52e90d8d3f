import { changeSchema, documentSchema, feedEndSchema, type Change } from '@gongkai/site/contract';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { operate } from '../desk/desk.ts';
import { onBothDatabases, type Trial } from './on-both-databases.ts';
import { fields, passOn, releaseOne } from './portal.ts';
import { openRawDatabase } from './raw-database.ts';
import { startCms } from './trial.ts';
import { refusal } from './refusal.ts';

const feed = async ({ settings }: Trial, after = 0): Promise<Change[]> => {
  const response = await fetch(`${settings.cmsUrl}/api/publication/changes?after=${after}`, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } });
  expect(response.status).toBe(200);
  const lines = (await response.text()).trim().split('\n').map((line): unknown => JSON.parse(line));
  feedEndSchema.parse(lines.pop());
  return lines.map((line) => changeSchema.parse(line));
};

const documentsOf = (changes: Change[]) => changes.flatMap((change) => (change.type === 'document.put' ? [documentSchema.parse(change.document)] : []));

onBothDatabases('the rules of review', (trial) => {
  test('one person never does two of the four steps', async () => {
    const { portal, settings } = trial();
    const both = await operate<{ created: { email: string; password: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'accounts', {
      accounts: [{ email: 'many@trial.example', name: '一人多职', role: 'uploader', departments: ['szf'] }],
    });
    const [account] = both.created;
    const raw = await openRawDatabase(settings);
    // Somebody is given every role at once; the rule must hold all the same.
    const lnk = await raw.rows<{ user_id: number }>("SELECT user_id FROM admin_users_roles_lnk JOIN admin_users ON admin_users.id = user_id WHERE email = 'many@trial.example'");
    for (const role of ['deputy-head', 'head', 'releaser']) {
      await raw.run(`INSERT INTO admin_users_roles_lnk (user_id, role_id) SELECT ${lnk[0]?.user_id}, id FROM admin_roles WHERE code = 'gongkai-${role}'`);
    }
    await raw.close();
    const { openDesk } = await import('../desk/desk.ts');
    const many = await openDesk(settings.cmsUrl, account?.email ?? '', account?.password ?? '');
    const { documentId } = await many.create(fields());
    await many.act(documentId, 'submit');
    expect(await refusal(many.act(documentId, 'first-approve'))).toMatchObject({ status: 403, code: 'SAME_PERSON' });
    await portal.deputy.act(documentId, 'first-approve');
    expect(await refusal(many.act(documentId, 'final-approve'))).toMatchObject({ status: 403, code: 'SAME_PERSON' });
    await portal.head.act(documentId, 'final-approve');
    expect(await refusal(many.act(documentId, 'release'))).toMatchObject({ status: 403, code: 'SAME_PERSON' });
    const other = (await portal.uploader.create(fields())).documentId;
    await portal.uploader.act(other, 'submit');
    await many.act(other, 'first-approve');
    expect(await refusal(many.act(other, 'final-approve'))).toMatchObject({ status: 403, code: 'SAME_PERSON' });
    await portal.head.act(other, 'final-approve');
    expect(await refusal(many.act(other, 'release'))).toMatchObject({ status: 403, code: 'SAME_PERSON' });
    await portal.releaser.act(other, 'release');
    await many.act(other, 'propose-withdrawal', { reason: '内容有误' });
    expect(await refusal(many.act(other, 'confirm-withdrawal'))).toMatchObject({ status: 403, code: 'SAME_PERSON' });
  });

  test('who saves over somebody else is told who that was, and nothing is lost', async () => {
    const { portal } = trial();
    const draft = await portal.uploader.create(fields());
    await portal.uploader2.edit(draft.documentId, 1, { title: '另一人改的标题' });
    const refused = await refusal(portal.uploader.edit(draft.documentId, 1, { title: '我改的标题' }));
    expect(refused).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(refused.message).toContain('试uploader2');
    expect(await refusal(portal.uploader.act(draft.documentId, 'submit', { version: 1 }))).toMatchObject({ status: 409 });
  });

  test('of two heads who press at the same moment one is first and the other is told', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    const { version } = await portal.deputy.panel(documentId);
    const outcomes = await Promise.all([portal.deputy, portal.deputy2].map((desk) => refusal(desk.act(documentId, 'first-approve', { version }))));
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([200, 409]);
  });

  test('an approval is void when the draft, behind the door, is no longer what was approved', async () => {
    const { portal, settings } = trial();
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    await portal.deputy.act(documentId, 'first-approve');
    await portal.head.act(documentId, 'final-approve');
    const raw = await openRawDatabase(settings);
    await raw.run(`UPDATE documents SET body = '<p>审核之后改的</p>' WHERE document_id = '${documentId}'`);
    await raw.close();
    expect(await refusal(portal.releaser.act(documentId, 'release'))).toMatchObject({ status: 400, code: 'CONTENT_CHANGED' });
  });

  test('a return wants a reason, and the reason reaches the author', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    expect(await refusal(portal.deputy.act(documentId, 'return', { reason: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED' });
    await portal.deputy.act(documentId, 'return', { reason: '请补充附件' });
    expect(JSON.stringify(await portal.uploader.panel(documentId))).toContain('请补充附件');
  });

  test('a document without a source, or a picture without a description, is not submitted', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ source: 'null' }));
    const refused = await refusal(portal.uploader.act(documentId, 'submit'));
    expect(refused).toMatchObject({ status: 400, code: 'INVALID' });
    expect(refused.message).toContain('信息来源没有填写');
  });

  test('the body is sanitised whatever the door', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await releaseOne(portal, {
      body: '<p onclick="x()">甲<script>alert(1)</script></p><img src="https://elsewhere.example/x.png" alt="外"><a href="javascript:x()">链</a>',
    });
    const [document] = documentsOf(await feed(trial())).filter((candidate) => candidate.id === publicId);
    expect(document?.body).toBe('<p>甲</p><a>链</a>');
    expect(documentId).not.toBe(publicId);
  });

  test('a correction stays unseen until it is released, keeps the address and is on record', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await releaseOne(portal, { title: '更正之前' });
    const before = documentsOf(await feed(trial())).find((document) => document.id === publicId);
    const panel = await portal.uploader.act(documentId, 'correct', { reason: '标题有误', note: '更正了标题' });
    await portal.uploader.edit(documentId, panel.version, { title: '更正之后' });
    expect(documentsOf(await feed(trial())).find((document) => document.id === publicId)).toEqual(before);
    await passOn(portal, documentId);
    const after = documentsOf(await feed(trial())).find((document) => document.id === publicId);
    expect(after).toMatchObject({ title: '更正之后', month: before?.month, publishedAt: before?.publishedAt, indexNumber: before?.indexNumber });
    expect(after?.corrections.map((correction) => correction.reason)).toEqual(['更正了标题']);
  });

  test('索引号 has no gaps, news has none, and it never changes', async () => {
    const { portal } = trial();
    const number = async (more = {}) => {
      const { documentId } = await releaseOne(portal, more);
      return (await portal.auditor.panel(documentId)).indexNumber;
    };
    const numbers = [await number(), await number({ columnCode: 'szyw' }), await number()];
    expect(numbers[1]).toBeNull();
    expect(Number(numbers[2]?.slice(-5)) - Number(numbers[0]?.slice(-5))).toBe(1);
    expect(numbers[0]).toMatch(/^SZF-\d{4}-\d{5}$/);
  });

  test('what was withdrawn is in no line of the feed, however far back a reader starts', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await releaseOne(portal, { title: '不该公开的标题', body: '<p>不该公开的正文</p>' });
    await portal.deputy.act(documentId, 'confirm-withdrawal', { reason: '涉密', kind: 'leak' });
    const changes = await feed(trial());
    expect(JSON.stringify(changes)).not.toMatch(/不该公开/);
    expect(changes.find((change) => change.type === 'document.withdrawn' && change.withdrawal.id === publicId)).toMatchObject({ withdrawal: { kind: 'leak' } });
  });

  test('a column or department that changes is an event, and its code never changes', async () => {
    const { portal } = trial();
    const { results } = await portal.system.ask<{ results: { documentId: string; code: string }[] }>('GET', '/content-manager/collection-types/api::column.column?pageSize=50');
    const column = results.find((row) => row.code === 'gwzx');
    const path = `/content-manager/collection-types/api::column.column/${column?.documentId}`;
    await portal.system.ask('PUT', path, { name: '公务资讯（新）' });
    expect(await refusal(portal.system.ask('PUT', path, { code: 'xxgk' }))).toMatchObject({ status: 400 });
    expect((await feed(trial())).find((change) => change.type === 'column.put' && change.column.code === 'gwzx')).toMatchObject({ column: { name: '公务资讯（新）' } });
  });

  test('a pin ends by itself, as an event', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await releaseOne(portal);
    await portal.head.act(documentId, 'pin', { until: new Date(Date.now() + 1500).toISOString() });
    const pinned = async () => documentsOf(await feed(trial())).find((document) => document.id === publicId)?.pinnedAt;
    expect(await pinned()).not.toBeNull();
    const deadline = Date.now() + 20_000;
    while ((await pinned()) !== null && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await pinned()).toBeNull();
  });

  test('files of the media library are not served to strangers, and public ones only to the publisher', async () => {
    const { portal, settings } = trial();
    const file = await portal.uploader.upload('清单.txt', Buffer.from(`清单 ${Math.random()}`), 'text/plain');
    expect((await fetch(`${settings.cmsUrl}${file.url}`)).status).toBe(404);
    const { publicId } = await releaseOne(portal, { attachments: [file.id] });
    const attachment = documentsOf(await feed(trial())).find((document) => document.id === publicId)?.attachments[0];
    expect(attachment?.name).toBe('清单.txt');
    const blob = `${settings.cmsUrl}/api/publication/blobs/${attachment?.sha256}`;
    expect((await fetch(blob)).status).toBe(403);
    expect((await fetch(blob, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } })).status).toBe(200);
    expect((await fetch(`${settings.cmsUrl}/api/publication/blobs/${'0'.repeat(64)}`, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } })).status).toBe(404);
  });

  test('an imported row is public once, and a second run changes nothing', async () => {
    const { settings } = trial();
    const row = { key: '1', line: 1, column: 'szyw', department: 'szf', title: '导入的新闻', body: '<p>导入的正文</p>', publishedAt: '2021-05-06T02:00:00.000Z', sourceName: '旧站' };
    const put = (rows: object[]) => operate<{ results: { outcome: string; code?: string; id?: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'import', { source: 'old', rows });
    const first = await put([row, { ...row, key: '2', title: '' }, { ...row, key: '3', column: 'nowhere' }, { ...row, key: '4', body: '<p> </p>' }]);
    expect(first.results.map((result) => result.code ?? result.outcome)).toEqual(['imported', 'NO_TITLE', 'NO_COLUMN', 'NO_BODY']);
    const last = (await feed(trial())).at(-1)?.seq;
    expect((await put([row])).results.map((result) => result.outcome)).toEqual(['unchanged']);
    expect((await put([{ ...row, body: '<p>别的</p>' }])).results[0]).toMatchObject({ outcome: 'refused', code: 'CHANGED_SINCE' });
    expect((await feed(trial())).at(-1)?.seq).toBe(last);
    expect(documentsOf(await feed(trial())).find((document) => document.id === first.results[0]?.id)).toMatchObject({ month: '202105', title: '导入的新闻' });
  });

  test('the webhook is signed, tried again until it arrives, and survives a restart of the CMS', async () => {
    const { portal, settings, cms } = trial();
    const received: { headers: Record<string, string>; body: string }[] = [];
    let answer = 500;
    const server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(settings.publisherPort, '127.0.0.1', resolve));
    expect((server.address() as AddressInfo).port).toBe(settings.publisherPort);
    const arrived = async (count: number) => {
      const deadline = Date.now() + 30_000;
      while (received.length < count && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(received.length).toBeGreaterThanOrEqual(count);
    };
    await releaseOne(portal);
    await arrived(1);
    await cms.kill();
    trial().cms = await startCms(settings);
    answer = 204;
    const before = received.length;
    await arrived(before + 1);
    const { headers, body } = received.at(-1) ?? { headers: {}, body: '' };
    expect(() => new Webhook(settings.secrets.webhookSecret).verify(body, headers)).not.toThrow();
    expect(() => new Webhook(settings.secrets.webhookSecret).verify(`${body} `, headers)).toThrow();
    const cursor = (JSON.parse(body) as { cursor: number }).cursor;
    expect((await feed(trial())).at(-1)?.seq).toBeLessThanOrEqual(cursor);
    await new Promise((resolve) => setTimeout(resolve, 500));
    server.close();
  });
});
