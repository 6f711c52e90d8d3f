import { invalid } from '../errors';
import { command } from './command';

/** 不再显示在其他栏目: out of a further column; its own column is left by moving it. */
export const hideFrom = command({
  action: 'hide-from',
  async call({ row, input, announce }) {
    const column = input.column ?? '';
    if (!row.further_columns.includes(column)) throw invalid('INVALID', '这条信息没有显示在这个栏目里。', '请从列表中选择栏目。');
    announce({ type: 'document.placed', object: `document:${row.document_id}` });
    return {
      changes: { further_columns: row.further_columns.filter((code) => code !== column), live_at: null, live_release: null },
      detail: { column, reason: input.reason?.trim() ?? '' },
    };
  },
});
