import { command } from './command';
import { approvedContent } from './draft';
import { instantAfter, plan } from './plans';

/**
 * 定时发布: the releaser's decision now, carried out when its time has come (`due-changes.ts`). Everything that would stop a release
 * stops the plan already; all of it is looked at again when it is due.
 */
export const scheduleRelease = command({
  action: 'schedule-release',
  prepare: ({ strapi, row }) => approvedContent(strapi, row),
  async call({ trx, row, actor, at, input }) {
    const releaseAt = instantAfter(input.at, at, '发布时间');
    const takeDownAt = input.takeDownAt ? instantAfter(input.takeDownAt, releaseAt, '下线时间') : null;
    await plan(trx, { kind: 'release', documentId: row.document_id, dueAt: releaseAt, actor, at, input });
    return {
      changes: { release_at: releaseAt, due_fault: null },
      detail: { releaseAt, takeDownAt, revision: row.revision, contentHash: row.content_hash, round: row.round },
    };
  },
});
