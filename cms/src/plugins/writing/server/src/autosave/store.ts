import type { Knex } from 'knex';
import type { Json } from '../../../../review/server/src/decisions/canonical';

export type Fields = { [field: string]: Json };

/** One row of `writing_autosave`. */
export interface Autosave {
  form: string;
  tab: string;
  seq: number;
  baseVersion: number | null;
  changed: Fields;
  base: Fields;
  savedAt: string;
}

/** What a window hands in. */
export interface Typed {
  form: string;
  tab: string;
  /** Number of the newest write this window knows of; 0: none. */
  after: number;
  baseVersion: number | null;
  changed: Fields;
  base: Fields;
}

export type Kept = { kept: true; autosave: Autosave } | { kept: false; newer: Autosave };

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Row {
  form: string;
  tab: string;
  seq: number;
  base_version: number | null;
  changed: string;
  base: string;
  saved_at: string;
}

const fromTable = (row: Row): Autosave => ({
  form: row.form,
  tab: row.tab,
  seq: Number(row.seq),
  baseVersion: row.base_version === null ? null : Number(row.base_version),
  changed: JSON.parse(row.changed) as Fields,
  base: JSON.parse(row.base) as Fields,
  savedAt: row.saved_at,
});

export const readAutosave = async (knex: Knex, account: string, form: string): Promise<Autosave | null> => {
  const row = (await knex('writing_autosave').where({ account, form }).first()) as Row | undefined;
  return row ? fromTable(row) : null;
};

/** Forms of documents that were never saved, newest first. */
export const newForms = async (knex: Knex, account: string): Promise<Autosave[]> =>
  ((await knex('writing_autosave').where({ account }).where('form', 'like', 'new:%').orderBy('saved_at', 'desc')) as Row[]).map(fromTable);

/**
 * Keeps what was typed. A window that does not know of another window's newer text is refused and handed that text: nothing is
 * written over silently. A window's own earlier write is no obstacle: its answer may have been lost with the connection.
 */
export const keepAutosave = async (trx: Knex.Transaction, account: string, typed: Typed, at: string): Promise<Kept> => {
  const where = { account, form: typed.form };
  const found = (await trx('writing_autosave').where(where).forUpdate().first()) as Row | undefined;
  const present = found ? fromTable(found) : null;
  if (present && present.seq > typed.after && present.tab !== typed.tab) return { kept: false, newer: present };
  const seq = Math.max(present?.seq ?? 0, typed.after) + 1;
  const { form, tab, baseVersion, changed, base } = typed;
  const row = { tab, seq, base_version: baseVersion, changed: JSON.stringify(changed), base: JSON.stringify(base), saved_at: at };
  if (present) await trx('writing_autosave').where(where).update(row);
  else await trx('writing_autosave').insert({ ...where, ...row });
  return { kept: true, autosave: { form, tab, seq, baseVersion, changed, base, savedAt: at } };
};

/** Forgets a form's text up to a number; what another window wrote after it stays. */
export const forgetAutosave = async (knex: Knex, account: string, form: string, upTo: number): Promise<void> => {
  await knex('writing_autosave').where({ account, form }).where('seq', '<=', upTo).delete();
};

/** Forgets what nobody has asked for in thirty days. @param now milliseconds */
export const forgetOld = (knex: Knex, now: number): Promise<number> =>
  knex('writing_autosave')
    .where('saved_at', '<', new Date(now - KEPT_DAYS * DAY_MS).toISOString())
    .delete();
