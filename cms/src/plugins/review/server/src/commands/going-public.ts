import type { Content } from '../content/content';
import { findings } from '../content/content';
import type { Snapshot } from '../content/snapshot';
import { addressMonth, shanghaiDay } from '../decisions/calendar';
import type { Json } from '../decisions/canonical';
import { carriesIndexNumber } from '../decisions/index-number';
import { invalid } from '../errors';
import { nextIndexNumber } from '../tables/index-numbers';
import { ownFiles } from '../tables/public-files';
import { columnKind } from '../tables/reference';
import { aroundParticulars } from '../tables/particulars';
import { keepRevision, nextRevision } from '../tables/revisions';
import type { CommandContext, Outcome } from './command';
import { asJson, DOCUMENT } from './draft';
import { mustBeOwnAddress, takeEffect } from './particulars';
import { instantAfter, plan, unplan } from './plans';
import { proposeRepeals } from './propose-repeals';

/** Keeps the snapshot that reviewers approve, or that goes out in an emergency. @throws INVALID with what is missing */
export const keepSubmission = async (
  { trx, row, actor, at }: Pick<CommandContext, 'trx' | 'row' | 'actor' | 'at'>,
  snapshot: Snapshot,
): Promise<{ revision: number; content_hash: string }> => {
  const found = findings(snapshot.content, snapshot.text, await aroundParticulars(trx, row, at));
  if (found.length > 0) {
    const list = found.map((finding) => finding.message).join('；');
    throw invalid('INVALID', `还不能送审：${list}。`, '补齐后保存，再送审。', { findings: found });
  }
  const revision = await nextRevision(trx, row.document_id);
  const content_hash = await keepRevision(trx, {
    documentId: row.document_id,
    revision,
    kind: 'submitted',
    content: asJson(snapshot.content),
    madeBy: actor.id,
    madeAt: at,
  });
  await trx('review_file_use').where({ document_id: row.document_id }).delete();
  for (const file_id of new Set(snapshot.fileIds)) await trx('review_file_use').insert({ file_id, document_id: row.document_id });
  return { revision, content_hash };
};

/**
 * Makes a kept revision public. The first release fixes what never changes again: address month and 索引号; a later one is a correction
 * and adds its note to the public record (条例 第六条).
 */
export const goPublic = async (context: CommandContext, kept: { revision: number | null; content_hash: string | null }, content: Content): Promise<Outcome> => {
  const { strapi, trx, row, input, actor, at, to, announce } = context;
  const correction = row.live_revision !== null;
  const kind = (await columnKind(trx, content.column)) ?? 'document';
  await mustBeOwnAddress(trx, row, content);
  const index_number =
    row.index_number ?? (carriesIndexNumber(kind) ? await nextIndexNumber(trx, content.department, shanghaiDay(at).slice(0, 4)) : null);
  await strapi.documents(DOCUMENT).update({ documentId: row.document_id, data: { indexNumber: index_number, reviewState: to } as never });
  await strapi.documents(DOCUMENT).publish({ documentId: row.document_id });
  await ownFiles(trx, row.document_id, content);
  announce({ type: correction ? 'document.corrected' : 'document.released', object: `document:${row.document_id}` }, async (seq) => {
    await trx('review_state').where({ document_id: row.document_id }).update({ live_event: seq });
  });
  await unplan(trx, row.document_id, 'release');
  const takeDownAt = input.takeDownAt ? instantAfter(input.takeDownAt, at, '下线时间') : row.take_down_at;
  if (input.takeDownAt && takeDownAt) await plan(trx, { kind: 'take-down', documentId: row.document_id, dueAt: takeDownAt, actor, at });
  const repeals = await proposeRepeals(context, content);
  const force = await takeEffect(context, content);
  return {
    changes: {
      state: to,
      live_revision: kept.revision,
      live_column: content.column,
      month: row.month ?? addressMonth(at),
      published_at: row.published_at ?? at,
      released_at: at,
      index_number,
      // A round opened before there was a note had promised that its reason becomes public.
      corrections: correction ? [...row.corrections, { at, reason: row.correction_note ?? row.correction_reason ?? '内容更正' }] : row.corrections,
      correction_reason: null,
      correction_note: null,
      release_at: input.planned?.dueAt ?? null,
      take_down_at: takeDownAt,
      due_fault: null,
      live_at: null,
      live_release: null,
      set_aside_reason: null,
      ...force,
    },
    detail: {
      revision: kept.revision,
      contentHash: kept.content_hash,
      indexNumber: index_number,
      correction,
      round: row.round,
      ...(input.planned ? { scheduled: { by: input.planned.by, at: input.planned.at, dueAt: input.planned.dueAt } } : {}),
      ...(input.takeDownAt ? { takeDownAt } : {}),
      ...(repeals.length > 0 ? { repeals } : {}),
      ...(force.in_force_at ? { inForceUntil: force.in_force_until } : {}),
    } as { [key: string]: Json },
  };
};
