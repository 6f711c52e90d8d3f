import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { environment } from '../../../../environment';
import { failpoint } from '../../../../failpoint';
import type { Json } from './decisions/canonical';
import type { Actor } from './decisions/roles';
import { anchorFile } from './stores';
import { writeAnchor } from './tables/anchor';
import type { Head } from './tables/audit';
import { appendEntries, lockHead } from './tables/audit';
import type { NewEvent } from './tables/events';
import { appendEvents } from './tables/events';

/** What a command gets while it is inside the door. */
export interface Passage {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  actor: Actor;
  /** Moment of the command, one for everything it writes. */
  at: string;
  /** Records what is done; a command that records nothing is refused. */
  audit(action: string, object: string, detail: Json): void;
  /** Announces a change of public content; `numbered` gets the event's number before the transaction ends. */
  announce(event: NewEvent, numbered?: (seq: number) => Promise<void>): void;
}

const inside = new AsyncLocalStorage<{ actor: Actor }>();

/** Whether the running code was let in by the door: what the guard asks. */
export const isInside = (): boolean => inside.getStore() !== undefined;

/** Called after every commit that wrote events; the publication plugin's dispatcher sets it. */
let afterEvents: () => void = () => undefined;
export const onEvents = (callback: () => void): void => {
  afterEvents = callback;
};

/**
 * The only way in. One transaction holds what `work` changes, its audit entries and its publication events: either all of it is there
 * afterwards or nothing. Then the head of the chain is written outside the database, and the publisher is nudged.
 */
export const throughDoor = async <T>(strapi: Core.Strapi, actor: Actor, work: (passage: Passage) => Promise<T>): Promise<T> => {
  return (await strapi.db.transaction(async ({ trx, onCommit }) => {
    const transaction = trx as unknown as Knex.Transaction;
    const head = await lockHead(transaction);
    const at = new Date().toISOString();
    const entries: { action: string; object: string; detail: Json }[] = [];
    const events: { event: NewEvent; numbered?: (seq: number) => Promise<void> }[] = [];
    const passage: Passage = {
      strapi,
      trx: transaction,
      actor,
      at,
      audit: (action, object, detail) => void entries.push({ action, object, detail }),
      announce: (event, numbered) => void events.push({ event, numbered }),
    };
    failpoint('cms-before-work');
    const value = await inside.run({ actor }, () => work(passage));
    failpoint('cms-after-work');
    if (events.length > 0 && entries.length === 0) throw new Error('A change of public content without an audit entry');
    const next = await seal(transaction, head, actor, at, entries);
    failpoint('cms-after-audit');
    if (events.length > 0) {
      const first = await appendEvents(transaction, events.map(({ event }) => event), at, next.seq);
      for (const [index, { numbered }] of events.entries()) await numbered?.(first + index);
      failpoint('cms-after-events');
    }
    // After the commit, not after this function: Strapi may have opened the transaction further out, and may yet roll it back.
    onCommit(() => {
      failpoint('cms-after-commit');
      if (entries.length > 0) anchor(strapi, next, at);
      failpoint('cms-after-anchor');
      if (events.length > 0) afterEvents();
    });
    return value;
  })) as T;
};

/** The command is done and its entry written: a head that cannot be anchored now is told loudly, and the next one covers it. */
const anchor = (strapi: Core.Strapi, head: Head, at: string): void => {
  try {
    writeAnchor(anchorFile(), head, at);
  } catch (error) {
    strapi.log.error(`审计链末端没有写到数据库之外（第 ${head.seq} 号）：${error instanceof Error ? error.message : String(error)}。请检查磁盘。`);
  }
};

const seal = (trx: Knex.Transaction, head: Head, actor: Actor, at: string, entries: { action: string; object: string; detail: Json }[]) =>
  entries.length === 0
    ? Promise.resolve(head)
    : appendEntries(
        trx,
        environment().auditKey,
        head,
        entries.map((entry) => ({ ...entry, at, actorId: actor.id, actorName: actor.name })),
      );
