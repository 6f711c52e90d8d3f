import type { Knex } from 'knex';
import type { Severity } from '../decisions/finding';
import type { LeaderEntry, WordEntry, WordList } from '../decisions/words/entries';

/** A row of the lists as screens show it. Leaders are a list of their own: `word` is the name. */
export interface StoredWord {
  id: string;
  list: WordList | 'leader';
  word: string;
  replacement: string;
  severity: Severity;
  note: string;
  titles: string[];
  since: number;
}

export interface Lists {
  version: number;
  words: WordEntry[];
  leaders: LeaderEntry[];
}

type Row = Omit<StoredWord, 'titles'> & { titles: string };

export const currentVersion = async (knex: Knex): Promise<number> =>
  Number(((await knex('checks_word_list').max({ last: 'version' }).first()) as { last: number | null } | undefined)?.last ?? 0);

export const storedWords = async (knex: Knex): Promise<StoredWord[]> =>
  ((await knex('checks_word').whereNull('until').orderBy(['list', 'word'])) as Row[]).map((row) => ({ ...row, titles: JSON.parse(row.titles) as string[] }));

let known: Lists | undefined;

/** To be called when a process starts on another database, as tests do. */
export const forgetLists = (): void => {
  known = undefined;
};

/** The lists as they are now; the same objects until the version changes, so that automata are built once. */
export const currentLists = async (knex: Knex): Promise<Lists> => {
  const version = await currentVersion(knex);
  if (known?.version === version) return known;
  const rows = await storedWords(knex);
  known = {
    version,
    words: rows.flatMap((row) => (row.list === 'leader' ? [] : [{ list: row.list, word: row.word, replacement: row.replacement, severity: row.severity, note: row.note }])),
    leaders: rows.filter((row) => row.list === 'leader').map((row) => ({ name: row.word, titles: row.titles, severity: row.severity, note: row.note })),
  };
  return known;
};

export interface ListVersion {
  version: number;
  made_by_name: string;
  made_at: string;
  note: string;
  added: number;
  removed: number;
}

export const newestVersions = async (knex: Knex, limit = 50): Promise<ListVersion[]> =>
  (await knex('checks_word_list').select('version', 'made_by_name', 'made_at', 'note', 'added', 'removed').orderBy('version', 'desc').limit(limit)) as ListVersion[];
