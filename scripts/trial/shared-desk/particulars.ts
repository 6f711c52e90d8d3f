import { createHash } from 'node:crypto';
import { approvedText, changeSchema, documentSchema, type Particulars, type PublicDocument } from '@gongkai/site/contract';
import { DeskError, operate } from '../../desk/desk.ts';
import type { Trial } from '../on-both-databases.ts';
import { fields, passOn } from '../portal.ts';
import { openRawDatabase } from '../raw-database.ts';
import { startCms } from '../trial.ts';

/** 专项内容 from the desk through four people to the feed, on both databases. */
const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

const LEADER: Particulars = { type: 'person', post: '市委副书记、市长', group: '市政府领导', order: 1, duties: '领导市政府全面工作。\n负责审计工作。', phone: '0000-1234567' };
const FIGURES: Particulars = {
  type: 'dataset',
  unit: '亿元',
  period: '2026 年前三季度',
  definition: '由市统计局提供。',
  heads: ['季度', '地区生产总值'],
  rows: [['一季度', '1,024.5'], ['二季度', '—']],
  chart: 'bar',
};
const topic = (code: string): Particulars => ({ type: 'topic', code, sections: [{ heading: '最新动态', column: 'szyw', keyword: '供暖' }], closed: false });
const storm = (until: string | null): Particulars => ({ type: 'emergency', level: 'orange', event: '暴雨', advice: '请减少外出，远离低洼地带。', hotline: '', until });

/** Keys of a revision before there were 专项内容. */
const KEYS_BEFORE = [
  ...['attachments', 'audienceClass', 'author', 'body', 'column', 'department', 'disclosure', 'documentNumber', 'genreClass', 'images', 'issuer'],
  ...['keywords', 'relations', 'source', 'summary', 'title', 'topicClass', 'validity', 'writtenOn'],
];

const publicOne = async ({ settings }: Trial, publicId: string): Promise<{ document: PublicDocument; seq: number } | undefined> => {
  const response = await fetch(`${settings.cmsUrl}/api/publication/changes?after=0`, { headers: { authorization: `Bearer ${settings.secrets.feedToken}` } });
  const lines = (await response.text()).trim().split('\n').slice(0, -1).map((line) => changeSchema.parse(JSON.parse(line)));
  const found = lines.find((line) => line.type === 'document.put' && line.id === publicId);
  return found?.type === 'document.put' ? { document: documentSchema.parse(found.document), seq: found.seq } : undefined;
};

const refusal = async (request: Promise<unknown>): Promise<{ message: string; fields: string[] }> => {
  try {
    await request;
  } catch (error) {
    if (error instanceof DeskError) return { message: error.message, fields: error.findings.map((finding) => (finding as unknown as { field?: string }).field ?? finding.place.id) };
    throw error;
  }
  throw new Error('It was not refused');
};

const drafted = async ({ portal }: Trial, columnCode: string, particulars: unknown, more: object = {}) => portal.uploader.create(fields({ columnCode, particulars, ...more }));
const released = async (trial: Trial, columnCode: string, particulars: unknown) => {
  const draft = await drafted(trial, columnCode, particulars);
  await passOn(trial.portal, draft.documentId);
  return draft;
};

export const particulars = (trial: () => Trial): void => {
  test('a leader, figures and a topic reach the feed as they were written, tidied', async () => {
    const leader = await released(trial(), 'ldzc', { ...LEADER, post: ' 市委副书记、市长\u200B', made: 'up' });
    const figures = await released(trial(), 'tjsj', FIGURES);
    const heating = await released(trial(), 'rdzt', topic('gongnuan'));
    expect((await publicOne(trial(), leader.publicId))?.document).toMatchObject({ particulars: LEADER, inForce: false });
    expect((await publicOne(trial(), figures.publicId))?.document.particulars).toEqual(FIGURES);
    expect((await publicOne(trial(), heating.publicId))?.document.particulars).toEqual(topic('gongnuan'));
  });

  test('the text a reader can fetch has the hash that was approved, with files, particulars and after a move', async () => {
    const { portal } = trial();
    const figures = await released(trial(), 'tjsj', FIGURES);
    const plain = await released(trial(), 'gsgg', null);
    await portal.head.act(plain.documentId, 'move', { column: 'gwzx', reason: '放错了栏目' });
    for (const { publicId } of [figures, plain]) {
      const document = (await publicOne(trial(), publicId))?.document as PublicDocument;
      expect(createHash('sha256').update(approvedText(document)).digest('hex')).toBe(document.contentHash);
    }
    expect((await publicOne(trial(), plain.publicId))?.document.column).toBe('gwzx');
  });

  test('a correction changes them, and an earlier revision brings them back', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await released(trial(), 'ldzc', LEADER);
    await portal.uploader.act(documentId, 'correct', { reason: '换届', note: '更新了职务' });
    await portal.uploader.edit(documentId, (await portal.uploader.panel(documentId)).version, { particulars: { ...LEADER, post: '市委书记' } });
    await passOn(portal, documentId);
    expect((await publicOne(trial(), publicId))?.document).toMatchObject({ particulars: { post: '市委书记' }, corrections: [{ reason: '更新了职务' }] });
    const { difference } = await portal.deputy.ask<{ difference: { fields: { label: string; pieces: { kind: string; text: string }[] }[] } }>('GET', `/review/history/${documentId}/compare?from=1&to=2`);
    expect(difference.fields.map(({ label }) => label)).toEqual(['领导：职务']);
    const version = (await portal.uploader.panel(documentId)).version;
    await portal.uploader.ask('POST', `/review/history/${documentId}/restore`, { revision: 1, version, reason: '改回', note: '改回原职务' });
    await passOn(portal, documentId);
    expect((await publicOne(trial(), publicId))?.document.particulars).toEqual(LEADER);
  });

  test('an emergency is in force until its end, which comes as an event', async () => {
    const { portal, settings } = trial();
    const draft = await drafted(trial(), 'yjxx', storm(null));
    await portal.uploader.act(draft.documentId, 'submit');
    await portal.deputy.act(draft.documentId, 'first-approve');
    await portal.head.act(draft.documentId, 'final-approve');
    const effects = await portal.releaser.ask<{ effects: { area: string; text: string }[] }>('GET', `/review/documents/${draft.documentId}/effects?action=release`);
    expect(effects.effects).toContainEqual({ area: '首页', text: '显示在首页最上方，直到解除、更正或撤回' });
    await portal.releaser.act(draft.documentId, 'release');
    expect((await publicOne(trial(), draft.publicId))?.document.inForce).toBe(true);
    await portal.uploader.act(draft.documentId, 'correct', { reason: '雨将停', note: '写明了结束时间' });
    const until = later(3_600_000);
    await portal.uploader.edit(draft.documentId, (await portal.uploader.panel(draft.documentId)).version, { particulars: storm(until) });
    await passOn(portal, draft.documentId);
    const before = await publicOne(trial(), draft.publicId);
    expect(before?.document).toMatchObject({ inForce: true, particulars: { until } });
    const raw = await openRawDatabase(settings);
    expect(await raw.rows(`SELECT due_at FROM publication_due WHERE kind = 'emergency-ends' AND document_id = '${draft.documentId}'`)).toEqual([{ due_at: until }]);
    // The hour passes.
    await raw.run(`UPDATE publication_due SET due_at = '${later(-1)}' WHERE id = 'emergency-ends:${draft.documentId}'`);
    await raw.close();
    const deadline = Date.now() + 40_000;
    let after = before;
    while (after?.document.inForce && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      after = await publicOne(trial(), draft.publicId);
    }
    expect(after?.document).toMatchObject({ inForce: false, particulars: { until } });
    expect(after?.seq).toBeGreaterThan(before?.seq ?? 0);
    expect((await portal.head.panel(draft.documentId)).history.at(-1)).toMatchObject({ action: 'emergency-ends', actor: '系统' });
  });

  test('a head lifts it before its time, with a reason; its page stays, and a correction of its words does not bring it back', async () => {
    const { portal } = trial();
    const { documentId, publicId } = await released(trial(), 'yjxx', storm(later(3_600_000)));
    expect((await refusal(portal.head.act(documentId, 'lift-emergency'))).message).toContain('理由');
    await portal.head.act(documentId, 'lift-emergency', { reason: '险情已经解除' });
    expect((await publicOne(trial(), publicId))?.document).toMatchObject({ inForce: false, particulars: { event: '暴雨' } });
    expect((await refusal(portal.head.act(documentId, 'lift-emergency', { reason: '再来一次' }))).message).toContain('没有在首页顶部显示');
    const { particulars } = (await publicOne(trial(), publicId))?.document ?? {};
    await portal.uploader.act(documentId, 'correct', { reason: '错字', note: '改正错字' });
    await portal.uploader.edit(documentId, (await portal.uploader.panel(documentId)).version, { particulars: { ...particulars, advice: '请减少出行。' } });
    await passOn(portal, documentId);
    expect((await publicOne(trial(), publicId))?.document).toMatchObject({ inForce: false, particulars: { advice: '请减少出行。' } });
  });

  test('what is wrong is refused, by field', async () => {
    const { portal } = trial();
    const submitted = async (columnCode: string, particulars: unknown) => refusal(portal.uploader.act((await drafted(trial(), columnCode, particulars)).documentId, 'submit', { acceptWarnings: '试' }));
    expect((await submitted('ldzc', null)).message).toContain('专项内容（领导）没有填写');
    expect((await submitted('gsgg', LEADER)).message).toContain('这个栏目要的是「公开大厅文本」');
    expect((await submitted('yjxx', storm('2020-01-01T00:00:00.000Z'))).message).toContain('结束时间已经过了');
    expect((await submitted('tjsj', { ...FIGURES, rows: [['一季度']] })).message).toContain('第 1 行有 1 格，表头有 2 格');
    await released(trial(), 'rdzt', topic('chongfu'));
    expect((await submitted('rdzt', topic('chongfu'))).message).toContain('已被另一个公开的专题使用');
    expect((await refusal(drafted(trial(), 'ldzc', { type: 'king' }))).message).toContain('没有这种专项内容');
    const leader = await released(trial(), 'ldzc', LEADER);
    expect((await refusal(portal.head.act(leader.documentId, 'move', { reason: '放错', column: 'szyw' }))).message).toContain('请去掉「领导」的专项内容');
  });

  test('an office’s own telephone and address are no personal data, a mobile number in its duties is', async () => {
    const { portal } = trial();
    const agency = { type: 'agency', address: '示范市人民路 12 号 3 幢 502 室', phone: '13912345678', officeHours: '工作日', postalCode: '', website: '', leaders: [], units: [{ name: '办公室', duties: '', phone: '13912345679' }] };
    const { documentId } = await drafted(trial(), 'jgzn', agency);
    await portal.uploader.act(documentId, 'submit');
    const leaking = await drafted(trial(), 'jgzn', { ...agency, units: [{ name: '办公室', duties: '联系人手机 13912345680', phone: '' }] });
    expect((await refusal(portal.uploader.act(leaking.documentId, 'submit', { acceptWarnings: '试' }))).message).not.toBe('');
  });

  test('import takes them, plans the end of an emergency, leaves one that is over, and refuses what does not fit', async () => {
    const { settings } = trial();
    const row = (key: string, column: string, particulars: unknown) => ({ key, line: 1, column, department: 'szf', title: `导入的${key}`, body: '<p>正文。</p>', publishedAt: '2026-01-02T03:04:05.000Z', sourceName: '旧站', particulars });
    const { results } = await operate<{ results: { key: string; outcome: string; id: string; code?: string }[] }>(settings.cmsUrl, settings.secrets.operatorToken, 'import', {
      source: 'particulars',
      rows: [row('现行', 'yjxx', storm(later(3_600_000))), row('过去', 'yjxx', storm('2026-01-03T00:00:00.000Z')), row('错位', 'szyw', LEADER), row('缺项', 'ldzc', { ...LEADER, post: '' })],
    });
    expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual(['imported', 'imported', 'BAD_PARTICULARS', 'BAD_PARTICULARS']);
    expect((await publicOne(trial(), results[0]?.id ?? ''))?.document.inForce).toBe(true);
    expect((await publicOne(trial(), results[1]?.id ?? ''))?.document).toMatchObject({ inForce: false, particulars: { event: '暴雨' } });
    const raw = await openRawDatabase(settings);
    const due = await raw.rows<{ document_id: string }>("SELECT due.document_id FROM publication_due due JOIN review_import i ON i.document_id = due.document_id WHERE due.kind = 'emergency-ends' AND i.source = 'particulars'");
    await raw.close();
    expect(due).toHaveLength(1);
  });

  test('a text without them has the canonical form, and so the hash, of revisions made before there were any', async () => {
    const { settings } = trial();
    const { documentId, publicId } = await released(trial(), 'gsgg', null);
    const raw = await openRawDatabase(settings);
    const [revision] = await raw.rows<{ content: string; content_hash: string }>(`SELECT content, content_hash FROM review_revision WHERE document_id = '${documentId}'`);
    await raw.close();
    const content = JSON.parse(revision?.content ?? '{}') as object;
    expect(Object.keys(content).sort()).toEqual(KEYS_BEFORE);
    expect(createHash('sha256').update(revision?.content ?? '').digest('hex')).toBe(revision?.content_hash);
    expect((await publicOne(trial(), publicId))?.document).toMatchObject({ particulars: null, inForce: false, contentHash: revision?.content_hash });
  });

  test('a database of the version before is opened, and what lay approved in it is released', async () => {
    const { portal, settings, cms } = trial();
    const { documentId, publicId } = await drafted(trial(), 'gsgg', null);
    await portal.uploader.act(documentId, 'submit');
    await portal.deputy.act(documentId, 'first-approve');
    await portal.head.act(documentId, 'final-approve');
    await cms.stop();
    const raw = await openRawDatabase(settings);
    for (const column of ['in_force_at', 'in_force_until']) await raw.run(`ALTER TABLE review_state DROP COLUMN ${column}`);
    await raw.run('ALTER TABLE documents DROP COLUMN particulars');
    // Strapi looks at the tables themselves where it has kept no note of them.
    await raw.run('DELETE FROM strapi_database_schema');
    await raw.close();
    trial().cms = await startCms(settings);
    await portal.releaser.act(documentId, 'release');
    expect((await publicOne(trial(), publicId))?.document).toMatchObject({ particulars: null, inForce: false });
    expect(await operate(settings.cmsUrl, settings.secrets.operatorToken, 'verify', {})).toMatchObject({ ok: true });
  });
};
