import type { Knex } from 'knex';
import type { Content } from '../content/content';
import { forceAfter } from '../decisions/particulars/in-force';
import { invalid } from '../errors';
import { beforeRelease, otherTopicCodes } from '../tables/particulars';
import type { StateRow } from '../tables/state';
import type { CommandContext } from './command';
import { plan, unplan } from './plans';

/** Two topics on their way at once may have the same address; the second to be released is told. @throws INVALID */
export const mustBeOwnAddress = async (trx: Knex.Transaction, row: StateRow, { particulars }: Content): Promise<void> => {
  if (particulars?.type !== 'topic') return;
  if ((await otherTopicCodes(trx, row.document_id)).includes(particulars.code)) {
    throw invalid('INVALID', `专题网址「${particulars.code}」已被另一个公开的专题使用，不能发布。`, '请退回，由起草人换一个专题网址。');
  }
};

/** Puts an emergency on top of the home page, or takes it off, and plans its end in place of the end planned before. */
export const takeEffect = async (
  { trx, row, actor, at }: Pick<CommandContext, 'trx' | 'row' | 'actor' | 'at'>,
  content: Content,
): Promise<Pick<StateRow, 'in_force_at' | 'in_force_until'>> => {
  await unplan(trx, row.document_id, 'emergency-ends');
  const force = forceAfter(content.particulars ?? null, await beforeRelease(trx, row), at);
  if (force?.until) await plan(trx, { kind: 'emergency-ends', documentId: row.document_id, dueAt: force.until, actor, at });
  return { in_force_at: force?.since ?? null, in_force_until: force?.until ?? null };
};

/** No longer on top of the home page; the page itself stays as it is. @returns whether it was there */
export const takeOffTop = async ({ trx, row, announce }: Pick<CommandContext, 'trx' | 'row' | 'announce'>): Promise<Partial<StateRow> | null> => {
  await unplan(trx, row.document_id, 'emergency-ends');
  if (row.in_force_at === null) return null;
  announce({ type: 'document.emergency-ended', object: `document:${row.document_id}` });
  return { in_force_at: null, in_force_until: null, live_at: null, live_release: null };
};
