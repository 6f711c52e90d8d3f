import type { Knex } from 'knex';
import type { Actor } from '../decisions/roles';
import { invalid } from '../errors';
import type { DueKind } from '../tables/due';
import type { CommandInput } from './command';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Whatever is planned further ahead is a slip of the year. */
const LONGEST_DAYS = 5 * 366;

const idOf = (kind: DueKind, documentId: string): string => `${kind}:${documentId}`;

/**
 * The instant somebody chose, as it is kept (ISO 8601, UTC).
 * @param after - it must be later than this
 */
export const instantAfter = (given: string | undefined, after: string, called: string): string => {
  const chosen = Date.parse(given ?? '');
  if (Number.isNaN(chosen)) throw invalid('INVALID', `没有写明${called}。`, '请选择日期和时间（北京时间）。');
  if (chosen <= Date.parse(after)) throw invalid('INVALID', `${called}必须晚于现在，也必须晚于发布时间。`, '请重新选择时间。');
  if (chosen > Date.parse(after) + LONGEST_DAYS * DAY_MS) throw invalid('INVALID', `${called}太远了。`, '请检查年份。');
  return new Date(chosen).toISOString();
};

/** Writes a due change, in place of one of the same kind; who planned it is kept with what they said. */
export const plan = async (
  trx: Knex.Transaction,
  given: { kind: DueKind; documentId: string; dueAt: string; actor: Actor; at: string; input?: CommandInput },
): Promise<void> => {
  const { kind, documentId, dueAt, actor, at, input } = given;
  await unplan(trx, documentId, kind);
  await trx('publication_due').insert({
    id: idOf(kind, documentId),
    due_at: dueAt,
    kind,
    document_id: documentId,
    planned_by: actor.id,
    planned_by_name: actor.name,
    planned_at: at,
    input: JSON.stringify(input ?? {}),
    attempts: 0,
  });
};

/** @returns whether there was one: of several processes that carry out a due change, the one that takes the row does it */
export const unplan = async (trx: Knex.Transaction, documentId: string, kind: DueKind): Promise<boolean> =>
  (await trx('publication_due').where({ id: idOf(kind, documentId) }).delete()) > 0;
