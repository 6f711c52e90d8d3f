import type { Core } from '@strapi/strapi';
import { SYSTEM } from './actors';
import { perform } from './commands/perform';

const LOOK_EVERY_MS = 5_000;

/**
 * 到期事项: changes of public content that time brings about. Each is a row with its moment; here it becomes a command of the system,
 * with audit entry and event, so that no page ever reads the clock.
 * @returns how many came due
 */
export const runDueChanges = async (strapi: Core.Strapi, now: string): Promise<number> => {
  const due = (await strapi.db.connection('publication_due').where('due_at', '<=', now).orderBy('due_at').limit(100)) as { id: string; document_id: string }[];
  for (const row of due) {
    try {
      await perform(strapi, SYSTEM, { documentId: row.document_id, action: 'unpin', version: null, input: {} });
    } catch (error) {
      strapi.log.error(`到期事项 ${row.id} 没有办成：${error instanceof Error ? error.message : String(error)}`);
      // A pin that is gone already has nothing left to do; anything else is tried again at the next look.
      if ((error as { details?: { code?: string } }).details?.code === 'INVALID') await strapi.db.connection('publication_due').where({ id: row.id }).delete();
    }
  }
  return due.length;
};

/**
 * Looks for due changes while the CMS runs.
 * @returns a function that stops it
 */
export const startDueChanges = (strapi: Core.Strapi): (() => void) => {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    runDueChanges(strapi, new Date().toISOString())
      .catch((error: unknown) => void strapi.log.error(`到期事项检查失败：${String(error)}`))
      .finally(() => (busy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
