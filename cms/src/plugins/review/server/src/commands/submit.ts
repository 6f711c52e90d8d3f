import { command } from './command';
import { readSnapshot } from './draft';
import { keepSubmission } from './going-public';

/** 送审: takes the snapshot that reviewers approve; its files are copied by hash, so that what is approved is those bytes. */
export const submit = command({
  action: 'submit',
  prepare: ({ strapi, row }) => readSnapshot(strapi, row.document_id),
  async call(context, snapshot) {
    const { row, actor, input, to } = context;
    const kept = await keepSubmission(context, snapshot);
    return {
      changes: {
        state: to,
        ...kept,
        title: snapshot.content.title,
        authors: [...new Set([...row.authors, actor.id])],
        submitted_by: actor.id,
        ...NOBODY_YET,
        return_reason: null,
        ...(row.live_revision !== null && input.note?.trim() ? { correction_note: input.note.trim() } : {}),
      },
      detail: { revision: kept.revision, contentHash: kept.content_hash, round: row.round },
    };
  },
});

/** Approvals of a round, none given. */
export const NOBODY_YET = { first_by: null, first_for: null, final_by: null, final_for: null } as const;
