import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { decisionAddress } from '../addresses';
import { editAddress } from '../content-manager/document-type';
import type { QueueFilter, QueueItem } from '../requests/reviewing-answers';
import { useNames } from '../use-names';
import { WaitingTime } from './waiting-time';

const Sheet = styled.table`
  width: 100%;
  border-collapse: collapse;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.5;

  th {
    padding: 0.8rem 1.2rem;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }

  td {
    padding: 0.9rem 1.2rem;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    vertical-align: baseline;
  }

  .pick {
    width: 1%;
    padding-inline-end: 0;
  }

  .name {
    white-space: nowrap;
  }

  .time {
    text-align: end;
  }

  input {
    accent-color: ${({ theme }) => theme.colors.primary600};
    width: 1.6rem;
    height: 1.6rem;
    vertical-align: -0.3rem;
  }

  tbody tr:hover,
  tbody tr:focus-within {
    background: ${({ theme }) => theme.colors.primary100};
  }

  tbody tr:focus-within td:first-child {
    box-shadow: inset 3px 0 0 ${({ theme }) => theme.colors.primary600};
  }

  a {
    color: ${({ theme }) => theme.colors.neutral800};
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  a:hover,
  a:focus-visible {
    color: ${({ theme }) => theme.colors.primary700};
    text-decoration: underline;
    outline: none;
  }

  small {
    display: block;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    overflow-wrap: anywhere;
  }

  /* On a telephone a row is a small card: title over its particulars. */
  @media (max-width: 48rem) {
    thead {
      display: none;
    }

    tbody tr {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.2rem;
      padding: 0.8rem 1.2rem 0.8rem 4rem;
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    }

    td {
      padding: 0;
      border: 0;
      color: ${({ theme }) => theme.colors.neutral700};
      font-size: 1.3rem;
    }

    td.title {
      flex-basis: 100%;
      font-size: 1.4rem;
    }

    .pick {
      position: absolute;
      inset: 0.9rem auto auto 1.2rem;
      width: auto;
    }

    .time {
      text-align: start;
    }
  }
`;

const TONES = {
  primary: ['primary100', 'primary700'],
  neutral: ['neutral100', 'neutral700'],
  success: ['success100', 'success700'],
} as const;

const Tag = styled.span<{ $tone: keyof typeof TONES }>`
  display: inline-block;
  margin-inline-start: 0.6rem;
  padding: 0 0.6rem;
  border-radius: 4px;
  background: ${({ theme, $tone }) => theme.colors[TONES[$tone][0]]};
  color: ${({ theme, $tone }) => theme.colors[TONES[$tone][1]]};
  font-size: 1.2rem;
  font-weight: 500;
  white-space: nowrap;
`;

/** Queues of whoever writes; what is in the others is decided on. */
const WRITTEN_ON = ['draft', 'returned'];

const addressOf = (item: QueueItem, filter: QueueFilter): string =>
  WRITTEN_ON.includes(filter.queue ?? '') ? editAddress(item.documentId) : decisionAddress(item.documentId, filter);

const whyNot = (item: QueueItem): string | undefined => item.blocked ?? (item.approve && !item.opened ? '先打开看过，才能成批通过' : undefined);

export const isPickable = (item: QueueItem): boolean => item.approve !== null && item.opened;

interface Props {
  items: QueueItem[];
  filter: QueueFilter;
  picked: ReadonlySet<string>;
  /** Whether anything of this queue is approved several at once. */
  picking: boolean;
  onPick(documentIds: string[], on: boolean): void;
}

/** What waits, whoever waits longest first. Every row is one link: Tab, arrows or j and k go from one to the next. */
export const QueueTable = ({ items, filter, picked, picking, onPick }: Props) => {
  const names = useNames();
  const now = Date.now();
  const pickable = items.filter(isPickable).map(({ documentId }) => documentId);
  const all = pickable.length > 0 && pickable.every((id) => picked.has(id));
  return (
    <Sheet>
      <thead>
        <tr>
          {picking && (
            <th className="pick">
              <input type="checkbox" aria-label="选中本页全部看过的" checked={all} disabled={pickable.length === 0} onChange={() => onPick(pickable, !all)} />
            </th>
          )}
          <th>标题</th>
          <th>栏目</th>
          <th>部门</th>
          <th>上一步经办</th>
          <th className="time">等待</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.documentId} data-row={item.documentId}>
            {picking && (
              <td className="pick">
                <input
                  type="checkbox"
                  aria-label={`选中「${item.title}」`}
                  title={whyNot(item)}
                  checked={picked.has(item.documentId)}
                  disabled={!isPickable(item)}
                  onChange={(event) => onPick([item.documentId], event.currentTarget.checked)}
                />
              </td>
            )}
            <td className="title">
              <Link to={addressOf(item, filter)}>{item.title}</Link>
              {item.correction && <Tag $tone="primary">更正</Tag>}
              {item.approve !== null && <Tag $tone={item.opened ? 'success' : 'neutral'}>{item.opened ? '已看过' : '未看'}</Tag>}
              {item.blocked && <small>{item.blocked}</small>}
              {item.reason && <small>理由：{item.reason}</small>}
            </td>
            <td className="name">{names.column(item.column)}</td>
            <td className="name">{names.department(item.department)}</td>
            <td className="name">{item.by ?? '—'}</td>
            <td className="time">
              <WaitingTime since={item.since} urgency={item.urgency} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
};
