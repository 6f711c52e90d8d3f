import type { Content } from '../content/content';
import { marksIn, strangeMarks } from '../decisions/marks';
import { invalid } from '../errors';
import type { Follower, Gate } from '../gates';
import { keepMarks, resolveMarks } from '../tables/marks';
import { reading } from '../tables/reading';
import { readRevision } from '../tables/revisions';

/** Before a return: the marked passages go with it, bound to the revision they were made on. */
export const marksGate: Gate = {
  before: ['return'],
  async check({ strapi, actor, row, input }) {
    const marks = marksIn(input.marks);
    if (!marks) throw invalid('INVALID', '标注不完整：每处标注要有原文，意见不超过 500 字，最多 50 处。', '请删去有问题的标注后再退回。');
    if (marks.length === 0) return undefined;
    const revision = row.revision === null ? null : await readRevision(await reading(strapi), row.document_id, row.revision);
    const body = (revision?.content as unknown as Content | undefined)?.body ?? '';
    const [strange] = strangeMarks(marks, body);
    if (!revision || strange) {
      throw invalid('INVALID', `标注的文字不在送审的版本里：「${strange?.quote.slice(0, 30) ?? ''}」。`, '请刷新页面，在最新的版本上重新标注。');
    }
    return {
      detail: { marks: marks.length },
      within: ({ trx, at }) => keepMarks(trx, { documentId: row.document_id, revision: revision.revision, actor, at, marks }),
    };
  },
};

/** Marks are answered by the next submission, or lapse with the draft. */
export const marksFollower: Follower = {
  async after({ trx, at }, { action, after }) {
    if (action === 'submit' || action === 'discard') await resolveMarks(trx, after.document_id, at);
  },
};
