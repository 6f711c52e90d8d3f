import { styled } from 'styled-components';
import { Link } from 'react-router-dom';
import { inboxAddress } from '../addresses';
import type { QueuePage } from '../requests/reviewing-answers';

const Tabs = styled.nav`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 0.8rem;

  a {
    display: inline-flex;
    gap: 0.6rem;
    align-items: baseline;
    padding: 0.8rem 1.4rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 2rem;
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.4rem;
    text-decoration: none;
  }

  a[aria-current] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }

  a:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  b {
    font-variant-numeric: tabular-nums;
  }
`;

/** What waits for this person, by step. */
export const QueueTabs = ({ page: { queue, queues } }: { page: QueuePage }) => (
  <Tabs aria-label="待办分组">
    {queues.map(({ queue: name, label, total }) => (
      <Link key={name} to={inboxAddress({ queue: name })} aria-current={name === queue ? 'page' : undefined}>
        {label} <b>{total}</b>
      </Link>
    ))}
  </Tabs>
);
