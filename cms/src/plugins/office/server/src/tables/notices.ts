import type { Knex } from 'knex';
import type { NoticeKind } from '../decisions/notices';
import { isNoticeKind, NOTICES } from '../decisions/notices';
import type { Account } from './accounts';
import { newId } from './ids';

export interface NewNotice {
  kind: NoticeKind;
  /** `document:<documentId>` or `register:<id>`. */
  object: string;
  title: string;
  text: string;
  /** Below the admin's own address. */
  link: string;
}

export interface Choice {
  kind: NoticeKind;
  onScreen: boolean;
  byMail: boolean;
}

interface ChoiceRow {
  account: string;
  kind: string;
  on_screen: boolean | number;
  by_mail: boolean | number;
}

const ROWS_PER_INSERT = 100;

const inParts = async (trx: Knex, table: string, rows: object[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) await trx(table).insert(rows.slice(from, from + ROWS_PER_INSERT));
};

/** A notice for each of these accounts, as each has chosen; and a mail in the queue where mail is set up. */
export const tell = async (trx: Knex, accounts: Account[], notice: NewNotice, { at, mail }: { at: string; mail: MailForm | null }): Promise<void> => {
  if (accounts.length === 0) return;
  const rows = (await trx('office_notice_choice').whereIn('account', accounts.map(({ id }) => id)).where({ kind: notice.kind })) as ChoiceRow[];
  const choices = new Map(rows.map((row) => [row.account, row]));
  const shown = accounts.filter(({ id }) => choices.get(id)?.on_screen ?? true);
  const mailed = mail ? accounts.filter(({ id }) => choices.get(id)?.by_mail ?? true) : [];
  await inParts(
    trx,
    'office_notice',
    shown.map(({ id }) => ({ ...cut(notice), id: newId(), account: id, created_at: at, read_at: null, settled_at: null })),
  );
  await inParts(
    trx,
    'office_mail',
    mailed.map(({ id, email }) => ({
      id: newId(),
      account: id,
      address: email,
      subject: `【${NOTICES[notice.kind]}】${notice.title}`.slice(0, 390),
      body: mail?.bodyOf(notice) ?? '',
      created_at: at,
      available_at: at,
      attempts: 0,
    })),
  );
};

/** How a mail is written: title, what happened, and the way into the admin; never the text of a document. */
export interface MailForm {
  bodyOf(notice: NewNotice): string;
}

const cut = (notice: NewNotice): NewNotice => ({ ...notice, title: notice.title.slice(0, 390), text: notice.text.slice(0, 990) });

/** What waited on this object waits no more. */
export const settle = async (trx: Knex, object: string, at: string): Promise<void> => {
  await trx('office_notice').where({ object }).whereIn('kind', ['waiting', 'overdue']).whereNull('settled_at').update({ settled_at: at });
};

export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  object: string;
  title: string;
  text: string;
  link: string;
  createdAt: string;
  readAt: string | null;
  settledAt: string | null;
}

/** How many a person has not seen. */
export const countUnread = async (knex: Knex, account: string): Promise<number> => {
  const row = (await knex('office_notice').where({ account }).whereNull('read_at').whereNull('settled_at').count({ count: '*' }).first()) as { count: number | string };
  return Number(row.count);
};

/** A page of a person's notices, newest first. @param before `createdAt id` of the last one seen */
export const noticesOf = async (knex: Knex, account: string, { before, limit, unread }: { before?: string; limit: number; unread?: boolean }): Promise<NoticeRow[]> => {
  const query = knex('office_notice').where({ account }).orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id', order: 'desc' }]).limit(limit);
  if (unread) query.whereNull('read_at').whereNull('settled_at');
  const [at, id] = (before ?? '').split(' ');
  if (at && id) query.where((older) => void older.where('created_at', '<', at).orWhere((same) => void same.where('created_at', at).where('id', '<', id)));
  const rows = (await query) as { id: string; kind: NoticeKind; object: string; title: string; text: string; link: string; created_at: string; read_at: string | null; settled_at: string | null }[];
  return rows.map(({ created_at, read_at, settled_at, id: key, kind, object, title, text, link }) => ({
    id: key,
    kind,
    object,
    title,
    text,
    link,
    createdAt: created_at,
    readAt: read_at,
    settledAt: settled_at,
  }));
};

/** Marks one notice or all of a person as read. @returns how many */
export const markRead = async (knex: Knex, account: string, id: string | null, at: string): Promise<number> => {
  const query = knex('office_notice').where({ account }).whereNull('read_at');
  if (id) query.where({ id });
  return query.update({ read_at: at });
};

/** What a person is told and how; whatever nobody chose is on. */
export const choicesOf = async (knex: Knex, account: string): Promise<Choice[]> => {
  const rows = (await knex('office_notice_choice').where({ account })) as ChoiceRow[];
  const known = new Map(rows.map((row) => [row.kind, row]));
  return Object.keys(NOTICES)
    .filter(isNoticeKind)
    .map((kind) => ({ kind, onScreen: Boolean(known.get(kind)?.on_screen ?? true), byMail: Boolean(known.get(kind)?.by_mail ?? true) }));
};

export const chooseNotices = async (knex: Knex, account: string, choices: Choice[]): Promise<void> => {
  for (const { kind, onScreen, byMail } of choices) {
    await knex('office_notice_choice').insert({ account, kind, on_screen: onScreen, by_mail: byMail }).onConflict(['account', 'kind']).merge();
  }
};
