import { fields } from '../portal.ts';
import type { Trial } from '../on-both-databases.ts';

/** 自动保存 over HTTP, on both databases: what is kept, what is refused, what is forgotten. */
const WINDOW_A = 'aaaaaaaa-1111';
const WINDOW_B = 'bbbbbbbb-2222';

interface Shown {
  autosave: { seq: number; tab: string; changed: Record<string, unknown>; base: Record<string, unknown>; savedAt: string } | null;
  document: { version: number; changes: { by: string; mine: boolean; action: string }[] } | null;
}

export const autosave = (trial: () => Trial): void => {
  const at = (form: string) => `/writing/autosaves/${form}`;
  const typed = (changed: Record<string, unknown>, more: Record<string, unknown> = {}) => ({ after: 0, tab: WINDOW_A, baseVersion: 1, changed, base: {}, ...more });
  const auditLength = async (): Promise<number> => (await trial().portal.auditor.ask<{ entries: { seq: number }[] }>('GET', '/review/audit')).entries[0]?.seq ?? 0;

  test('what was typed comes back to its account, as it was, and leaves no audit entry', async () => {
    const { uploader } = trial().portal;
    const { documentId } = await uploader.create(fields());
    const before = await auditLength();
    const changed = { title: '改了的标题 🀄', body: '<p>“引号”与\n换行</p>', attachments: [{ id: 3, name: '附件' }], summary: null };
    const kept = await uploader.ask<{ kept: boolean; seq: number }>('PUT', at(documentId), typed(changed, { base: { title: '旧' } }));
    expect(kept).toMatchObject({ kept: true, seq: 1 });
    const { autosave } = await uploader.ask<Shown>('GET', at(documentId));
    expect(autosave).toMatchObject({ seq: 1, tab: WINDOW_A, changed, base: { title: '旧' } });
    expect(await auditLength()).toBe(before);
    expect((await uploader.panel(documentId)).version).toBe(1);
  });

  test('it is nobody else’s: not a colleague’s, not another department’s, not a reviewer’s', async () => {
    const { uploader, uploader2, elsewhere, deputy } = trial().portal;
    const { documentId } = await uploader.create(fields());
    await uploader.ask('PUT', at(documentId), typed({ title: '只给自己' }));
    expect((await uploader2.ask<Shown>('GET', at(documentId))).autosave).toBeNull();
    await uploader2.ask('DELETE', `${at(documentId)}?upTo=99`);
    await expect(elsewhere.ask('GET', at(documentId))).rejects.toMatchObject({ status: 403, code: 'OTHER_DEPARTMENT' });
    await expect(deputy.ask('PUT', at(documentId), typed({ title: '不行' }))).rejects.toMatchObject({ status: 403 });
    expect((await uploader.ask<Shown>('GET', at(documentId))).autosave?.changed).toEqual({ title: '只给自己' });
  });

  test('a window that has not seen another’s text is refused and handed it; having seen it, it may go on', async () => {
    const { uploader } = trial().portal;
    const { documentId } = await uploader.create(fields());
    await uploader.ask('PUT', at(documentId), typed({ title: '甲窗口' }));
    const refused = await uploader.ask<{ kept: boolean; newer: { seq: number; changed: unknown } }>('PUT', at(documentId), typed({ title: '乙窗口' }, { tab: WINDOW_B }));
    expect(refused).toMatchObject({ kept: false, newer: { seq: 1, changed: { title: '甲窗口' } } });
    expect(await uploader.ask('PUT', at(documentId), typed({ title: '乙窗口' }, { tab: WINDOW_B, after: 1 }))).toMatchObject({ kept: true, seq: 2 });
    // The window’s own write whose answer was lost is no obstacle.
    expect(await uploader.ask('PUT', at(documentId), typed({ title: '乙窗口二' }, { tab: WINDOW_B, after: 1 }))).toMatchObject({ kept: true, seq: 3 });
  });

  test('two windows that write at once: one is kept, the other is told', async () => {
    const { uploader } = trial().portal;
    const { documentId } = await uploader.create(fields());
    await uploader.ask('PUT', at(documentId), typed({ title: '起头' }));
    const answers = await Promise.all(
      ['cccccccc-3', 'dddddddd-4', 'eeeeeeee-5'].map((tab) => uploader.ask<{ kept: boolean }>('PUT', at(documentId), typed({ title: tab }, { tab, after: 1 }))),
    );
    expect(answers.filter(({ kept }) => kept)).toHaveLength(1);
  });

  test('another person’s save is named with who and what; the own text stays', async () => {
    const { uploader, uploader2 } = trial().portal;
    const { documentId } = await uploader.create(fields());
    await uploader.ask('PUT', at(documentId), typed({ title: '我的' }));
    await uploader2.edit(documentId, 1, { title: '别人保存的标题' });
    const { document } = await uploader.ask<{ document: Shown['document'] }>('PUT', at(documentId), typed({ title: '我的，又写' }, { after: 1 }));
    expect(document).toMatchObject({ version: 2, changes: [{ by: '试uploader2', mine: false, action: 'edit' }] });
    expect((await uploader.ask<Shown>('GET', `${at(documentId)}?since=1`)).autosave?.changed).toEqual({ title: '我的，又写' });
    expect((await uploader2.ask<Shown>('GET', `${at(documentId)}?since=1`)).document?.changes).toMatchObject([{ mine: true }]);
  });

  test('it goes when the document is saved with that text, and stays when it is saved with another', async () => {
    const { uploader } = trial().portal;
    const { documentId } = await uploader.create(fields());
    await uploader.ask('PUT', at(documentId), typed({ title: '　新标题 ', body: '<p onclick="x()">正文</p>' }));
    await uploader.edit(documentId, 1, { title: '别的标题', body: '<p>正文</p>' });
    expect((await uploader.ask<Shown>('GET', at(documentId))).autosave).not.toBeNull();
    await uploader.edit(documentId, 2, { title: '　新标题 ', body: '<p onclick="x()">正文</p>' });
    expect((await uploader.ask<Shown>('GET', at(documentId))).autosave).toBeNull();
  });

  test('a new document’s text is listed for its account, and goes with the document’s first save', async () => {
    const { uploader, uploader2 } = trial().portal;
    const form = 'new:0f0f0f0f-1234';
    const begun = fields();
    await uploader.ask('PUT', at(form), typed({ title: begun.title, columnCode: begun.columnCode }, { baseVersion: null }));
    const listed = await uploader.ask<{ autosaves: { form: string }[] }>('GET', '/writing/autosaves');
    expect(listed.autosaves.map((each) => each.form)).toContain(form);
    expect((await uploader2.ask<{ autosaves: unknown[] }>('GET', '/writing/autosaves')).autosaves).toEqual([]);
    await uploader.create(begun);
    expect((await uploader.ask<{ autosaves: { form: string }[] }>('GET', '/writing/autosaves')).autosaves.map((each) => each.form)).not.toContain(form);
  });

  test('forgetting goes up to a number: what came after it stays', async () => {
    const { uploader } = trial().portal;
    const { documentId } = await uploader.create(fields());
    await uploader.ask('PUT', at(documentId), typed({ title: '一' }));
    await uploader.ask('PUT', at(documentId), typed({ title: '二' }, { after: 1 }));
    await uploader.ask('DELETE', `${at(documentId)}?upTo=1`);
    expect((await uploader.ask<Shown>('GET', at(documentId))).autosave?.changed).toEqual({ title: '二' });
    await uploader.ask('DELETE', `${at(documentId)}?upTo=2`);
    expect((await uploader.ask<Shown>('GET', at(documentId))).autosave).toBeNull();
  });

  test('what is no text of a form is refused in Chinese', async () => {
    const { uploader } = trial().portal;
    const { documentId } = await uploader.create(fields());
    for (const wrong of [typed({}, { tab: 'x' }), typed({}, { after: -1 }), { changed: {} }, typed([] as never)]) {
      await expect(uploader.ask('PUT', at(documentId), wrong)).rejects.toMatchObject({ status: 400, code: 'INVALID' });
    }
    await expect(uploader.ask('PUT', at('new:x'), typed({ title: 'a' }))).rejects.toMatchObject({ status: 404 });
  });
};
