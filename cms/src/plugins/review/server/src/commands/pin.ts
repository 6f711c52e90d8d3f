import { invalid } from '../errors';
import { command } from './command';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_PIN_DAYS = 90;
const DEFAULT_PIN_DAYS = 7;

/** 置顶: always with an end, so that nothing stays on top because it was forgotten. The end comes as a due change. */
export const pin = command({
  action: 'pin',
  async call({ trx, row, input, at, announce }) {
    const until = input.until ? new Date(input.until) : new Date(Date.parse(at) + DEFAULT_PIN_DAYS * DAY_MS);
    const ahead = until.getTime() - Date.parse(at);
    if (!(ahead > 0)) throw invalid('INVALID', '置顶的截止时间必须晚于现在。', '请重新选择截止时间。');
    if (ahead > LONGEST_PIN_DAYS * DAY_MS) throw invalid('INVALID', `置顶最长 ${LONGEST_PIN_DAYS} 天。`, '请选择更早的截止时间。');
    const dueAt = until.toISOString();
    await trx('publication_due').where({ document_id: row.document_id, kind: 'unpin' }).delete();
    await trx('publication_due').insert({ id: `unpin:${row.document_id}`, due_at: dueAt, kind: 'unpin', document_id: row.document_id });
    announce({ type: 'document.pinned', object: `document:${row.document_id}` });
    return { changes: { pinned_at: row.pinned_at ?? at, pinned_until: dueAt, live_at: null }, detail: { until: dueAt } };
  },
});
