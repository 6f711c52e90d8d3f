import { command } from './command';

/** 撤回送审: the submitter takes it back before anybody reviewed it. */
export const recall = command({
  action: 'recall',
  call: async ({ row, to }) => ({
    changes: { state: to, content_hash: null, submitted_by: null },
    detail: { revision: row.revision, round: row.round },
  }),
});
