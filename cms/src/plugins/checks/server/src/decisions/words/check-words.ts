import type { Check, Found } from '../finding';
import { excerptOf } from '../finding';
import { blocksOfSubject } from '../personal/check';
import type { Subject } from '../subject';
import type { WordEntry, WordList } from './entries';
import type { Finder } from './find-words';
import { finderOf, longestOnly } from './find-words';

/** One automaton for as long as the list is the same object; the machinery hands the same one in until a version changes. */
const finders = new WeakMap<WordEntry[], Record<WordList, { entries: WordEntry[]; finder: Finder }>>();

const findersFor = (words: WordEntry[]) => {
  const known = finders.get(words);
  if (known) return known;
  const of = (list: WordList) => {
    const entries = words.filter((entry) => entry.list === list);
    return { entries, finder: finderOf(entries.map((entry) => entry.word)) };
  };
  const made = { forbidden: of('forbidden'), wrong: of('wrong') };
  finders.set(words, made);
  return made;
};

const sentence = (entry: WordEntry, spaced: boolean): { message: string; hint: string } => {
  const advice = entry.replacement ? `建议写作「${entry.replacement}」。` : '请改写或删除。';
  if (entry.list === 'wrong') return { message: `「${entry.word}」可能是错别字。`, hint: `${advice}${entry.note}` };
  return { message: `「${entry.word}」在禁用词表里${spaced ? '，这里用空格或符号隔开了' : ''}。`, hint: `${advice}${entry.note}` };
};

const findIn = (subject: Subject, list: WordList): Found[] => {
  const { entries, finder } = findersFor(subject.facts.words)[list];
  if (entries.length === 0) return [];
  return blocksOfSubject(subject).flatMap((block) =>
    longestOnly(finder.find(block.text, list === 'forbidden')).flatMap((hit) => {
      const entry = entries[hit.word];
      if (!entry) return [];
      const excerpt = excerptOf(block.text, hit.from, hit.to);
      return [{ place: block.place, severity: entry.severity, ...sentence(entry, hit.spaced), excerpt, matched: excerpt.match, kept: excerpt.match }];
    }),
  );
};

export const WORD_CHECKS: Check[] = [
  { id: 'forbidden-word', title: '禁用词', run: (subject) => findIn(subject, 'forbidden') },
  { id: 'wrong-character', title: '错别字', run: (subject) => findIn(subject, 'wrong') },
];
