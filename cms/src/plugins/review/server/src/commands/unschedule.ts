import { command } from './command';
import { unplan } from './plans';

/** 取消定时发布: it waits for a releaser again, as it did before. */
export const unschedule = command({
  action: 'unschedule',
  async call({ trx, row, input }) {
    await unplan(trx, row.document_id, 'release');
    return { changes: { release_at: null, due_fault: null }, detail: { releaseAt: row.release_at, reason: input.reason?.trim() ?? '' } };
  },
});
