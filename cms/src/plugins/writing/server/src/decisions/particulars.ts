import { normaliseDocumentNumber } from '../../../../review/server/src/decisions/document-number';

/** 文件要素 as the text itself gives them: suggestions, put in by the person who reads them. */
export interface Particulars {
  title: string | null;
  documentNumber: string | null;
  /** `YYYY-MM-DD`. */
  writtenOn: string | null;
  issuer: string | null;
}

const DIGITS = '〇零一二三四五六七八九';
const digit = (character: string): number => {
  if (/\d/.test(character)) return Number(character);
  if (character === '○' || character === 'Ｏ' || character === 'O') return 0;
  const at = DIGITS.indexOf(character);
  return at <= 1 ? 0 : at - 1;
};

/** 十一, 二十, 31, 3. */
const upTo99 = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones));
};

const DATE = /([\d〇零○ＯO一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日/;

/** A date as official documents write it, in either kind of digits; null: none, or no day of the calendar. */
export const dateIn = (text: string): string | null => {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  if (year === '') return null;
  const [y, m, d] = [Number([...year].map(digit).join('')), upTo99(month), upTo99(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < 1900 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return date.toISOString().slice(0, 10);
};

const NUMBER = /[\p{Script=Han}]{1,16}\s*[〔[［【(（]\s*\d{4}\s*[〕\]］】)）]\s*(?:第\s*)?\d{1,5}\s*号/u;
const KIND_OF_TITLE = /(通知|通告|公告|决定|决议|意见|办法|规定|细则|条例|方案|规划|计划|报告|批复|函|纪要|命令|令|通报|议案|公报|说明|解读|指南|清单|目录|预案)(（[^）]*）)?$/;
const FIRST = 8;
const LAST = 8;

/** @param lines paragraphs of the text in order, without blanks around */
export const particularsOf = (lines: readonly string[]): Particulars => {
  const said = lines.filter((line) => line !== '');
  const beginning = said.slice(0, FIRST);
  const end = said.slice(-LAST);
  const number = beginning.map((line) => NUMBER.exec(line)?.[0]).find((found) => found !== undefined);
  const title = beginning.find((line) => line.length >= 5 && line.length <= 80 && !NUMBER.test(line) && KIND_OF_TITLE.test(line)) ?? null;
  const dated = end.findLastIndex((line) => DATE.test(line) && line.length <= 20);
  const before = end[dated - 1] ?? '';
  return {
    title,
    documentNumber: number === undefined ? null : normaliseDocumentNumber(number),
    writtenOn: dated < 0 ? null : dateIn(end[dated] ?? ''),
    issuer: dated > 0 && before.length <= 30 && /(政府|委员会|局|办公室|厅|院|部|处|署|中心|大队|管委会|办事处)$/.test(before) ? before : null,
  };
};
