import { command } from './command';
import { instantAfter, plan } from './plans';

/** 定时下线: what is public for a time only goes by itself; a notice stays at its address. */
export const scheduleTakeDown = command({
  action: 'schedule-take-down',
  async call({ trx, row, actor, at, input }) {
    const takeDownAt = instantAfter(input.at, at, '下线时间');
    await plan(trx, { kind: 'take-down', documentId: row.document_id, dueAt: takeDownAt, actor, at, input });
    return { changes: { take_down_at: takeDownAt }, detail: { takeDownAt, reason: input.reason?.trim() ?? '' } };
  },
});
