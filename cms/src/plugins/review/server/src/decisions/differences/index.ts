import { blocksOf, textOfBlock } from './blocks';
import type { Particulars } from '../particulars/form';
import type { BlockDifference } from './body';
import { bodyDifferences } from './body';
import type { ParticularsTable } from './particulars';
import { particularsFields, particularsTables } from './particulars';
import type { Piece } from './pieces';
import { piecesOf } from './pieces';

export type { BlockDifference } from './body';
export type { ParticularsTable } from './particulars';
export type { Piece } from './pieces';
export type { CellDifference, RowDifference } from './tables';

/** What is compared of a revision's content. */
export interface Compared {
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
  validity: string | null;
  disclosure: string;
  attachments: { sha256: string; name: string; bytes: number; mediaType: string }[];
  relations: { interprets: string[]; amends: string[]; repeals: string[] };
  particulars?: Particulars;
}

export interface FieldDifference {
  field: string;
  label: string;
  pieces: Piece[];
}

/** Codes and ids, not words: shown as before and after, by name. */
export interface ChoiceDifference {
  field: 'column' | 'department' | 'validity' | 'interprets' | 'amends' | 'repeals';
  label: string;
  before: string[];
  after: string[];
}

export interface AttachmentDifference {
  /** `replaced`: the same name, other bytes; `renamed`: the same bytes, another name. */
  kind: 'same' | 'added' | 'removed' | 'replaced' | 'renamed';
  name: string;
  formerName: string | null;
  sha256: string | null;
  formerSha256: string | null;
  bytes: number;
}

export interface Difference {
  fields: FieldDifference[];
  choices: ChoiceDifference[];
  /** Lists and grids of the 专项内容; their single fields are among `fields`. */
  tables: ParticularsTable[];
  blocks: BlockDifference[];
  attachments: AttachmentDifference[];
  /** How many places differ. */
  changes: number;
}

const TEXTS: [keyof Compared & string, string][] = [
  ['title', '标题'],
  ['issuer', '发文机关'],
  ['documentNumber', '发文字号'],
  ['writtenOn', '成文日期'],
  ['summary', '内容概述'],
  ['source', '信息来源'],
  ['author', '作者'],
  ['keywords', '关键词'],
  ['topicClass', '主题分类'],
  ['genreClass', '体裁分类'],
  ['audienceClass', '服务对象分类'],
  ['disclosure', '公开方式'],
];

const textOfField = (value: Compared[keyof Compared]): string => (Array.isArray(value) ? value.join('，') : typeof value === 'string' ? value : '');

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

/** A summary nobody wrote: the beginning of the text, cut. What changed in it is shown in the text. */
const isCutFromText = ({ summary, body }: Compared): boolean =>
  withoutBlanks(blocksOf(body).map(textOfBlock).join('')).startsWith(withoutBlanks(summary).replace(/…$/, ''));

const fieldDifferences = (before: Compared, after: Compared): FieldDifference[] =>
  TEXTS.flatMap(([field, label]) => {
    const was = textOfField(before[field]);
    const is = textOfField(after[field]);
    if (field === 'summary' && isCutFromText(before) && isCutFromText(after)) return [];
    return was === is ? [] : [{ field, label, pieces: piecesOf(was, is) }];
  });

const one = (value: string | null): string[] => (value ? [value] : []);

const choiceDifferences = (before: Compared, after: Compared): ChoiceDifference[] => {
  const choices: [ChoiceDifference['field'], string, string[], string[]][] = [
    ['column', '栏目', one(before.column), one(after.column)],
    ['department', '发布机构', one(before.department), one(after.department)],
    ['validity', '有效性', one(before.validity), one(after.validity)],
    ['interprets', '解读的文件', before.relations.interprets, after.relations.interprets],
    ['amends', '修改的文件', before.relations.amends, after.relations.amends],
    ['repeals', '废止的文件', before.relations.repeals, after.relations.repeals],
  ];
  return choices
    .filter(([, , was, is]) => was.join('\n') !== is.join('\n'))
    .map(([field, label, was, is]) => ({ field, label, before: was, after: is }));
};

/** Attachments by their bytes first, then by their names. */
export const attachmentDifferences = (before: Compared['attachments'], after: Compared['attachments']): AttachmentDifference[] => {
  const left = [...before];
  const take = (matches: (file: Compared['attachments'][number]) => boolean) => {
    const at = left.findIndex(matches);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const unchanged = new Map(after.map((file) => [file, take(({ sha256, name }) => sha256 === file.sha256 && name === file.name)]));
  const renamed = new Map(after.map((file) => [file, unchanged.get(file) ? undefined : take(({ sha256 }) => sha256 === file.sha256)]));
  const found = after.map((file): AttachmentDifference => {
    const about = { name: file.name, formerName: null, sha256: file.sha256, formerSha256: null, bytes: file.bytes };
    if (unchanged.get(file)) return { kind: 'same', ...about };
    const former = renamed.get(file);
    if (former) return { kind: 'renamed', ...about, formerName: former.name };
    const replaced = take(({ name }) => name === file.name);
    return replaced ? { kind: 'replaced', ...about, formerSha256: replaced.sha256 } : { kind: 'added', ...about };
  });
  const gone = left.map(({ name, sha256, bytes }): AttachmentDifference => ({ kind: 'removed', name, formerName: null, sha256: null, formerSha256: sha256, bytes }));
  return [...found, ...gone];
};

/** Everything that differs between two revisions: particulars, text by character, tables by cell, attachments by their bytes. */
export const differencesOf = (before: Compared, after: Compared): Difference => {
  const [was, is] = [before.particulars ?? null, after.particulars ?? null];
  const fields = [...fieldDifferences(before, after), ...particularsFields(was, is)];
  const tables = particularsTables(was, is);
  const choices = choiceDifferences(before, after);
  const blocks = bodyDifferences(before.body, after.body);
  const attachments = attachmentDifferences(before.attachments, after.attachments);
  const changes =
    fields.length + choices.length + tables.length + blocks.filter(({ kind }) => kind !== 'same').length + attachments.filter(({ kind }) => kind !== 'same').length;
  return { fields, choices, tables, blocks, attachments, changes };
};
