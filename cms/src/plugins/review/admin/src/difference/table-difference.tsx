import { styled } from 'styled-components';
import type { CellDifference, RowDifference } from '../../../server/src/decisions/differences';
import { Pieces } from './marked';

const Scroll = styled.div`
  overflow-x: auto;

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 1.4rem;
    line-height: 1.6;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    min-width: 6rem;
    padding: 0.5rem 0.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    text-align: start;
    vertical-align: top;
    white-space: pre-line;
  }

  th {
    background: ${({ theme }) => theme.colors.neutral100};
    font-weight: 600;
  }

  .changed {
    outline: 2px solid ${({ theme }) => theme.colors.warning500};
    outline-offset: -2px;
  }

  .mark {
    min-width: 0;
    width: 1%;
    border: 0;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 1.2rem;
    white-space: nowrap;
  }
`;

const ROWS = { same: '', changed: '改', added: '增行', removed: '删行' } as const;

const Cell = ({ cell: { header, kind, pieces, colspan, rowspan, respanned } }: { cell: CellDifference }) => {
  const Tag = header ? 'th' : 'td';
  return (
    <Tag className={kind === 'same' ? undefined : 'changed'} colSpan={colspan} rowSpan={rowspan} title={respanned ? '单元格的合并有变' : undefined}>
      <Pieces pieces={pieces} />
    </Tag>
  );
};

/** A table cell by cell; the first narrow column says what became of a row. */
export const TableDifference = ({ rows }: { rows: RowDifference[] }) => (
  <Scroll tabIndex={0} role="region" aria-label="表格的改动">
    <table>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td className="mark">{ROWS[row.kind]}</td>
            {row.cells.map((cell, place) => (
              <Cell key={place} cell={row.kind === 'changed' ? cell : { ...cell, kind: 'same' }} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
