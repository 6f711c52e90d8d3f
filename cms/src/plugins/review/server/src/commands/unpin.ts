import { invalid } from '../errors';
import { command } from './command';

/** 取消置顶, by a person or because its time has come. */
export const unpin = command({
  action: 'unpin',
  async call({ trx, row, announce }) {
    if (!row.pinned_at) throw invalid('INVALID', '这条信息没有置顶。', '请刷新后再看。');
    await trx('publication_due').where({ document_id: row.document_id, kind: 'unpin' }).delete();
    announce({ type: 'document.unpinned', object: `document:${row.document_id}` });
    return { changes: { pinned_at: null, pinned_until: null, live_at: null }, detail: { until: row.pinned_until } };
  },
});
