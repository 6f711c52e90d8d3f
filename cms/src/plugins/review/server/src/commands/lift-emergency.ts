import { invalid } from '../errors';
import { command } from './command';
import { takeOffTop } from './particulars';

/** 解除应急: an emergency is over before its time. It leaves the top of the home page; its page stays. */
export const liftEmergency = command({
  action: 'lift-emergency',
  async call(context) {
    const { row, input } = context;
    const changes = await takeOffTop(context);
    if (!changes) throw invalid('INVALID', '这条信息现在没有在首页顶部显示。', '请刷新后再看。');
    return { changes, detail: { reason: input.reason?.trim() ?? '', since: row.in_force_at, until: row.in_force_until } };
  },
});
