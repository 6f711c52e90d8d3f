import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { throughDoor } from '../../../../review/server/src/door';
import { conflict, forbidden, invalid } from '../../../../review/server/src/errors';
import { SYSTEM } from '../../../../review/server/src/actors';
import { faultOfLeader, faultOfWord } from '../decisions/words/entries';
import { STARTING_WORDS } from '../decisions/words/starting-list';
import type { StoredWord } from '../tables/words';
import { currentVersion, storedWords } from '../tables/words';

export type NewWord = Omit<StoredWord, 'id' | 'since'>;

export interface WordChange {
  /** Version the person saw. */
  version: number;
  add: NewWord[];
  /** Ids of words to be taken out. */
  remove: string[];
  note: string;
}

const MOST_AT_ONCE = 5000;

const faultOf = (word: NewWord): string | null =>
  word.list === 'leader' ? faultOfLeader({ name: word.word, titles: word.titles }) : faultOfWord(word);

const mustBeInOrder = (change: WordChange): void => {
  if (change.add.length + change.remove.length === 0) throw invalid('INVALID', '没有改动。', '请先增加或删除词。');
  if (change.add.length > MOST_AT_ONCE) throw invalid('INVALID', `一次最多导入 ${MOST_AT_ONCE} 个词。`, '请分批导入。');
  const faults = change.add.flatMap((word, index) => (faultOf(word) ? [`第 ${index + 1} 个：${faultOf(word)}`] : []));
  if (faults.length > 0) throw invalid('INVALID', faults.slice(0, 5).join('；'), '请改正后再保存。', { faults });
};

const write = (strapi: Core.Strapi, actor: Actor, change: WordChange): Promise<number> =>
  throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    const before = await currentVersion(trx);
    if (before !== change.version) throw conflict('词表刚刚被别人改过。', '请刷新页面，看过最新的词表后再改。');
    const version = before + 1;
    const present = await storedWords(trx);
    const removed = present.filter((word) => change.remove.includes(word.id));
    const kept = new Set(present.filter((word) => !change.remove.includes(word.id)).map((word) => `${word.list} ${word.word}`));
    const added = change.add.filter((word) => {
      const key = `${word.list} ${word.word}`;
      if (kept.has(key)) return false;
      kept.add(key);
      return true;
    });
    if (added.length + removed.length === 0) throw invalid('INVALID', '这些词都已经在词表里。', '不用再加。');
    for (let from = 0; from < removed.length; from += 100) {
      await trx('checks_word').whereIn('id', removed.slice(from, from + 100).map((word) => word.id)).update({ until: version });
    }
    const rows = added.map(({ list, word, replacement, severity, note, titles }) => ({
      id: randomUUID(), list, word, replacement, severity, note, titles: JSON.stringify(titles), since: version, until: null,
    }));
    for (let from = 0; from < rows.length; from += 50) await trx('checks_word').insert(rows.slice(from, from + 50));
    await trx('checks_word_list').insert({
      version, made_by: actor.id, made_by_name: actor.name, made_at: at, note: change.note, added: added.length, removed: removed.length,
    });
    const named = ({ list, word, replacement, severity, titles }: NewWord) => ({ list, word, replacement, severity, titles });
    audit('words-change', `words:${version}`, { note: change.note, added: added.map(named), removed: removed.map(named) });
    return version;
  });

/** 修改词表: one change, one version, one audit entry with every word in it. Only the security administrator may. */
export const changeWords = async (strapi: Core.Strapi, actor: Actor, change: WordChange): Promise<number> => {
  if (!actor.roles.includes('security-admin')) throw forbidden('MAY_NOT', '词表由安全管理员维护。', '请联系安全管理员。');
  mustBeInOrder(change);
  return write(strapi, actor, change);
};

/** The first version, made by the project, where there is none yet. */
export const seedWords = async (strapi: Core.Strapi): Promise<void> => {
  if ((await currentVersion(strapi.db.connection)) > 0) return;
  await write(strapi, SYSTEM, { version: 0, add: STARTING_WORDS.map((word) => ({ ...word, titles: [] })), remove: [], note: '随系统提供的初始词表' });
};
