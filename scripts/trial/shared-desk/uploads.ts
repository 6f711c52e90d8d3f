import { departments } from '../../demonstration/departments.ts';
import type { Trial } from '../on-both-databases.ts';
import { fields } from '../portal.ts';
import { refusal } from '../refusal.ts';

export const uploads = (trial: () => Trial): void => {
  test('are held against their names, whatever the door', async () => {
    const { uploader } = trial().portal;
    expect(await refusal(uploader.upload('假.pdf', Buffer.from('不是 PDF'), 'application/pdf'))).toMatchObject({ status: 400, code: 'FILE_TYPE' });
    const { id } = await uploader.upload('清单.txt', Buffer.from('清单'), 'text/plain');
    const replace = uploader.form('POST', `/upload?id=${id}`, [
      { name: 'files', value: Buffer.from('%PDF-1.7 broken'), file: { name: '清单.pdf', mediaType: 'application/pdf' } },
      { name: 'fileInfo', value: JSON.stringify({ name: '清单.pdf' }) },
    ]);
    expect(await refusal(replace)).toMatchObject({ status: 400, code: 'FILE_BROKEN' });
  });

  test('lie in the folder of the department of whoever uploads', async () => {
    const { uploader, elsewhere } = trial().portal;
    await uploader.upload('甲.txt', Buffer.from('甲'), 'text/plain');
    await elsewhere.upload('乙.txt', Buffer.from('乙'), 'text/plain');
    const { data } = await uploader.ask<{ data: { name: string }[] }>('GET', '/upload/folders');
    const names = departments.filter(({ code }) => code === 'szf' || code === 'jyj').map(({ name }) => name);
    expect(data.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  test('are said not to be scanned where nothing scans them', async () => {
    expect(await trial().portal.uploader.ask('GET', '/writing/scanning')).toMatchObject({ state: 'off' });
  });

  test('a document number is kept in its one form, and who cites a document is found', async () => {
    const { uploader } = trial().portal;
    const cited = await uploader.create(fields({ documentNumber: '试政发[2026]第03号' }));
    const stored = await uploader.ask<{ data: { documentNumber: string } }>('GET', `/content-manager/collection-types/api::document.document/${cited.documentId}`);
    expect(stored.data.documentNumber).toBe('试政发〔2026〕3号');
    const citing = await uploader.create(fields({ interprets: [cited.publicId] }));
    const { documents } = await uploader.ask<{ documents: { documentId: string; relation: string }[] }>('GET', `/writing/documents/${cited.documentId}/cited-by`);
    expect(documents).toEqual([expect.objectContaining({ documentId: citing.documentId, relation: '解读本文' })]);
  });
};
