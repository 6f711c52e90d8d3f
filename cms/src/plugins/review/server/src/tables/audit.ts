import type { Knex } from 'knex';
import type { Json } from '../decisions/canonical';
import { canonicalJson, sealed } from '../decisions/canonical';
import { isPostgres } from './definitions';

/** 审计记录: what a command did, chained to the entry before it. */
export interface AuditEntry {
  seq: number;
  at: string;
  actorId: string;
  actorName: string;
  action: string;
  /** `document:<documentId>`, `column:<code>`, `department:<code>`, `account:<id>`, `system`. */
  object: string;
  detail: Json;
  previousHash: string;
  hash: string;
}

export type NewEntry = Omit<AuditEntry, 'seq' | 'previousHash' | 'hash'>;

export interface Head {
  seq: number;
  hash: string;
}

/** The seal of an entry: HMAC over everything in it and the seal before it. */
export const sealOf = (key: string, entry: Omit<AuditEntry, 'hash'>): string =>
  sealed(key, [entry.seq, entry.previousHash, entry.at, entry.actorId, entry.actorName, entry.action, entry.object, entry.detail]);

/**
 * Takes the head of the chain for this transaction. Every command does so first: it puts commands in one order, so that numbers of
 * entries and events are given in the order of commits (on PostgreSQL by the row lock; SQLite has one connection).
 */
export const lockHead = async (trx: Knex.Transaction): Promise<Head> => {
  const query = trx('review_audit_head').where({ id: 1 }).first('seq', 'hash');
  const row = (await (isPostgres(trx) ? query.forUpdate() : query)) as { seq: number | string; hash: string } | undefined;
  if (!row) throw new Error('review_audit_head: the head of the audit chain is missing');
  return { seq: Number(row.seq), hash: row.hash };
};

const ROWS_PER_INSERT = 100;

/** Appends entries behind `head` and moves the head. */
export const appendEntries = async (trx: Knex.Transaction, key: string, head: Head, entries: NewEntry[]): Promise<Head> => {
  let { seq, hash } = head;
  const rows = entries.map((entry) => {
    const sealedEntry = { ...entry, seq: seq + 1, previousHash: hash };
    seq += 1;
    hash = sealOf(key, sealedEntry);
    return {
      seq,
      at: entry.at,
      actor_id: entry.actorId,
      actor_name: entry.actorName,
      action: entry.action,
      object: entry.object,
      detail: canonicalJson(entry.detail),
      previous_hash: sealedEntry.previousHash,
      hash,
    };
  });
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) await trx('review_audit').insert(rows.slice(from, from + ROWS_PER_INSERT));
  await trx('review_audit_head').where({ id: 1 }).update({ seq, hash });
  return { seq, hash };
};

interface AuditRow {
  seq: number | string;
  at: string;
  actor_id: string;
  actor_name: string;
  action: string;
  object: string;
  detail: string;
  previous_hash: string;
  hash: string;
}

export const entryOf = (row: AuditRow): AuditEntry => ({
  seq: Number(row.seq),
  at: row.at,
  actorId: row.actor_id,
  actorName: row.actor_name,
  action: row.action,
  object: row.object,
  detail: JSON.parse(row.detail) as Json,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** Entries of one object, oldest first. */
export const entriesOf = async (knex: Knex, object: string, limit = 500): Promise<AuditEntry[]> =>
  ((await knex('review_audit').where({ object }).orderBy('seq', 'desc').limit(limit)) as AuditRow[]).reverse().map(entryOf);
