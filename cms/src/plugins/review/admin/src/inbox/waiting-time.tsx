import { styled } from 'styled-components';
import type { Urgency } from '../../../server/src/decisions/queues';
import { shownMinute, waited } from '../times';

const COLOURS = { late: 'danger600', soon: 'warning700', none: 'neutral800' } as const;
const WORDS = { late: '，已超时限', soon: '，快到时限', none: '' } as const;

const Time = styled.time<{ $urgency: Urgency }>`
  color: ${({ theme, $urgency }) => theme.colors[COLOURS[$urgency]]};
  font-weight: ${({ $urgency }) => ($urgency === 'none' ? 400 : 600)};
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

/** How long something waits: red beyond the limit, and said in words. */
export const WaitingTime = ({ since, urgency, now }: { since: string; urgency: Urgency; now: number }) => (
  <Time dateTime={since} $urgency={urgency} title={shownMinute(since)}>
    {waited(since, now)}
    {WORDS[urgency]}
  </Time>
);
