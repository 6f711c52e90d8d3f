import { invalid } from '../errors';
import { command } from './command';
import { unplan } from './plans';
import { takeAway } from './take-away';

/** 到期下线: what was planned, done by the system when its time has come. */
export const takeDown = command({
  action: 'take-down',
  async call(context) {
    const { trx, row, input } = context;
    if (!(await unplan(trx, row.document_id, 'take-down'))) throw invalid('INVALID', '已经没有需要到期办理的。', '');
    return {
      changes: await takeAway(context, 'expired', row.withdrawal_reason ?? ''),
      detail: { kind: 'expired', takeDownAt: row.take_down_at, plannedBy: input.planned?.by ?? null, plannedAt: input.planned?.at ?? null, revision: row.live_revision },
    };
  },
});
