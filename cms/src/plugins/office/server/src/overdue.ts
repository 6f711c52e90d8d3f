import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { shanghaiDay } from '../../../review/server/src/decisions/calendar';
import { IN_REVIEW, STATES } from '../../../review/server/src/decisions/states';
import { fromTable } from '../../../review/server/src/tables/state';
import { DEADLINES, openDeadlines } from './decisions/deadlines';
import { registerNumber } from './decisions/register';
import { waitsTooLong, WAITS_FOR } from './decisions/notices';
import { documentLink } from './follow';
import { mailForm } from './mail';
import type { Account } from './tables/accounts';
import { accountsWith, uploadersOf } from './tables/accounts';
import { readCalendar } from './tables/calendar';
import type { NewNotice } from './tables/notices';
import { tell } from './tables/notices';
import { openEntries } from './tables/register';

const LOOK_EVERY_MS = 60_000;
const MOST_PER_LOOK = 200;

interface Due {
  /** Names the step: the next one is told anew. */
  key: string;
  notice: NewNotice;
  accounts(knex: Knex): Promise<Account[]>;
}

/** Steps of the review that wait beyond the next working day. */
const waitingTooLong = async (knex: Knex, today: string): Promise<Due[]> => {
  const calendar = await readCalendar(knex);
  const rows = ((await knex('review_state').whereIn('state', [...IN_REVIEW]).orderBy('changed_at').limit(MOST_PER_LOOK * 5)) as Record<string, unknown>[]).map(fromTable);
  return rows
    .filter((row) => waitsTooLong(calendar, shanghaiDay(row.changed_at), today))
    .map((row) => ({
      key: `review:${row.document_id}:${row.version}`,
      notice: {
        kind: 'overdue' as const,
        object: `document:${row.document_id}`,
        title: row.title,
        text: `「${STATES[row.state]}」已超过一个工作日。`,
        link: documentLink(row.document_id),
      },
      accounts: async (trx) => {
        const role = WAITS_FOR[row.state];
        const barred = [...row.authors, row.first_by, row.final_by];
        return role ? (await accountsWith(trx, role)).filter(({ id }) => !barred.includes(id)) : [];
      },
    }));
};

/** Entries of the register whose terms ran out. */
const termsRunOut = async (knex: Knex, at: string, today: string): Promise<Due[]> => {
  const calendar = await readCalendar(knex);
  return (await openEntries(knex, null)).flatMap((entry) =>
    openDeadlines(calendar, entry, { at, today })
      .filter(({ overdue }) => overdue)
      .map(({ kind, due }) => ({
        key: `register:${entry.id}:${kind}:${due}`,
        notice: {
          kind: 'overdue' as const,
          object: `register:${entry.id}`,
          title: `${registerNumber(entry)} ${entry.title}`,
          text: `${DEADLINES[kind]}已过。`,
          link: '/plugins/office/deadlines',
        },
        accounts: async (trx) => [...(await accountsWith(trx, 'releaser')), ...(await uploadersOf(trx, entry.department))],
      })),
  );
};

/** Which of these have not been told yet. */
const untold = async (knex: Knex, due: Due[]): Promise<Due[]> => {
  const known = new Set<string>();
  for (let from = 0; from < due.length; from += MOST_PER_LOOK) {
    const keys = due.slice(from, from + MOST_PER_LOOK).map(({ key }) => key);
    for (const { key } of (await knex('office_told').whereIn('key', keys).select('key')) as { key: string }[]) known.add(key);
  }
  return due.filter(({ key }) => !known.has(key)).slice(0, MOST_PER_LOOK);
};

/**
 * Tells whom it concerns of what is overdue, each step once.
 * @returns how many steps were told
 */
export const tellOverdue = async (strapi: Core.Strapi, at: string): Promise<number> => {
  const today = shanghaiDay(at);
  const knex = strapi.db.connection;
  const due = await untold(knex, [...(await waitingTooLong(knex, today)), ...(await termsRunOut(knex, at, today))]);
  for (const { key, notice, accounts } of due) {
    await strapi.db.transaction(async ({ trx: given }) => {
      const trx = given as unknown as Knex.Transaction;
      // Two processes may look at once: the key is taken by one of them.
      const taken = await trx('office_told').insert({ key, at }).onConflict('key').ignore().returning('key');
      if (taken.length > 0) await tell(trx, await accounts(trx), notice, { at, mail: mailForm() });
    });
  }
  return due.length;
};

/** Looks once a minute while the CMS runs. @returns a function that stops it */
export const startOverdue = (strapi: Core.Strapi): (() => void) => {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    tellOverdue(strapi, new Date().toISOString())
      .catch((error: unknown) => void strapi.log.error(`超时提醒检查失败：${String(error)}`))
      .finally(() => (busy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
