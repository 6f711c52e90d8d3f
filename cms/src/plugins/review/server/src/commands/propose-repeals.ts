import { SYSTEM } from '../actors';
import type { Content } from '../content/content';
import { toBeRepealed } from '../decisions/cascade';
import { readRevision } from '../tables/revisions';
import type { StateRow } from '../tables/state';
import { fromTable, mirrorState, updateState } from '../tables/state';
import type { CommandContext } from './command';

/**
 * When a document that repeals others becomes public, their invalidation is proposed in the same transaction: a task for a head, with
 * the document that is the reason. @returns public ids of what was proposed
 */
export const proposeRepeals = async ({ trx, row, at, audit }: CommandContext, content: Content): Promise<string[]> => {
  const { repeals } = content.relations;
  if (repeals.length === 0) return [];
  const rows = ((await trx('review_state').whereIn('public_id', repeals)) as Record<string, unknown>[]).map(fromTable);
  const targets = await Promise.all(
    rows.map(async (target) => ({
      id: target.public_id,
      live: target.live_revision !== null,
      validity: ((await readRevision(trx, target.document_id, target.live_revision ?? 0))?.content as unknown as Content | undefined)?.validity ?? null,
      proposed: target.proposed_by !== null,
    })),
  );
  const chosen = toBeRepealed({ id: row.public_id, repeals }, targets);
  const reason = `《${content.title}》废止本文件`;
  for (const id of chosen) {
    const target = rows.find((each) => each.public_id === id) as StateRow;
    const proposal = { proposed_by: SYSTEM.id, proposed_for: null, withdrawal_kind: 'repealed', withdrawal_reason: reason, repealed_by: row.public_id } as const;
    await updateState(trx, target, { ...proposal, changed_at: at, edited_by_name: SYSTEM.name, edited_at: at });
    await mirrorState(trx, target.document_id, { state: target.state, version: target.version + 1 });
    audit('propose-withdrawal', `document:${target.document_id}`, { kind: 'repealed', reason, automatic: true, repealedBy: row.public_id });
  }
  return chosen;
};
