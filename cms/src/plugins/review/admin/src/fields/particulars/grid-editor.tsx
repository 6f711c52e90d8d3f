import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { memo, useRef } from 'react';
import { styled } from 'styled-components';
import type { Fault } from '../../../../server/src/decisions/particulars/faults';
import type { Grid } from './paste-table';
import { cellsOf, isTable, laidOver, squared } from './paste-table';

const Scroll = styled.div`
  overflow: auto;
  max-height: 60vh;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;

  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    padding: 0;
  }

  td {
    background: ${({ theme }) => theme.colors.neutral0};
  }

  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: ${({ theme }) => theme.colors.neutral100};
  }

  .number {
    min-width: 4rem;
    padding-inline: 0.4rem;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    font-weight: 400;
    text-align: center;
    white-space: nowrap;
  }

  input {
    width: 100%;
    min-width: 11rem;
    border: 0;
    padding: 0.8rem;
    background: transparent;
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-size: 1.4rem;

    &:focus {
      outline: 2px solid ${({ theme }) => theme.colors.primary600};
      outline-offset: -2px;
    }
  }

  thead input {
    font-weight: 600;
  }

  .faulty {
    box-shadow: inset 3px 0 0 ${({ theme }) => theme.colors.danger600};
  }
`;

interface Doing {
  type(row: number, column: number, value: string): void;
  paste(row: number, column: number, cells: string[][]): void;
  removeRow(row: number): void;
}

/** From cell to cell up and down, as in a spreadsheet; to the sides by Tab. */
const step = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void => {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  if (by === 0 || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const next = event.currentTarget.closest('table')?.querySelector<HTMLInputElement>(`[data-cell="${row + by}.${column}"]`);
  next?.focus();
  next?.select();
};

const pasted = (event: ClipboardEvent<HTMLInputElement>, take: (cells: string[][]) => void): void => {
  const cells = cellsOf(event.clipboardData.getData('text/plain'));
  if (!isTable(cells)) return;
  event.preventDefault();
  take(cells);
};

interface CellProps {
  label: string;
  row: number;
  column: number;
  value: string;
  disabled: boolean;
  doing: Doing;
}

const Cell = ({ label, row, column, value, disabled, doing }: CellProps) => (
  <input
    aria-label={label}
    data-cell={`${row}.${column}`}
    value={value}
    disabled={disabled}
    onChange={(event) => doing.type(row, column, event.currentTarget.value)}
    onKeyDown={(event) => step(event, row, column)}
    onPaste={(event) => pasted(event, (cells) => doing.paste(row, column, cells))}
  />
);

/** A row is drawn anew only when it changed: a table may have hundreds. */
const Row = memo(({ cells, row, disabled, fault, doing }: { cells: string[]; row: number; disabled: boolean; fault: string; doing: Doing }) => (
  <tr className={fault ? 'faulty' : undefined} title={fault || undefined}>
    <th scope="row" className="number">
      <Flex gap={1} justifyContent="center">
        {row}
        {!disabled && (
          <IconButton size="XS" variant="ghost" label={`删除第 ${row} 行`} onClick={() => doing.removeRow(row)}>
            <Cross />
          </IconButton>
        )}
      </Flex>
    </th>
    {cells.map((value, column) => (
      <td key={column}>
        <Cell label={`第 ${row} 行第 ${column + 1} 列`} row={row} column={column} value={value} disabled={disabled} doing={doing} />
      </td>
    ))}
  </tr>
));
Row.displayName = 'Row';

interface Props {
  heads: string[];
  rows: string[][];
  disabled: boolean;
  hint: string;
  faults: Fault[];
  most: { columns: number; rows: number };
  onChange(heads: string[], rows: string[][]): void;
}

/** 数据表: filled in cell by cell, or at once by pasting from a spreadsheet. */
export const GridEditor = ({ heads, rows, disabled, hint, faults, most, onChange }: Props) => {
  const grid = squared([heads, ...rows], 2, 2);
  const tell = (changed: Grid) => onChange(changed[0] ?? [], changed.slice(1));
  const now = useRef({ grid, tell });
  now.current = { grid, tell };
  const doing = useRef<Doing>({
    type: (row, column, value) => {
      const { grid: at, tell: say } = now.current;
      say(at.map((cells, index) => (index === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells)));
    },
    paste: (row, column, cells) => now.current.tell(laidOver(now.current.grid, row, column, cells)),
    removeRow: (row) => now.current.tell(now.current.grid.filter((_, index) => index !== row)),
  }).current;
  const [head = [], ...body] = grid;
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message ?? '';
  const width = head.length;
  const told = [...new Set(faults.map(({ message }) => message))];
  return (
    <Box style={{ flex: '1 1 100%', minWidth: 0 }}>
      <Typography tag="h4" variant="pi" fontWeight="bold" textColor="neutral800">
        数据表
        <Typography tag="span" variant="pi" textColor="danger600" aria-hidden="true">
          *
        </Typography>
      </Typography>
      <Box paddingTop={1} paddingBottom={1}>
        <Scroll tabIndex={-1}>
          <table aria-label="数据表">
            <thead>
              <tr className={faultAt('particulars.heads') ? 'faulty' : undefined}>
                <th className="number">行</th>
                {head.map((value, column) => (
                  <th key={column} scope="col">
                    <Flex>
                      <Cell label={`第 ${column + 1} 列的表头`} row={0} column={column} value={value} disabled={disabled} doing={doing} />
                      {!disabled && width > 2 && (
                        <IconButton
                          size="XS"
                          variant="ghost"
                          label={`删除第 ${column + 1} 列`}
                          onClick={() => tell(grid.map((cells) => cells.filter((_, place) => place !== column)))}
                        >
                          <Cross />
                        </IconButton>
                      )}
                    </Flex>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {body.map((cells, index) => (
                <Row key={index} cells={cells} row={index + 1} disabled={disabled} fault={faultAt(`particulars.rows.${index}`)} doing={doing} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </Box>
      {!disabled && (
        <Flex gap={2} wrap="wrap" paddingBottom={1}>
          <Button variant="tertiary" size="S" startIcon={<Plus />} disabled={body.length >= most.rows} onClick={() => tell(squared(grid, 0, grid.length + 1))}>
            加一行
          </Button>
          <Button variant="tertiary" size="S" startIcon={<Plus />} disabled={width >= most.columns} onClick={() => tell(squared(grid, width + 1))}>
            加一列
          </Button>
          <Typography variant="pi" textColor="neutral600">
            共 {width} 列、{body.length} 行
          </Typography>
        </Flex>
      )}
      <Typography variant="pi" textColor="neutral600" tag="p">
        {hint}
      </Typography>
      {told.map((message) => (
        <Typography key={message} variant="pi" textColor="danger600" tag="p" role="alert">
          {message}
        </Typography>
      ))}
    </Box>
  );
};
