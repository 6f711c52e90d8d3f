import type { Content } from '../content/content';
import { invalid } from '../errors';
import { keepRevision, nextRevision, readRevision } from '../tables/revisions';
import { command } from './command';
import { asJson, DOCUMENT } from './draft';

/**
 * 确认失效或废止: the page stays, with a banner; lists, feeds and search say so. Its own revision, since 有效性 is under the content hash
 * and nobody writes a new text for it.
 */
export const invalidate = command({
  action: 'invalidate',
  async call({ strapi, trx, row, actor, at, announce }) {
    const validity = row.withdrawal_kind === 'repealed' ? ('repealed' as const) : ('invalid' as const);
    const live = await readRevision(trx, row.document_id, row.live_revision ?? 0);
    if (!live) throw invalid('CONTENT_CHANGED', '公开的版本不见了，不能办理。', '请联系系统管理员核对审计记录。');
    const content = { ...(live.content as unknown as Content), validity };
    const revision = await nextRevision(trx, row.document_id);
    const content_hash = await keepRevision(trx, {
      documentId: row.document_id,
      revision,
      kind: 'invalidated',
      content: asJson(content),
      madeBy: actor.id,
      madeAt: at,
    });
    await strapi.documents(DOCUMENT).update({ documentId: row.document_id, data: { validity } as never });
    await strapi.documents(DOCUMENT).publish({ documentId: row.document_id });
    announce({ type: 'document.invalidated', object: `document:${row.document_id}` }, async (seq) => {
      await trx('review_state').where({ document_id: row.document_id }).update({ live_event: seq });
    });
    return {
      changes: {
        revision,
        live_revision: revision,
        content_hash,
        released_at: at,
        proposed_by: null,
        proposed_for: null,
        withdrawal_kind: null,
        withdrawal_reason: null,
        live_at: null,
        live_release: null,
      },
      detail: { validity, reason: row.withdrawal_reason ?? '', proposedBy: row.proposed_by, repealedBy: row.repealed_by, revision, contentHash: content_hash },
    };
  },
});
