import { invalid } from '../errors';
import { command } from './command';
import { takeOffTop } from './particulars';

/** 应急到期结束: the end that was named in the 专项内容, brought about by the system when its time has come. */
export const emergencyEnds = command({
  action: 'emergency-ends',
  async call(context) {
    const { row, input } = context;
    const changes = await takeOffTop(context);
    if (!changes) throw invalid('INVALID', '已经没有需要到期办理的。', '');
    return { changes, detail: { since: row.in_force_at, until: row.in_force_until, plannedBy: input.planned?.by ?? null } };
  },
});
