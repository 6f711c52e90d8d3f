import { keepsPage } from '../decisions/states';
import { command } from './command';
import { takeAway } from './take-away';

/** 确认撤回: 发布错误 after a proposal, 泄密 by any head at once. */
export const confirmWithdrawal = command({
  action: 'confirm-withdrawal',
  async call(context) {
    const { row, input } = context;
    const proposed = row.withdrawal_kind;
    const kind = input.kind === 'leak' ? 'leak' : proposed === null || keepsPage(proposed) ? 'error' : proposed;
    const reason = input.reason?.trim() || row.withdrawal_reason || '';
    return {
      changes: await takeAway(context, kind, reason),
      detail: { kind, reason, proposedBy: row.proposed_by, revision: row.live_revision },
    };
  },
});
