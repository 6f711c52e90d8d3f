import type { Desk } from '../desk/desk.ts';
import { documents } from './documents.ts';
import { withdrawn } from './documents/withdrawn.ts';
import type { DemonstrationDocument } from './types.ts';

const LIST = '/content-manager/collection-types/api::document.document';

/** Who does what; the same people as for documents on their way. */
export interface People {
  byEmail(email: string): Promise<Desk>;
  byRole(role: string): Promise<Desk>;
}

/** Corrected at the desk after the import, which brings it in with the fault. The public note is the one among its `corrections`. */
const CORRECTED = { key: 'gsgg-water', wrong: '共10个小区', right: '共11个小区', uploader: 'shangchuan3@gongkai.example', reason: '居民来电：停水范围漏列和平楼' };

/** What an import brings in: everything that is public in the end, what is taken back again, and the fault that is corrected. */
export const imported: DemonstrationDocument[] = [...documents, ...withdrawn].map((document) =>
  document.key === CORRECTED.key ? { ...document, body: document.body.replace(CORRECTED.right, CORRECTED.wrong) } : document,
);

const documentIdOf = async (desk: Desk, title: string): Promise<string | null> => {
  const { results } = await desk.ask<{ results: { documentId: string }[] }>('GET', `${LIST}?page=1&pageSize=1&filters[title][$eq]=${encodeURIComponent(title)}`);
  return results[0]?.documentId ?? null;
};

const correct = async (people: People): Promise<void> => {
  const document = documents.find(({ key }) => key === CORRECTED.key);
  const author = await people.byEmail(CORRECTED.uploader);
  const id = document && (await documentIdOf(author, document.title));
  if (!document || !id || (await author.panel(id)).history.some(({ action }) => action === 'correct')) return;
  await author.act(id, 'correct', { reason: CORRECTED.reason, note: document.corrections?.[0]?.reason ?? CORRECTED.reason });
  const { data } = await author.ask<{ data: { lockVersion: number; body: string } }>('GET', `${LIST}/${id}`);
  await author.edit(id, data.lockVersion, { body: data.body.replace(CORRECTED.wrong, CORRECTED.right) });
  const acceptWarnings = '已经人工核对（演示）';
  await author.act(id, 'submit', { acceptWarnings });
  await (await people.byRole('deputy-head')).act(id, 'first-approve', { acceptWarnings });
  await (await people.byRole('head')).act(id, 'final-approve', { acceptWarnings });
  await (await people.byRole('releaser')).act(id, 'release', { acceptWarnings });
};

const withdraw = async (people: People): Promise<void> => {
  const head = await people.byRole('head');
  for (const { title } of withdrawn) {
    const id = await documentIdOf(head, title);
    if (!id || (await head.panel(id)).state !== 'released') continue;
    await (await people.byRole('deputy-head')).act(id, 'propose-withdrawal', { reason: '封闭时间尚未批准，误作正式公告发布', kind: 'error' });
    await head.act(id, 'confirm-withdrawal', { kind: 'error' });
  }
};

/** What staff did to public documents after their release. Run again, it does nothing. */
export const takeLaterSteps = async (people: People): Promise<void> => {
  await correct(people);
  await withdraw(people);
};
