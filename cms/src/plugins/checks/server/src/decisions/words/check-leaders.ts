import type { Check, Found } from '../finding';
import { excerptOf } from '../finding';
import { blocksOfSubject } from '../personal/check';
import type { Block } from '../subject';
import type { LeaderEntry } from './entries';

/** Titles that stand in front of names, besides those of the list; the longer before the shorter is found by length. */
const COMMON_TITLES = [
  ...['党组书记', '党委书记', '副书记', '书记', '常务副市长', '副市长', '代市长', '市长', '副省长', '省长', '副县长', '县长', '副区长', '区长', '副镇长', '镇长'],
  ...['副主席', '主席', '副主任', '主任', '副局长', '局长', '副秘书长', '秘书长', '常委', '副部长', '部长', '副厅长', '厅长', '副处长', '处长', '检察长', '院长', '副院长', '组长', '副组长', '委员'],
];
/** What somebody was, and what somebody is not yet. */
const NOT_NOW = /(?:时任|原|前|曾任|历任|拟任|候任|前任|首任|第一任)[^，。；]{0,12}$/;
const REACH = 24;

interface Named {
  title: string;
  from: number;
}

/** The title directly in front of `end`, the longest that is known. */
const titleBefore = (text: string, end: number, titles: string[]): Named | null => {
  const lead = text.slice(Math.max(0, end - REACH), end).replace(/[\s、]+$/, '');
  const title = titles.find((one) => lead.endsWith(one));
  return title === undefined ? null : { title, from: Math.max(0, end - REACH) + lead.length - title.length };
};

/** All titles in front of a name, as in 「市委副书记、市长某某」, the nearest first. */
const titlesBefore = (text: string, end: number, titles: string[]): Named[] => {
  const found: Named[] = [];
  for (let at = titleBefore(text, end, titles); at && found.length < 6; at = titleBefore(text, at.from, titles)) found.push(at);
  return found;
};

/** 「副市长」 is no 「市长」, though it ends with it. */
const isExactly = (leader: LeaderEntry, title: string): boolean =>
  leader.titles.some((own) => own === title || (own.endsWith(title) && !/[副代]$/.test(own.slice(0, own.length - title.length))));

const wrongTitles = (block: Block, leader: LeaderEntry, titles: string[]): Found[] => {
  const found: Found[] = [];
  for (let at = block.text.indexOf(leader.name); at >= 0; at = block.text.indexOf(leader.name, at + 1)) {
    for (const { title, from } of titlesBefore(block.text, at, titles)) {
      if (isExactly(leader, title) || NOT_NOW.test(block.text.slice(0, from))) continue;
      const excerpt = excerptOf(block.text, from, at + leader.name.length);
      found.push({
        place: block.place,
        severity: leader.severity,
        message: `职务与领导名单不一致：${leader.name}的职务是「${leader.titles.join('、')}」。`,
        hint: '请核对；写过去的职务请加“时任”，同名的另一人请写明理由。',
        excerpt,
        matched: excerpt.match,
        kept: excerpt.match,
      });
    }
  }
  return found;
};

/** A name that differs in one character from the one that belongs to the title in front of it. */
const misspeltNames = (block: Block, leaders: LeaderEntry[]): Found[] =>
  leaders.flatMap((leader) =>
    leader.titles.flatMap((title) => {
      const found: Found[] = [];
      const length = leader.name.length;
      if (length < 3) return found;
      for (let at = block.text.indexOf(title); at >= 0; at = block.text.indexOf(title, at + 1)) {
        const start = at + title.length;
        const name = block.text.slice(start, start + length);
        const differing = [...name].filter((character, index) => character !== leader.name[index]).length;
        if (name.length !== length || differing !== 1 || name[0] !== leader.name[0] || leaders.some((other) => name.startsWith(other.name))) continue;
        const excerpt = excerptOf(block.text, at, start + length);
        found.push({
          place: block.place,
          severity: leader.severity,
          message: `姓名可能写错：「${title}」在领导名单里是「${leader.name}」。`,
          hint: '请核对姓名；确是另一人请写明理由。',
          excerpt,
          matched: excerpt.match,
          kept: excerpt.match,
        });
      }
      return found;
    }),
  );

/** 领导姓名和职务: as the list has them. */
export const leadersCheck: Check = {
  id: 'leader-title',
  title: '领导姓名和职务',
  run: (subject) => {
    const { leaders } = subject.facts;
    if (leaders.length === 0) return [];
    const titles = [...new Set([...leaders.flatMap((leader) => leader.titles), ...COMMON_TITLES])].sort((one, other) => other.length - one.length);
    return blocksOfSubject(subject).flatMap((block) => [
      ...leaders.filter((leader) => block.text.includes(leader.name)).flatMap((leader) => wrongTitles(block, leader, titles)),
      ...misspeltNames(block, leaders),
    ]);
  },
};

