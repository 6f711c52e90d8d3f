import type { Content } from '../content/content';
import { readRevision } from '../tables/revisions';
import type { Outcome } from './command';
import { command } from './command';
import { DOCUMENT } from './draft';

/** 废弃: a draft that never was public is put away; a correction that is given up goes back to what is live. */
export const discard = command({
  action: 'discard',
  async call({ strapi, trx, row, to }): Promise<Outcome> {
    if (row.live_revision === null) return { changes: { state: to }, detail: { round: row.round } };
    await strapi.documents(DOCUMENT).discardDraft({ documentId: row.document_id });
    const live = await readRevision(trx, row.document_id, row.live_revision);
    const content = live?.content as unknown as Content;
    return {
      changes: {
        state: to,
        revision: row.live_revision,
        content_hash: live?.contentHash ?? null,
        title: content.title,
        correction_reason: null,
        correction_note: null,
        return_reason: null,
      },
      detail: { round: row.round, backTo: row.live_revision },
    };
  },
});
