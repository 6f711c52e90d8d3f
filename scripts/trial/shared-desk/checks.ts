import { makeAttachment } from '../../demonstration/attachments.ts';
import { DeskError, type DeskFinding } from '../../desk/desk.ts';
import type { Trial } from '../on-both-databases.ts';
import { fields } from '../portal.ts';

/** Of nobody: right in its check character, made for tests. */
const IDENTITY = '11010119900307803X';

interface Refused {
  code: string;
  findings: DeskFinding[];
}

const refusal = async (request: Promise<unknown>): Promise<Refused> => {
  try {
    await request;
  } catch (error) {
    if (error instanceof DeskError) return { code: error.code, findings: error.findings };
    throw error;
  }
  return { code: 'DONE', findings: [] };
};

export const checks = (trial: () => Trial): void => {
  test('an identity number stops the submission until it is edited away', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ body: `<p>申请人某某，身份证号${IDENTITY}。</p>` }));
    const refused = await refusal(portal.uploader.act(documentId, 'submit', { acceptWarnings: '照样发' }));
    expect(refused).toMatchObject({ code: 'CHECKS_STOP', findings: [{ check: 'identity-card', severity: 'stop', place: { label: '正文第 1 段' } }] });
    const key = refused.findings[0]?.key ?? '';
    expect(await refusal(portal.uploader.act(documentId, 'submit', { accepted: [{ finding: key, reason: '照样发' }] }))).toMatchObject({ code: 'CHECKS_STOP' });
    await portal.uploader.edit(documentId, (await portal.uploader.panel(documentId)).version, { body: '<p>申请人某某，身份证号1101**********803X。</p>' });
    expect((await portal.uploader.act(documentId, 'submit')).state).toBe('submitted');
  });

  test('one in an attachment stops it, too, and an unreadable file asks for a person', async () => {
    const { portal } = trial();
    const bytes = makeAttachment({ name: '名单.xlsx', make: 'xlsx', sheet: '名单', rows: [['姓名', '证件'], ['某某', IDENTITY]] });
    const sheet = await portal.uploader.upload('名单.xlsx', bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const { documentId } = await portal.uploader.create(fields({ body: '<p>名单见附件。</p>', attachments: [sheet.id] }));
    expect(await refusal(portal.uploader.act(documentId, 'submit'))).toMatchObject({ code: 'CHECKS_STOP', findings: [{ check: 'identity-card', place: { label: expect.stringContaining('第 2 行第 2 列') as string } }] });
    const pdf = makeAttachment({ name: '说明.pdf', make: 'pdf', heading: '说明', paragraphs: [`某某的号码是${IDENTITY}。`] });
    const file = await portal.uploader.upload('说明.pdf', pdf, 'application/pdf');
    const other = (await portal.uploader.create(fields({ body: '<p>见附件。</p>', attachments: [file.id] }))).documentId;
    expect(await refusal(portal.uploader.act(other, 'submit'))).toMatchObject({ code: 'CHECKS_STOP', findings: [{ check: 'identity-card' }] });
  });

  test('a warning passes with a reason, which the audit keeps without the address', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ body: '<p>来信请寄 someone@example.com。</p>' }));
    expect(await refusal(portal.uploader.act(documentId, 'submit'))).toMatchObject({ code: 'CHECKS_WARN', findings: [{ check: 'e-mail', severity: 'warn' }] });
    await portal.uploader.act(documentId, 'submit', { acceptWarnings: '单位对外公布的邮箱' });
    const { entries } = await portal.auditor.ask<{ entries: { action: string; object: string; detail: object }[] }>('GET', '/review/audit?action=submit');
    const entry = JSON.stringify(entries.find(({ object }) => object === `document:${documentId}`));
    expect(entry).toContain('单位对外公布的邮箱');
    expect(entry).toContain('listVersion');
    expect(entry).not.toContain('someone@example.com');
    await portal.deputy.act(documentId, 'first-approve');
    await portal.head.act(documentId, 'final-approve');
    expect((await portal.releaser.act(documentId, 'release')).state).toBe('released');
  });

  test('a word that came into the lists after the submission holds the release up', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ body: '<p>这里有后来的禁词。</p>' }));
    await portal.uploader.act(documentId, 'submit');
    await portal.deputy.act(documentId, 'first-approve');
    await portal.head.act(documentId, 'final-approve');
    const { version } = await portal.security.ask<{ version: number }>('GET', '/checks/words');
    const add = [{ list: 'forbidden', word: '后来的禁词', replacement: '', severity: 'stop', note: '' }];
    const answer = await portal.security.ask<{ version: number; words: { id: string; word: string }[] }>('POST', '/checks/words', { version, add, remove: [], note: '试运行' });
    expect(answer.version).toBe(version + 1);
    expect(await refusal(portal.releaser.act(documentId, 'release'))).toMatchObject({ code: 'CHECKS_STOP', findings: [{ check: 'forbidden-word' }] });
    expect(await refusal(portal.security.ask('POST', '/checks/words', { version, add, remove: [] }))).toMatchObject({ code: 'CONFLICT' });
    const id = answer.words.find(({ word }) => word === '后来的禁词')?.id;
    await portal.security.ask('POST', '/checks/words', { version: version + 1, add: [], remove: [id], note: '试运行' });
    expect((await portal.releaser.act(documentId, 'release')).state).toBe('released');
  });

  test('without a secrecy review of exactly this content nothing is released', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    await portal.deputy.act(documentId, 'first-approve', { secrecy: null });
    await portal.head.act(documentId, 'final-approve');
    expect(await refusal(portal.releaser.act(documentId, 'release'))).toMatchObject({ code: 'SECRECY_MISSING' });
    const review = (result: string) => portal.deputy2.ask('POST', `/checks/documents/${documentId}/secrecy`, { result, basis: '经核不涉密' });
    await review('not-publishable');
    expect(await refusal(portal.releaser.act(documentId, 'release'))).toMatchObject({ code: 'SECRECY_NOT_PUBLISHABLE' });
    await portal.head.act(documentId, 'return', { reason: '涉及工作秘密' });
    await portal.uploader.edit(documentId, (await portal.uploader.panel(documentId)).version, { body: '<p>改过的正文。</p>' });
    await portal.uploader.act(documentId, 'submit');
    await portal.deputy.act(documentId, 'first-approve', { secrecy: null });
    await portal.head.act(documentId, 'final-approve');
    expect(await refusal(portal.releaser.act(documentId, 'release'))).toMatchObject({ code: 'SECRECY_MISSING' });
    await review('publishable');
    expect((await portal.releaser.act(documentId, 'release')).state).toBe('released');
  });

  test('an approval that says it must not be public contradicts itself', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields());
    await portal.uploader.act(documentId, 'submit');
    const secrecy = { result: 'not-publishable', basis: '涉密' };
    expect(await refusal(portal.deputy.act(documentId, 'first-approve', { secrecy }))).toMatchObject({ code: 'SECRECY_NOT_PUBLISHABLE' });
    expect(await refusal(portal.deputy.act(documentId, 'first-approve', { secrecy: { result: 'publishable', basis: '' } }))).toMatchObject({ code: 'INVALID' });
  });

  test('the author may look at any time, and sees places', async () => {
    const { portal } = trial();
    const { documentId } = await portal.uploader.create(fields({ body: '<p>一</p><table><tr><td>甲</td><td>京A·12345</td></tr><tr><td>乙</td><td>丙</td></tr></table>' }));
    const { findings } = await portal.uploader.ask<{ findings: DeskFinding[] }>('GET', `/checks/documents/${documentId}`);
    expect(findings.map(({ check, place }) => `${check} ${place.label}`)).toEqual(['plate 正文第 1 个表格第 1 行第 2 列', 'table-header 正文第 1 个表格']);
    expect(await refusal(portal.elsewhere.ask('GET', `/checks/documents/${documentId}`))).toMatchObject({ code: 'OTHER_DEPARTMENT' });
  });
};
