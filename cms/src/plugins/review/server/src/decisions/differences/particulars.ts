import type { Particulars } from '../particulars/form';
import type { Said, Tabled } from '../particulars/words';
import { saidIn, tablesIn } from '../particulars/words';
import type { TableBlock } from './blocks';
import type { FieldDifference } from './index';
import { piecesOf } from './pieces';
import type { RowDifference } from './tables';
import { rowDifferences, wholeTable } from './tables';

/** A list or a grid of the 专项内容 that differs, cell by cell. */
export interface ParticularsTable {
  field: string;
  label: string;
  kind: 'changed' | 'added' | 'removed';
  rows: RowDifference[];
}

const blockOf = ({ rows }: Tabled): TableBlock => ({
  kind: 'table',
  rows: rows.map((row, index) => row.map((text) => ({ text, header: index === 0, colspan: 1, rowspan: 1 }))),
});

/** Those of both sides by their names, in the order of the later side, what went behind. */
const paired = <T extends Said | Tabled>(before: T[], after: T[]): [string, T | undefined, T | undefined][] =>
  [...new Set([...after, ...before].map(({ field }) => field))].map((field) => [
    field,
    before.find((one) => one.field === field),
    after.find((one) => one.field === field),
  ]);

/** Fields of the 专项内容 that differ, by name. Of another type they are other fields: all of the one went, all of the other came. */
export const particularsFields = (before: Particulars | null, after: Particulars | null): FieldDifference[] =>
  paired(before ? saidIn(before) : [], after ? saidIn(after) : []).flatMap(([field, was, is]) => {
    const label = (is ?? was)?.label ?? '';
    return was?.text === is?.text ? [] : [{ field, label, pieces: piecesOf(was?.text ?? '', is?.text ?? '') }];
  });

export const particularsTables = (before: Particulars | null, after: Particulars | null): ParticularsTable[] =>
  paired(before ? tablesIn(before) : [], after ? tablesIn(after) : []).flatMap(([field, was, is]): ParticularsTable[] => {
    const label = (is ?? was)?.label ?? '';
    if (was && is) return JSON.stringify(was.rows) === JSON.stringify(is.rows) ? [] : [{ field, label, kind: 'changed', rows: rowDifferences(blockOf(was), blockOf(is)) }];
    if (is) return [{ field, label, kind: 'added', rows: wholeTable('added', blockOf(is)) }];
    return was ? [{ field, label, kind: 'removed', rows: wholeTable('removed', blockOf(was)) }] : [];
  });
