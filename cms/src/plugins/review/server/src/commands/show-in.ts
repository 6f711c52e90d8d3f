import { invalid } from '../errors';
import { columnKind } from '../tables/reference';
import { command } from './command';

/** 同时显示在其他栏目: the same page under its one address, listed in further columns. */
export const showIn = command({
  action: 'show-in',
  async call({ trx, row, input, announce }) {
    const column = input.column ?? '';
    if (!(await columnKind(trx, column))) throw invalid('INVALID', '没有这个栏目。', '请从列表中选择栏目。');
    if (column === row.live_column) throw invalid('INVALID', '这条信息就在这个栏目里。', '请选择另一个栏目。');
    if (row.further_columns.includes(column)) throw invalid('INVALID', '这条信息已经显示在这个栏目里。', '请选择另一个栏目。');
    announce({ type: 'document.placed', object: `document:${row.document_id}` });
    return {
      changes: { further_columns: [...row.further_columns, column], live_at: null, live_release: null },
      detail: { column, reason: input.reason?.trim() ?? '' },
    };
  },
});
