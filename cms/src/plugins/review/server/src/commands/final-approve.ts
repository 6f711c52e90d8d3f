import { command } from './command';
import { approvedContent } from './draft';

/** 终审通过: the head approves the same hash last; after this only a releaser may act. */
export const finalApprove = command({
  action: 'final-approve',
  prepare: ({ strapi, row }) => approvedContent(strapi, row),
  call: async ({ row, actor, represented, to }) => ({
    changes: { state: to, final_by: actor.id, final_for: represented?.id ?? null },
    detail: { revision: row.revision, contentHash: row.content_hash, round: row.round },
  }),
});
