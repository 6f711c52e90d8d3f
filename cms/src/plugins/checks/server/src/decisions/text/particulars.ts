import type { Particulars } from '../../../../../review/server/src/decisions/particulars/form';
import type { Said, Tabled } from '../../../../../review/server/src/decisions/particulars/words';
import { saidIn, tablesIn } from '../../../../../review/server/src/decisions/particulars/words';
import type { Block } from '../subject';

const FIELD = 'particulars';

const said = ({ field, label, text, office }: Said): Block => ({
  place: { id: `particulars/${field}`, label: `专项内容“${label}”`, part: 'field', field: FIELD },
  text,
  context: label,
  ...(office ? { office } : {}),
});

/** Cells with the head of their column and the name of their row, as those of a table in the body. */
const tabled = ({ field, label, rows: [heads = [], ...rows], office }: Tabled): Block[] => [
  ...heads.map((text, column) => ({
    place: { id: `particulars/${field}/h${column + 1}`, label: `专项内容“${label}”表头第 ${column + 1} 列`, part: 'field' as const, field: FIELD },
    text,
    context: '',
  })),
  ...rows.flatMap((row, index) =>
    row.map((text, column) => ({
      place: { id: `particulars/${field}/r${index + 1}c${column + 1}`, label: `专项内容“${label}”第 ${index + 1} 行第 ${column + 1} 列`, part: 'field' as const, field: FIELD },
      text,
      context: [heads[column] ?? '', column > 0 ? (row[0] ?? '') : ''].filter((part) => part !== '').join(' '),
      ...(office[column] ? { office: true } : {}),
    })),
  ),
];

/** The words of the 专项内容, one block a field or a cell. */
export const particularsBlocks = (particulars: Particulars): Block[] =>
  [...saidIn(particulars).map(said), ...tablesIn(particulars).flatMap(tabled)].filter(({ text }) => text !== '');
