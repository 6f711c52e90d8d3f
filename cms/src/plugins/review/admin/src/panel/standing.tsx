import { Flex, Typography } from '@strapi/design-system';
import { keepsPage, WITHDRAWAL_KINDS, type State } from '../../../server/src/decisions/states';
import type { Panel } from '../requests/answers';
import { StateBadge } from '../state-badge';
import { shownMinute } from '../times';
import { Notice } from './notice';

/** A round that is over has nothing left to give its reason for. */
const OVER: readonly State[] = ['released', 'withdrawn', 'discarded'];

const titleOf = (kind: keyof typeof WITHDRAWAL_KINDS, pending: boolean): string => {
  const asked = keepsPage(kind) ? '有人申请标为' : '有人申请撤回：';
  return `${pending ? asked : '已撤回：'}${WITHDRAWAL_KINDS[kind]}`;
};

const Withdrawal = ({ withdrawal, pending }: { withdrawal: NonNullable<Panel['withdrawal']>; pending: boolean }) => (
  <Notice tone={pending ? 'warning' : 'danger'} title={titleOf(withdrawal.kind, pending)}>
    {[withdrawal.reason ? `理由：${withdrawal.reason}` : '', withdrawal.at ? `撤回时间：${shownMinute(withdrawal.at)}` : '']
      .filter(Boolean)
      .join('\n')}
  </Notice>
);

/** Where the document stands in its round, and what somebody has said about it. */
export const Standing = ({ panel: { state, round, returnReason, correctionReason, correctionNote, withdrawal, plans, urgent, standingInFor } }: { panel: Panel }) => (
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
    {correctionNote && !OVER.includes(state) && (
      <Notice tone="neutral" title="更正说明（发布后公开）">
        {correctionNote}
      </Notice>
    )}
    {correctionReason && !OVER.includes(state) && (
      <Notice tone="neutral" title={correctionNote ? '更正理由（不公开）' : '更正理由（发布后公开）'}>
        {correctionReason}
      </Notice>
    )}
    {plans.releaseAt && (
      <Notice tone="success" title={`定时发布：${shownMinute(plans.releaseAt)}`}>
        到时自动发布；退回或取消即不再发布。
      </Notice>
    )}
    {plans.fault && (
      <Notice tone="danger" title="到时没有办成，系统正在重试">
        {plans.fault}
      </Notice>
    )}
    {urgent && (
      <Notice tone="warning" title={`应急发布，${shownMinute(urgent.reviewDue)}前补审`}>
        {[urgent.by ? `发布：${urgent.by}` : '', urgent.reason ? `理由：${urgent.reason}` : ''].filter(Boolean).join('\n')}
      </Notice>
    )}
    {standingInFor.length > 0 && (
      <Typography variant="pi" textColor="neutral600">
        您正在代理：{standingInFor.map(({ name, label }) => `${name}（${label}）`).join('、')}
      </Typography>
    )}
    {withdrawal && (withdrawal.proposed || state === 'withdrawn') && (
      <Withdrawal withdrawal={withdrawal} pending={withdrawal.proposed} />
    )}
  </>
);
