import { Flex, Link, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router-dom';
import { isQueue, urgencyOf } from '../../../server/src/decisions/queues';
import { historyAddress } from '../addresses';
import { editAddress } from '../content-manager/document-type';
import { WaitingTime } from '../inbox/waiting-time';
import type { Panel } from '../requests/answers';
import type { DecisionAnswer } from '../requests/reviewing-answers';
import { StateBadge } from '../state-badge';
import { shownMinute } from '../times';
import { useNames } from '../use-names';

/** What it is, where it stands, and how long somebody has been waiting. */
export const DecisionHead = ({ decision, panel }: { decision: DecisionAnswer; panel: Panel | undefined }) => {
  const names = useNames();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever comes here by key is told where they are, and the next key counts from the top.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [decision.documentId]);
  const queue = isQueue(decision.state) ? decision.state : null;
  const writes = panel?.actions.some(({ action }) => action === 'submit') ?? false;
  const parts = [
    names.column(decision.column),
    names.department(decision.department),
    panel ? `第 ${panel.round} 轮` : '',
    decision.revision === null ? '' : `第 ${decision.revision} 版${decision.madeAt ? `（${shownMinute(decision.madeAt)} 送审）` : ''}`,
    decision.live === null ? '' : '已有公开版本',
  ].filter(Boolean);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h1" variant="beta" fontWeight="bold" ref={heading} tabIndex={-1} style={{ outline: 'none', overflowWrap: 'anywhere' }}>
        {decision.title}
      </Typography>
      <Flex gap={3} wrap="wrap">
        <StateBadge state={decision.state} />
        <Typography variant="pi" textColor="neutral700">
          {parts.join('　')}
        </Typography>
        {queue && queue !== 'draft' && (
          <Typography variant="pi">
            等待 <WaitingTime since={decision.since} urgency={urgencyOf(queue, decision.since, Date.now())} now={Date.now()} />
          </Typography>
        )}
        <Link tag={NavLink} to={historyAddress(decision.documentId)}>
          历史版本
        </Link>
        {writes && (
          <Link tag={NavLink} to={editAddress(decision.documentId)}>
            去修改
          </Link>
        )}
      </Flex>
      {panel?.correctionReason && (
        <Typography variant="pi" textColor="neutral800">
          更正理由：{panel.correctionReason}
        </Typography>
      )}
      {panel?.returnReason && decision.state === 'returned' && (
        <Typography variant="pi" textColor="warning700">
          退回理由：{panel.returnReason}
        </Typography>
      )}
    </Flex>
  );
};
