import { addressMonth, shanghaiDay } from '../decisions/calendar';
import { carriesIndexNumber } from '../decisions/index-number';
import { nextIndexNumber } from '../tables/index-numbers';
import { columnKind } from '../tables/reference';
import { ownFiles } from '../tables/public-files';
import { command } from './command';
import { approvedContent, DOCUMENT } from './draft';

/**
 * 发布: the approved revision becomes public. The first release fixes what never changes again: address month and 索引号;
 * a later one is a correction and adds its reason to the public record (条例 第六条).
 */
export const release = command({
  action: 'release',
  prepare: ({ strapi, row }) => approvedContent(strapi, row),
  async call({ strapi, trx, row, at, to, announce }, content) {
    const correction = row.live_revision !== null;
    const kind = (await columnKind(trx, content.column)) ?? 'document';
    const index_number =
      row.index_number ??
      (carriesIndexNumber(kind) ? await nextIndexNumber(trx, content.department, shanghaiDay(at).slice(0, 4)) : null);
    await strapi.documents(DOCUMENT).update({ documentId: row.document_id, data: { indexNumber: index_number, reviewState: to } as never });
    await strapi.documents(DOCUMENT).publish({ documentId: row.document_id });
    await ownFiles(trx, row.document_id, content);
    announce({ type: correction ? 'document.corrected' : 'document.released', object: `document:${row.document_id}` }, async (seq) => {
      await trx('review_state').where({ document_id: row.document_id }).update({ live_event: seq });
    });
    return {
      changes: {
        state: to,
        live_revision: row.revision,
        live_column: content.column,
        month: row.month ?? addressMonth(at),
        published_at: row.published_at ?? at,
        released_at: at,
        index_number,
        corrections: correction ? [...row.corrections, { at, reason: row.correction_reason ?? '内容更正' }] : row.corrections,
        correction_reason: null,
        live_at: null,
        live_release: null,
        set_aside_reason: null,
      },
      detail: { revision: row.revision, contentHash: row.content_hash, indexNumber: index_number, correction, round: row.round },
    };
  },
});
