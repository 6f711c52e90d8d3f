import type { Portal } from '../../trial/portal.ts';
import { timed } from '../timing.ts';
import type { Waiting } from './waiting.ts';

const READERS = ['uploader', 'deputy', 'head', 'releaser'] as const;

/** Milliseconds of each look at the inbox, everybody in turn; the first one of each warms up and is not counted. */
export const timedInboxes = async (portal: Portal, looks: number): Promise<number[]> => {
  const times: number[] = [];
  for (let look = 0; look <= looks; look += 1) {
    for (const reader of READERS) {
      const { ms } = await timed(() => portal[reader].ask('GET', '/review/inbox'));
      if (look > 0) times.push(ms);
    }
  }
  return times;
};

/** Milliseconds of each decision, first and final review in turn; what the person sees before pressing is read beforehand. */
export const timedDecisions = async (portal: Portal, waiting: Waiting, count: number): Promise<number[]> => {
  const firstReview = { desk: portal.deputy2, action: 'first-approve', documents: waiting.submitted };
  const finalReview = { desk: portal.head2, action: 'final-approve', documents: waiting.firstApproved };
  const times: number[] = [];
  for (let each = 0; each < count; each += 1) {
    const { desk, action, documents } = each % 2 === 0 ? firstReview : finalReview;
    const documentId = documents[Math.floor(each / 2)];
    if (documentId === undefined) break;
    const { version } = await desk.panel(documentId);
    const { ms } = await timed(() => desk.act(documentId, action, { version }));
    times.push(ms);
  }
  return times;
};
