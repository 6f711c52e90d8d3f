import type { Core } from '@strapi/strapi';
import { plannerOf, SYSTEM } from './actors';
import type { CommandInput } from './commands/command';
import { perform } from './commands/perform';
import type { Look } from './decisions/due';
import { holdAfterJump, isDue, retryAt } from './decisions/due';
import { throughDoor } from './door';
import { logOpenLeaks } from './tables/alarms';
import type { DueRow } from './tables/due';
import { readState } from './tables/state';

const LOOK_EVERY_MS = 1_000;
const LOG_LEAKS_EVERY_MS = 10 * 60_000;
const MOST = 100;

/** Does what is due as the command it is: with its checks, audit entry and event, so that no page ever reads the clock. */
const carryOut = async (strapi: Core.Strapi, row: DueRow): Promise<void> => {
  const planned = { by: row.planned_by_name ?? SYSTEM.name, at: row.planned_at ?? row.due_at, dueAt: row.due_at };
  if (row.kind !== 'release') {
    await perform(strapi, SYSTEM, { documentId: row.document_id, action: row.kind, version: null, input: { planned } });
    return;
  }
  const actor = await plannerOf(strapi, row.planned_by ?? '', planned.by, planned.at);
  const { takeDownAt, ...input } = JSON.parse(row.input ?? '{}') as CommandInput;
  // An end that passed while the CMS was down is no reason to keep the release back; a release that is over already is.
  await perform(strapi, actor, { documentId: row.document_id, action: 'release', version: null, input: { ...input, ...(takeDownAt ? { takeDownAt } : {}), planned } });
};

/**
 * 到期事项: changes of public content that time brings about, each a row with its moment.
 * @param held - releases are kept back, because the clock has just jumped
 * @returns how many came due
 */
export const runDueChanges = async (strapi: Core.Strapi, now: string, held = false): Promise<number> => {
  const rows = (await strapi.db.connection('publication_due').where('due_at', '<=', now).orderBy('due_at').limit(MOST)) as DueRow[];
  const due = rows.filter((row) => isDue(row, now) && !(held && row.kind === 'release'));
  for (const row of due) {
    try {
      await carryOut(strapi, row);
    } catch (error) {
      await keepFault(strapi, row, error, now);
    }
  }
  return due.length;
};

const codeOf = (error: unknown): string | undefined => (error as { details?: { code?: string } }).details?.code;

/** Nothing is left to do: it was done, or taken back, while we looked. */
const isOver = async (strapi: Core.Strapi, row: DueRow, error: unknown): Promise<boolean> => {
  if (row.kind !== 'release') return codeOf(error) === 'INVALID';
  return (await readState(strapi.db.connection, row.document_id))?.state !== 'approved';
};

/** What could not be done stays, is tried again, and is an alarm until then (`tables/alarms.ts`). */
const keepFault = async (strapi: Core.Strapi, row: DueRow, error: unknown, now: string): Promise<void> => {
  if (await isOver(strapi, row, error)) {
    await strapi.db.connection('publication_due').where({ id: row.id, due_at: row.due_at }).delete();
    return;
  }
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 900);
  strapi.log.error(`到期事项 ${row.id}（应于 ${row.due_at} 办理）没有办成：${message}`);
  const attempts = (row.attempts ?? 0) + 1;
  await throughDoor(strapi, SYSTEM, async ({ trx, audit }) => {
    // Another process may have done it since: then there is no row to write on and nothing to say.
    const written = await trx('publication_due')
      .where({ id: row.id, due_at: row.due_at })
      .update({ attempts, retry_at: retryAt(now, attempts), last_error: message });
    if (written === 0) return;
    await trx('review_state').where({ document_id: row.document_id }).update({ due_fault: message });
    if (message !== row.last_error) audit('due-fault', `document:${row.document_id}`, { kind: row.kind, dueAt: row.due_at, error: message });
  });
};

/**
 * Looks for due changes while the CMS runs, the first time as soon as it is up: what came due while it was down goes out then.
 * @returns a function that stops it
 */
export const startDueChanges = (strapi: Core.Strapi): (() => void) => {
  let busy = false;
  let before: Look | null = null;
  let heldUntil: number | null = null;
  let leaksLoggedAt = -Infinity;
  const look = async (): Promise<void> => {
    const now: Look = { wallMs: Date.now(), tickMs: performance.now() };
    const held = holdAfterJump(before, now, heldUntil);
    if (held !== null && heldUntil === null) strapi.log.warn('系统时间突然前跳，定时发布暂停一分钟，等时间稳定。请检查时间同步。');
    before = now;
    heldUntil = held;
    await runDueChanges(strapi, new Date(now.wallMs).toISOString(), held !== null);
    if (now.tickMs - leaksLoggedAt < LOG_LEAKS_EVERY_MS) return;
    leaksLoggedAt = now.tickMs;
    await logOpenLeaks(strapi);
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch((error: unknown) => void strapi.log.error(`到期事项检查失败：${String(error)}`))
      .finally(() => (busy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
