import { align, likeness } from './align';
import type { Cell, TableBlock } from './blocks';
import type { Piece } from './pieces';
import { isChange, piecesOf } from './pieces';

export interface CellDifference {
  kind: 'same' | 'changed' | 'added' | 'removed';
  pieces: Piece[];
  header: boolean;
  colspan: number;
  rowspan: number;
  /** It spans other rows or columns than before. */
  respanned: boolean;
}

export interface RowDifference {
  kind: 'same' | 'changed' | 'added' | 'removed';
  cells: CellDifference[];
}

const textOfRow = (row: Cell[]): string => row.map(({ text }) => text).join('\t');
const whole = (kind: 'same' | 'added' | 'removed', { text, header, colspan, rowspan }: Cell): CellDifference => ({
  kind,
  pieces: text === '' ? [] : [{ kind, text }],
  header,
  colspan,
  rowspan,
  respanned: false,
});

const cellDifference = (before: Cell, after: Cell): CellDifference => {
  const pieces = piecesOf(before.text, after.text);
  const respanned = before.colspan !== after.colspan || before.rowspan !== after.rowspan;
  const { header, colspan, rowspan } = after;
  return { kind: isChange(pieces) || respanned ? 'changed' : 'same', pieces, header, colspan, rowspan, respanned };
};

/** Cells of a changed row: one for one while their number is the same; a row that got a column is laid side by side with the old. */
const cellDifferences = (before: Cell[], after: Cell[]): CellDifference[] => {
  if (before.length === after.length) return after.map((cell, index) => cellDifference(before[index] as Cell, cell));
  const similar = { key: ({ text }: Cell) => text, alike: (one: Cell, other: Cell) => likeness(one.text, other.text) };
  return align(before, after, similar).map((step) => {
    if (step.kind === 'added') return whole('added', step.after);
    if (step.kind === 'removed') return whole('removed', step.before);
    return cellDifference(step.before, step.after);
  });
};

/** Rows whose texts share less than this are another row, not the same one changed. */
const ALIKE_ROWS = 0.3;
const firstText = (row: Cell[]): string => row[0]?.text ?? '';

/** Two rows with the same first cell (a number, a name) are one row, whatever became of its figures. */
const alikeRows = (one: Cell[], other: Cell[]): number => {
  if (firstText(one) !== '' && firstText(one) === firstText(other)) return 1;
  const alike = likeness(textOfRow(one), textOfRow(other));
  return alike >= ALIKE_ROWS ? alike : 0;
};

/** A table cell by cell, with rows that came and went. */
export const rowDifferences = (before: TableBlock, after: TableBlock): RowDifference[] =>
  align(before.rows, after.rows, { key: (row) => JSON.stringify(row), alike: alikeRows }).map((step) => {
    if (step.kind === 'added') return { kind: 'added', cells: step.after.map((cell) => whole('added', cell)) };
    if (step.kind === 'removed') return { kind: 'removed', cells: step.before.map((cell) => whole('removed', cell)) };
    if (step.kind === 'same') return { kind: 'same', cells: step.after.map((cell) => whole('same', cell)) };
    return { kind: 'changed', cells: cellDifferences(step.before, step.after) };
  });

/** A whole table that came or went. */
export const wholeTable = (kind: 'same' | 'added' | 'removed', { rows }: TableBlock): RowDifference[] =>
  rows.map((row) => ({ kind, cells: row.map((cell) => whole(kind, cell)) }));
