import type { Content } from '../content/content';
import type { Snapshot } from '../content/snapshot';
import { EDITABLE } from '../decisions/states';
import { command } from './command';
import { approvedContent, readSnapshot } from './draft';
import { goPublic, keepSubmission } from './going-public';

/** 补审时限. */
export const SECOND_REVIEW_WITHIN_MS = 24 * 60 * 60 * 1000;

/**
 * 应急发布: a head sends out what cannot wait for four people (突发事件应对法 第七条: 及时、准确). Every gate still stands, the reason is on
 * record under an action of its own, and somebody else looks at it within a day.
 */
export const urgentRelease = command<{ snapshot: Snapshot } | { content: Content }>({
  action: 'urgent-release',
  prepare: async ({ strapi, row }) =>
    EDITABLE.includes(row.state) ? { snapshot: await readSnapshot(strapi, row.document_id) } : { content: await approvedContent(strapi, row) },
  async call(context, prepared) {
    const { row, actor, represented, input, at } = context;
    const kept = 'snapshot' in prepared ? await keepSubmission(context, prepared.snapshot) : { revision: row.revision ?? 0, content_hash: row.content_hash };
    const content = 'snapshot' in prepared ? prepared.snapshot.content : prepared.content;
    const reason = input.reason?.trim() ?? '';
    const { changes, detail } = await goPublic(context, kept, content);
    return {
      changes: {
        ...changes,
        ...kept,
        title: content.title,
        return_reason: null,
        urgent_by: actor.id,
        urgent_for: represented?.id ?? null,
        urgent_by_name: actor.name,
        urgent_at: at,
        urgent_reason: reason,
        second_review_due: new Date(Date.parse(at) + SECOND_REVIEW_WITHIN_MS).toISOString(),
      },
      detail: { ...detail, reason, skippedFrom: row.state },
    };
  },
});
