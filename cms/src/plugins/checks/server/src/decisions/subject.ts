import type { Around } from '../../../../review/server/src/decisions/particulars/faults';
import type { Particulars } from '../../../../review/server/src/decisions/particulars/form';
import { particularsBlocks } from './text/particulars';
import type { LeaderEntry, WordEntry } from './words/entries';

/** Where in a document something stands. `id` is stable while the text around it stays; `label` is for people. */
export interface Place {
  /** `title`, `summary`, `body/p3`, `body/t1r2c3`, `body/image2`, `file/1a2b3c4d5e6f7a8b/p2`, … */
  id: string;
  /** 「正文第 3 段」「正文第 1 个表格第 2 行第 3 列」「附件“名单.xlsx”第 4 行」 */
  label: string;
  part: 'field' | 'body' | 'attachment';
  /** Field of the form it belongs to, so that a screen can lead there. */
  field: string;
}

/** A piece of text that is read as one: a paragraph, a cell, a line of a field. Inline marks are joined, as a reader sees it. */
export interface Block {
  place: Place;
  text: string;
  /** What a reader knows of it from elsewhere: the head of the column, the label at the beginning of the row. */
  context: string;
  /** A field for an office's own address or telephone, published as such: no personal data by what it is. */
  office?: boolean;
}

export interface BodyImage {
  place: Place;
  alt: string;
}

export interface BodyLink {
  place: Place;
  href: string;
  text: string;
}

export interface BodyTable {
  place: Place;
  rows: number;
  columns: number;
  hasHeader: boolean;
}

export interface Body {
  blocks: Block[];
  images: BodyImage[];
  links: BodyLink[];
  tables: BodyTable[];
}

export interface Attachment {
  name: string;
  sha256: string;
  blocks: Block[];
  /** Why its text could not be read whole; null: it was. */
  unreadable: string | null;
}

/** What a check may know beyond the document; fetched by the machinery, never by the check. */
export interface Facts {
  /** Day in Shanghai, `yyyy-mm-dd`. */
  today: string;
  columnKind: string;
  /** Title of another document of the same column, live or under review. */
  titlesInUse: { title: string; state: string }[];
  words: WordEntry[];
  leaders: LeaderEntry[];
  /** Released documents that say they repeal this one. */
  repealedBy: { title: string }[];
  /** Documents this one repeals, with the validity they show now. */
  repeals: { title: string; validity: string | null }[];
  /** Documents this one interprets or amends that are no longer public. */
  lostRelations: { title: string }[];
  /** By address: what is known of it. An address that is missing was not asked. */
  links: Record<string, 'answers' | 'dead' | 'not-asked'>;
  /** What the findings about 专项内容 depend on; absent where a text is only tried. */
  particulars?: Around;
}

/** Everything the checks read, in one piece. */
export interface Subject {
  title: string;
  summary: string;
  source: string;
  author: string;
  keywords: string[];
  issuer: string;
  documentNumber: string;
  writtenOn: string | null;
  validity: 'valid' | 'invalid' | 'repealed' | null;
  column: string;
  department: string;
  body: Body;
  attachments: Attachment[];
  particulars?: Particulars;
  facts: Facts;
}

const FIELDS = [
  ['title', '标题'],
  ['summary', '内容概述'],
  ['source', '信息来源'],
  ['author', '作者'],
  ['issuer', '发文机关'],
  ['documentNumber', '发文字号'],
] as const;

const fieldPlace = (field: string, label: string): Place => ({ id: field, label, part: 'field', field });

/** Everything of a document that is text, in reading order. A summary that only repeats the beginning of the body is left out. */
export const textBlocks = (subject: Subject): Block[] => {
  const start = subject.body.blocks.map((block) => block.text).join(' ').replace(/\s+/g, ' ').trim();
  const repeats = start.startsWith(subject.summary.replace(/…$/, '').trim());
  return [
    ...FIELDS.filter(([field]) => subject[field] !== '' && !(field === 'summary' && repeats)).map(([field, label]) => ({
      place: fieldPlace(field, label),
      text: subject[field],
      context: '',
    })),
    ...(subject.keywords.length > 0 ? [{ place: fieldPlace('keywords', '关键词'), text: subject.keywords.join('，'), context: '' }] : []),
    ...(subject.particulars ? particularsBlocks(subject.particulars) : []),
    ...subject.body.blocks,
    ...subject.body.images.filter((image) => image.alt !== '').map((image) => ({ place: image.place, text: image.alt, context: '' })),
    ...subject.body.links.filter((link) => /^(mailto|tel):/i.test(link.href)).map((link) => ({ place: link.place, text: link.href.replace(/^\w+:/, ''), context: link.text })),
    ...subject.attachments.map((file) => ({
      place: { id: `file/${file.sha256.slice(0, 16)}/name`, label: `附件“${file.name}”的文件名`, part: 'attachment' as const, field: 'attachments' },
      text: file.name,
      context: '',
    })),
    ...subject.attachments.flatMap((file) => file.blocks),
  ];
};

export { fieldPlace };
