import { Button } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { decisionAddress, inboxAddress } from '../addresses';
import { Key } from '../keyboard/key';
import type { Button as Choice, Panel } from '../requests/answers';
import type { Line, QueueFilter } from '../requests/reviewing-answers';

const Bar = styled.div`
  position: sticky;
  z-index: 3;
  top: 0;
  display: flex;
  flex-wrap: wrap;
  gap: 0.8rem 1.6rem;
  align-items: center;
  justify-content: space-between;
  padding: 0.8rem 2.4rem;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};

  nav,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8rem;
    align-items: center;
  }

  nav a,
  nav span {
    padding: 0.4rem 0.6rem;
    border-radius: 4px;
    color: ${({ theme }) => theme.colors.primary700};
    font-size: 1.4rem;
    text-decoration: none;
    white-space: nowrap;
  }

  nav a:hover {
    text-decoration: underline;
  }

  nav a:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }

  nav span {
    color: ${({ theme }) => theme.colors.neutral600};
    font-variant-numeric: tabular-nums;
  }

  @media (max-width: 48rem) {
    padding: 0.8rem 1.2rem;

    kbd {
      display: none;
    }
  }
`;

const VARIANTS = { success: 'success', danger: 'danger-light', secondary: 'tertiary' } as const;

/** Keys of the two decisions that are pressed all day. */
const keyOf = (choice: Choice, approval: Choice | undefined): string | null => (choice === approval ? 'A' : choice.action === 'return' ? 'R' : null);

/** The step forward, whatever it is called in this state. */
export const approvalIn = (actions: Choice[]): Choice | undefined => actions.find(({ variant }) => variant === 'success');

interface Props {
  filter: QueueFilter;
  line: Line | undefined;
  panel: Panel | undefined;
  busy: boolean;
  onAsk(choice: Choice): void;
  onHelp(): void;
}

/** Always in sight: where one is in the list, the way on, and what may be done. */
export const DecisionBar = ({ filter, line, panel, busy, onAsk, onHelp }: Props) => {
  const approval = approvalIn(panel?.actions ?? []);
  return (
    <Bar>
      <nav aria-label="待办中的前后">
        <Link to={inboxAddress(filter)}>返回待办</Link>
        {line && filter.queue && (
          <>
            {line.previous && <Link to={decisionAddress(line.previous, filter)}>上一条</Link>}
            <span>{line.position === null ? `还有 ${line.total} 条` : `${line.position} / ${line.total}`}</span>
            {line.next && <Link to={decisionAddress(line.next, filter)}>下一条</Link>}
          </>
        )}
      </nav>
      <div className="actions" role="group" aria-label="办理">
        {panel?.actions.map((choice) => (
          <Button key={`${choice.action}:${choice.kind ?? ''}`} variant={VARIANTS[choice.variant]} disabled={busy} onClick={() => onAsk(choice)}>
            {choice.label} {keyOf(choice, approval) && <Key>{keyOf(choice, approval)}</Key>}
          </Button>
        ))}
        <Button variant="ghost" onClick={onHelp} aria-label="键盘操作">
          <Key>?</Key>
        </Button>
      </div>
    </Bar>
  );
};
