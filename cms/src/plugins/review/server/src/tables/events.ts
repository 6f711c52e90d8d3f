import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** 发布事件: a numbered row written in the same transaction as any change of public content. */
export interface NewEvent {
  type: 'document.released' | 'document.corrected' | 'document.imported' | 'document.withdrawn' | 'document.moved' | 'document.pinned' | 'document.unpinned' | 'document.invalidated' | 'document.placed' | 'document.emergency-ended' | 'column.changed' | 'column.removed' | 'department.changed' | 'department.removed';
  /** `document:<documentId>`, `column:<code>`, `department:<code>`. */
  object: string;
}

export const lastEvent = async (knex: Knex): Promise<number> => {
  const row = (await knex('publication_event').max({ last: 'seq' }).first()) as { last: number | string | null };
  return Number(row.last ?? 0);
};

const ROWS_PER_INSERT = 100;

/**
 * Writes events with the next numbers, and one note for the dispatcher (the webhook is a nudge: one for all of them).
 * Call it with the head of the audit chain locked: that lock is what makes numbers follow the order of commits.
 * @returns number of the first event.
 */
export const appendEvents = async (trx: Knex.Transaction, events: NewEvent[], at: string, auditSeq: number): Promise<number> => {
  const first = (await lastEvent(trx)) + 1;
  const rows = events.map((event, index) => ({ ...event, seq: first + index, at, audit_seq: auditSeq }));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) await trx('publication_event').insert(rows.slice(from, from + ROWS_PER_INSERT));
  await trx('publication_outbox').insert({
    id: `msg_${randomUUID().replaceAll('-', '')}`,
    cursor: first + events.length - 1,
    created_at: at,
    available_at: at,
    attempts: 0,
    delivered_at: null,
    last_error: null,
  });
  return first;
};
