import type { Severity } from '../finding';

/** 禁用词 what must not be written; 错别字 what is commonly written wrong, with the right form. */
export type WordList = 'forbidden' | 'wrong';

/** A word of the lists the security administrator keeps. */
export interface WordEntry {
  list: WordList;
  word: string;
  /** What to write instead; empty: nothing to propose. */
  replacement: string;
  severity: Severity;
  note: string;
}

/** A leader and how the person is to be named now. */
export interface LeaderEntry {
  name: string;
  /** Every title the person holds, each as it stands in front of the name. */
  titles: string[];
  severity: Severity;
  note: string;
}

export const LONGEST_WORD = 60;
const HAS_TEXT = /[\p{L}\p{N}]/u;

/** What is wrong with an entry somebody hands in; null: nothing. */
export const faultOfWord = (entry: { word: string; replacement: string; note: string }): string | null => {
  if (!HAS_TEXT.test(entry.word)) return '词不能是空的。';
  if ([...entry.word].length < 2) return `「${entry.word}」只有一个字：单字会命中太多正常文字。`;
  if (entry.word.length > LONGEST_WORD || entry.replacement.length > LONGEST_WORD) return `一个词最长 ${LONGEST_WORD} 个字。`;
  if (entry.word === entry.replacement) return `「${entry.word}」和建议写法相同。`;
  if (entry.note.length > 200) return '说明最长 200 个字。';
  return null;
};

export const faultOfLeader = (entry: { name: string; titles: string[] }): string | null => {
  if (!/^[\p{Script=Han}·]{2,20}$/u.test(entry.name)) return '姓名应为 2 到 20 个汉字。';
  if (entry.titles.length === 0) return '至少要有一个职务。';
  return null;
};
