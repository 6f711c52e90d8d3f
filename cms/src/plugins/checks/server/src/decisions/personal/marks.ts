import type { Folded } from '../text/characters';

export interface FoundMark {
  from: number;
  to: number;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** GA 36: letters without I and O; new energy: six characters, one or two letters at an end. */
const PLATE = new RegExp(
  `[${PROVINCES}]\\s?[A-HJ-NP-Z][\\s·•・.\\-—]{0,2}(?:(?:[A-HJ-NP-Z0-9][\\s]?){4}[A-HJ-NP-Z0-9学警港澳挂试超](?:\\s?[A-HJ-NP-Z0-9])?)(?![A-Za-z0-9\\-])`,
  'g',
);
const LEAST_FIGURES = 3;

/** Number plates, also with blanks or a dot in between. */
export const plates = ({ text }: Folded): FoundMark[] =>
  [...text.toUpperCase().matchAll(PLATE)]
    .filter((match) => (match[0].match(/\d/g) ?? []).length >= LEAST_FIGURES)
    .map((match) => ({ from: match.index, to: match.index + match[0].trimEnd().length }));

const MAIL = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s{0,2}(?:@|\(at\)|\[at\])\s{0,2}[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\s?\.\s?){1,5}[A-Za-z]{2,12}(?![A-Za-z0-9])/gi;
/** Boxes of offices. */
const OFFICIAL = /\.gov(?:\.cn)?$|\.mil(?:\.cn)?$/i;

export const mailAddresses = ({ text }: Folded): FoundMark[] =>
  text.includes('@') || /[([]at[)\]]/i.test(text)
    ? [...text.matchAll(MAIL)]
        .filter((match) => !OFFICIAL.test(match[0].replace(/\s/g, '')))
        .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    : [];

const SAYS_HOME = '家住|家庭住址|家庭地址|居住地址|居住地|现住址|现住|住址|户籍地址|户籍所在地|户籍地|暂住|住所地址|居住于|居住在|住在|收件地址';
/** A place where somebody lives: the word for it, then a street, lane or estate, then a number down to the house or the room. */
const HOME = new RegExp(`(?:${SAYS_HOME})[^。；;\\n]{0,36}?(?:路|街|巷|弄|道|村|苑|园|小区|公寓|花园|里|坊|镇|乡|社区)[^。；;\\n]{0,16}?[0-9一二三四五六七八九十百]{1,5}\\s?(?:号|弄|幢|栋|座|组|单元|室|户)(?:[^。；;，,\\n]{0,12}?\\d{1,5}\\s?(?:室|户|号|单元))?`, 'g');
const STREET_AND_ROOM = /[^。；;，,\n]{2,30}?(?:路|街|巷|弄|村|苑|园|小区|公寓|里|坊|社区)[^。；;，,\n]{0,12}?\d{1,5}\s?(?:号|弄|幢|栋|组)(?:[^。；;，,\n]{0,12}?\d{1,5}\s?(?:室|户))?/g;
const HEAD_SAYS_HOME = new RegExp(SAYS_HOME);

/** Where persons live, down to the house. In a table the head of the column says it. */
export const homeAddresses = ({ text }: Folded, context: string): FoundMark[] => {
  const found = [...text.matchAll(HOME)];
  const listed = found.length === 0 && HEAD_SAYS_HOME.test(context) ? [...text.matchAll(STREET_AND_ROOM)] : [];
  return [...found, ...listed].map((match) => ({ from: match.index, to: match.index + match[0].length }));
};
