import { Flex, Typography } from '@strapi/design-system';
import type { State } from '../../../server/src/decisions/states';
import type { Panel } from '../requests/answers';
import { StateBadge } from '../state-badge';
import { shownMinute } from '../times';
import { Notice } from './notice';

/** A round that is over has nothing left to give its reason for. */
const OVER: readonly State[] = ['released', 'withdrawn', 'discarded'];

const KINDS = { error: '发布错误', leak: '泄密' } as const;

const Withdrawal = ({ withdrawal, pending }: { withdrawal: NonNullable<Panel['withdrawal']>; pending: boolean }) => (
  <Notice tone={pending ? 'warning' : 'danger'} title={`${pending ? '有人申请撤回' : '已撤回'}：${KINDS[withdrawal.kind]}`}>
    {[withdrawal.reason ? `理由：${withdrawal.reason}` : '', withdrawal.at ? `撤回时间：${shownMinute(withdrawal.at)}` : '']
      .filter(Boolean)
      .join('\n')}
  </Notice>
);

/** Where the document stands in its round, and what somebody has said about it. */
export const Standing = ({ panel: { state, round, returnReason, correctionReason, withdrawal } }: { panel: Panel }) => (
  <>
    <Flex gap={2} justifyContent="space-between">
      <StateBadge state={state} />
      <Typography variant="pi" textColor="neutral600">
        第 {round} 轮
      </Typography>
    </Flex>
    {state === 'returned' && returnReason && (
      <Notice tone="warning" title="退回理由">
        {returnReason}
      </Notice>
    )}
    {correctionReason && !OVER.includes(state) && (
      <Notice tone="neutral" title="更正理由（发布后公开）">
        {correctionReason}
      </Notice>
    )}
    {withdrawal && (withdrawal.proposed || state === 'withdrawn') && (
      <Withdrawal withdrawal={withdrawal} pending={withdrawal.proposed} />
    )}
  </>
);
