import { fields, type Portal } from '../../trial/portal.ts';

/** Documents under review, by what they wait for. */
export interface Waiting {
  submitted: string[];
  firstApproved: string[];
  approved: string[];
}

/** Brings documents under review by the requests of the desk: two fifths wait for first review, as many for the final one, the rest for release. */
export const fillInbox = async (portal: Portal, count: number, say: (detail: string) => void): Promise<Waiting> => {
  const waiting: Waiting = { submitted: [], firstApproved: [], approved: [] };
  for (let each = 0; each < count; each += 1) {
    const { documentId } = await portal.uploader.create(fields({ title: `待办测量第 ${each + 1} 号` }));
    await portal.uploader.act(documentId, 'submit');
    if (each % 5 < 2) {
      waiting.submitted.push(documentId);
    } else {
      await portal.deputy.act(documentId, 'first-approve');
      if (each % 5 < 4) waiting.firstApproved.push(documentId);
      else {
        await portal.head.act(documentId, 'final-approve');
        waiting.approved.push(documentId);
      }
    }
    if (each % 50 === 49) say(`${each + 1} / ${count}`);
  }
  return waiting;
};
