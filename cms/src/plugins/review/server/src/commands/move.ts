import type { Content } from '../content/content';
import { invalid } from '../errors';
import { keepRevision, nextRevision, readRevision } from '../tables/revisions';
import { columnKind } from '../tables/reference';
import { kindFault } from '../decisions/particulars/faults';
import { command } from './command';
import { asJson, DOCUMENT } from './draft';

/** 移动栏目: the id and month stay, the address changes with the column; the old address leads on to the new one. */
export const move = command({
  action: 'move',
  async call({ strapi, trx, row, input, actor, at, announce }) {
    const column = input.column ?? '';
    const kind = await columnKind(trx, column);
    if (!kind) throw invalid('INVALID', '没有这个栏目。', '请从列表中选择目标栏目。');
    if (column === row.live_column) throw invalid('INVALID', '这条信息已经在这个栏目里。', '请选择另一个栏目。');
    const live = await readRevision(trx, row.document_id, row.live_revision ?? 0);
    if (!live) throw invalid('CONTENT_CHANGED', '公开的版本不见了，不能移动。', '请联系系统管理员核对审计记录。');
    const content = { ...(live.content as unknown as Content), column };
    const unfit = kindFault(content.particulars ?? null, kind);
    if (unfit) throw invalid('INVALID', `不能移到这个栏目：${unfit.message}。`, '请先用「更正」改好专项内容，或者撤回后在目标栏目重新起草。');
    const revision = await nextRevision(trx, row.document_id);
    const content_hash = await keepRevision(trx, {
      documentId: row.document_id,
      revision,
      kind: 'moved',
      content: asJson(content),
      madeBy: actor.id,
      madeAt: at,
    });
    await strapi.documents(DOCUMENT).update({ documentId: row.document_id, data: { columnCode: column } as never });
    await strapi.documents(DOCUMENT).publish({ documentId: row.document_id });
    announce({ type: 'document.moved', object: `document:${row.document_id}` }, async (seq) => {
      await trx('review_state').where({ document_id: row.document_id }).update({ live_event: seq });
    });
    const from = row.live_column ?? row.column_code;
    return {
      changes: {
        column_code: column,
        live_column: column,
        revision,
        live_revision: revision,
        content_hash,
        further_columns: row.further_columns.filter((code) => code !== column),
        former_columns: [...row.former_columns.filter((code) => code !== column && code !== from), from],
        live_at: null,
        live_release: null,
      },
      detail: { from, to: column, reason: input.reason?.trim() ?? '', revision, contentHash: content_hash },
    };
  },
});
