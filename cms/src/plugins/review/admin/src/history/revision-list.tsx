import { Button } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { revisionAddress } from '../addresses';
import type { HistoryAnswer, HistoryRevision, HistoryStep } from '../requests/reviewing-answers';
import { shownMinute } from '../times';

const Sheet = styled.table`
  width: 100%;
  border-collapse: collapse;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.6;

  th,
  td {
    padding: 0.9rem 1.2rem;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
    vertical-align: top;
  }

  th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    font-weight: 600;
    white-space: nowrap;
  }

  .side {
    width: 1%;
    text-align: center;
  }

  .who {
    width: 1%;
    white-space: nowrap;
  }

  input {
    accent-color: ${({ theme }) => theme.colors.primary600};
    width: 1.6rem;
    height: 1.6rem;
  }

  a {
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }

  small {
    display: block;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
  }

  li span {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
  }

  @media (max-width: 48rem) {
    display: block;
    overflow-x: auto;
  }
`;

const MADE = { submitted: '送审', imported: '导入', moved: '移动栏目' } as const;

/** Saving is no step anybody asks about; the rest is. */
const telling = (steps: HistoryStep[]): HistoryStep[] => steps.filter(({ action }) => action !== 'edit');

const Steps = ({ steps }: { steps: HistoryStep[] }) => (
  <ul>
    {telling(steps).map((step) => (
      <li key={step.seq}>
        {step.label}
        <span>
          {` ${step.actor} ${shownMinute(step.at)}`}
        </span>
        {step.reason && <small>理由：{step.reason}</small>}
      </li>
    ))}
  </ul>
);

type Sides = { from: number | null; to: number | 'draft' | null };

interface Props {
  history: HistoryAnswer;
  sides: Sides;
  onSides(sides: Sides): void;
  onRestore(revision: number): void;
}

/** Every revision, newest first: who, when, what was done with it and why. Two of them are chosen to be compared. */
export const RevisionList = ({ history: { documentId, revisions, since, live, current, mayRestore }, sides, onSides, onRestore }: Props) => {
  const standing = ({ revision }: HistoryRevision): string => [revision === live ? '公开中' : '', revision === current && revision !== live ? '最新送审' : ''].filter(Boolean).join('，');
  return (
    <Sheet>
      <thead>
        <tr>
          <th className="side">旧</th>
          <th className="side">新</th>
          <th>版本</th>
          <th>谁，何时</th>
          <th>办理经过</th>
          <th>
            <span hidden>恢复</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {since.length > 0 && (
          <tr>
            <td className="side" />
            <td className="side">
              <input type="radio" name="to" aria-label="新的一边：草稿" checked={sides.to === 'draft'} onChange={() => onSides({ ...sides, to: 'draft' })} />
            </td>
            <td>草稿</td>
            <td className="who">{since.at(-1)?.actor}</td>
            <td>
              <Steps steps={since} />
            </td>
            <td />
          </tr>
        )}
        {revisions.map((one) => (
          <tr key={one.revision}>
            <td className="side">
              <input type="radio" name="from" aria-label={`旧的一边：第 ${one.revision} 版`} checked={sides.from === one.revision} onChange={() => onSides({ ...sides, from: one.revision })} />
            </td>
            <td className="side">
              <input type="radio" name="to" aria-label={`新的一边：第 ${one.revision} 版`} checked={sides.to === one.revision} onChange={() => onSides({ ...sides, to: one.revision })} />
            </td>
            <td className="who">
              <Link to={revisionAddress(documentId, one.revision)}>第 {one.revision} 版</Link>
              <small>{standing(one)}</small>
            </td>
            <td className="who">
              {one.by ?? '—'}
              <small>
                {shownMinute(one.madeAt)} {MADE[one.kind]}
              </small>
            </td>
            <td>
              <Steps steps={one.steps} />
            </td>
            <td>
              {mayRestore && (
                <Button size="S" variant="tertiary" onClick={() => onRestore(one.revision)} aria-label={`用第 ${one.revision} 版恢复草稿`}>
                  恢复
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
};
