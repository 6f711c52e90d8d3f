import type { Particulars } from '../decisions/particulars/form';
import type { Around } from '../decisions/particulars/faults';
import { particularsFaults } from '../decisions/particulars/faults';
import { TO_DO } from './body-form';
import type { Rendition } from './renditions';

/** 稿件内容: the public content of a document as a revision keeps it and a reviewer approves it. Everything in it is under the content hash. */
export interface Content {
  title: string;
  column: string;
  department: string;
  body: string;
  summary: string;
  source: string;
  author: string;
  keywords: string[];
  issuer: string;
  documentNumber: string;
  writtenOn: string | null;
  topicClass: string;
  genreClass: string;
  audienceClass: string;
  validity: 'valid' | 'invalid' | 'repealed' | null;
  disclosure: string;
  attachments: { sha256: string; path: string; mediaType: string; bytes: number; name: string }[];
  images: { sha256: string; alt: string; renditions: Rendition[] }[];
  relations: { interprets: string[]; amends: string[]; repeals: string[] };
  /**
   * 专项内容. The key is absent where there are none: a revision made before there were any has the same canonical form, and so the
   * same hash, as the same text snapshotted now.
   */
  particulars?: Particulars;
}

const SUMMARY_LENGTH = 120;

/** 内容概述 where nobody wrote one: the beginning of the text, cut at the end of a sentence where there is one. */
export const summaryOf = (text: string): string => {
  if (text.length <= SUMMARY_LENGTH) return text;
  const head = text.slice(0, SUMMARY_LENGTH);
  const sentence = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'));
  return sentence > SUMMARY_LENGTH / 2 ? head.slice(0, sentence + 1) : `${head}…`;
};

/** 关键词 as people part them: commas, semicolons or blanks of either width. */
export const keywordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，;；、]+/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** Words that turn up in the meta tags of real portals instead of a value. */
const SAYS_NOTHING = /^(null|undefined|无标题)$/i;

export interface Finding {
  field: string;
  message: string;
}

/**
 * What keeps a document from being submitted: the meta tags of the government's convention must all say something, a picture needs
 * its alternative text, an official document its particulars, 专项内容 must be whole and of the kind of the column.
 */
export const findings = (content: Content, text: string, around: Around): Finding[] => {
  const found: Finding[] = [];
  const need = (field: string, value: string, label: string) => {
    if (value === '' || SAYS_NOTHING.test(value)) found.push({ field, message: `${label}没有填写` });
  };
  need('title', content.title, '标题');
  need('source', content.source, '信息来源');
  need('departmentCode', content.department, '所属部门');
  need('columnCode', content.column, '栏目');
  if (text === '' && content.attachments.length === 0 && content.images.length === 0) found.push({ field: 'body', message: '正文没有内容' });
  if (new RegExp(`class="${TO_DO}[" ]`).test(content.body)) found.push({ field: 'body', message: '正文里还有待办的记号（没有带入的图片等）' });
  content.images.forEach((image, index) => {
    if (image.alt === '') found.push({ field: 'body', message: `第 ${index + 1} 张图片没有替代文字` });
  });
  if (around.kind === 'official') {
    need('issuer', content.issuer, '发文机关');
    need('documentNumber', content.documentNumber, '发文字号');
    if (!content.writtenOn) found.push({ field: 'writtenOn', message: '成文日期没有填写' });
    if (!content.validity) found.push({ field: 'validity', message: '有效性没有选择' });
  }
  return [...found, ...particularsFaults(content.particulars ?? null, around)];
};
