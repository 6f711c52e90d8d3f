import type { Check, Found } from '../finding';
import { excerptOf } from '../finding';
import type { Block } from '../subject';
import { fieldPlace } from '../subject';

/** 附件说明 as GB/T 9704-2012 has it: 「附件：1.×××」 below the text, the further ones on lines of their own. */
const FIRST = /^\s*附\s?件\s*[:：]\s*(.*)$/s;
const NUMBERED = /^\s*(?:附件)?\s*\d{1,2}\s*[.．、]\s*(\S.*)$/s;
const ANNEX_IN_TEXT = /^\s*附\s?件\s*[0-9一二三四五六七八九十]{0,3}\s*$/;

interface Named {
  block: Block;
  names: string[];
}

const named = (blocks: Block[]): Named | null => {
  const start = blocks.findIndex((block) => FIRST.test(block.text));
  const first = blocks[start];
  if (!first) return null;
  const lines = [(FIRST.exec(first.text)?.[1] ?? ''), ...blocks.slice(start + 1, start + 31).map((block) => block.text)];
  const names: string[] = [];
  for (const [index, line] of lines.entries()) {
    const parts = line.split('\n').flatMap((part) => part.split(/(?<=\S)\s+(?=\d{1,2}\s*[.．、]\s*\D)/)).map((part) => part.trim()).filter((part) => part !== '');
    const taken = parts.flatMap((part) => NUMBERED.exec(part)?.[1]?.trim() ?? (index === 0 && parts.length === 1 ? part : []));
    if (taken.length === 0 && index > 0) break;
    names.push(...taken);
  }
  return { block: first, names };
};

const plain = (name: string): string => name.replace(/\.\w{2,5}$/, '').replace(/^\s*(?:附件)?\s*\d{0,2}\s*[.．、-]?\s*/, '').replace(/[《》“”"\s（）()]/g, '');

const matches = (name: string, file: string): boolean => {
  const [one, other] = [plain(name), plain(file)];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
};

/** 附件: what the text names must be there, and what is there should be named. Annexes printed in the text itself are there. */
export const namedAttachments: Check = {
  id: 'named-attachment',
  title: '附件与正文',
  run: (subject) => {
    const { blocks } = subject.body;
    const said = named(blocks);
    const printed = blocks.some((block) => ANNEX_IN_TEXT.test(block.text));
    const found: Found[] = [];
    if (said && !printed && said.names.length > 0) {
      const missing = said.names.filter((name) => !subject.attachments.some((file) => matches(name, file.name)));
      // Names are written in many ways: with as many files as names nothing is missing, whatever they are called.
      if (missing.length > 0 && subject.attachments.length < said.names.length) {
        found.push({
          place: said.block.place,
          severity: 'warn',
          message: `正文列出 ${said.names.length} 个附件，实际上传了 ${subject.attachments.length} 个。`,
          hint: `请补传：${missing.slice(0, 3).join('、').slice(0, 80)}${missing.length > 3 ? ' 等' : ''}；附件内容已写在正文里的请写明理由。`,
          excerpt: excerptOf(said.block.text, 0, Math.min(said.block.text.length, 40)),
          matched: missing.join('、'),
          kept: missing.join('、').slice(0, 100),
        });
      }
    }
    const mentioned = blocks.some((block) => /附\s?件|附表|下载|附后/.test(block.text)) || subject.body.links.length > 0;
    if (subject.attachments.length > 0 && !mentioned) {
      found.push({
        place: fieldPlace('attachments', '附件'),
        severity: 'warn',
        message: '上传了附件，正文没有提到。',
        hint: '请在正文末尾加上“附件：……”，或写明理由。',
        excerpt: null,
        matched: subject.attachments.map((file) => file.name).join('、'),
        kept: subject.attachments.map((file) => file.name).join('、').slice(0, 100),
      });
    }
    return found;
  },
};
