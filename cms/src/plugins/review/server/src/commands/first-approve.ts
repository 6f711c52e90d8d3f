import { command } from './command';
import { approvedContent } from './draft';

/** 初审通过: the deputy head approves exactly the submitted hash. */
export const firstApprove = command({
  action: 'first-approve',
  prepare: ({ strapi, row }) => approvedContent(strapi, row),
  call: async ({ row, actor, represented, to }) => ({
    changes: { state: to, first_by: actor.id, first_for: represented?.id ?? null },
    detail: { revision: row.revision, contentHash: row.content_hash, round: row.round },
  }),
});
