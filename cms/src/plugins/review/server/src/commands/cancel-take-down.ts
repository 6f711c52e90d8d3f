import { command } from './command';
import { unplan } from './plans';

/** 取消定时下线. */
export const cancelTakeDown = command({
  action: 'cancel-take-down',
  async call({ trx, row, input }) {
    await unplan(trx, row.document_id, 'take-down');
    return { changes: { take_down_at: null, due_fault: null }, detail: { takeDownAt: row.take_down_at, reason: input.reason?.trim() ?? '' } };
  },
});
