import type { DraftDocument } from '../content/snapshot';
import { plainLine } from '../content/sanitise';
import { formFaults, kindFault } from '../decisions/particulars/faults';
import { OF_KIND } from '../decisions/particulars/form';
import { tidied } from '../decisions/particulars/tidy';

/** A row as the operators' command hands it over (docs/architecture.md, "Import"). */
export interface ImportRow {
  key: string;
  line: number;
  column: string;
  department: string;
  title: string;
  body: string;
  publishedAt: string | null;
  summary?: string;
  sourceName: string;
  author?: string;
  keywords?: string[];
  issuer?: string;
  documentNumber?: string;
  writtenOn?: string | null;
  topicClass?: string;
  genreClass?: string;
  audienceClass?: string;
  validity?: 'valid' | 'invalid' | 'repealed' | null;
  disclosure?: string;
  /** Files handed over with the row. Pictures are named in the body as `<img src="file:<ref>">`; the others become attachments. */
  files?: { ref: string; name: string; base64: string; mediaType: string; alt?: string }[];
  /** Keys of rows of the same source that came before, or earlier in the same batch. */
  relations?: { interprets?: string[]; amends?: string[]; repeals?: string[] };
  /** Instant at which it stops being on top; absent: not pinned. */
  pinnedUntil?: string;
  /** 专项内容 in the form of the contract (`site/contract/particulars.ts`). */
  particulars?: unknown;
}

export interface ImportBatch {
  source: string;
  rows: ImportRow[];
}

export type ImportResult =
  | { key: string; outcome: 'imported' | 'unchanged'; id: string }
  | { key: string; line: number; outcome: 'refused'; code: string; message: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a row by itself; null: nothing. */
export const faultOf = (row: ImportRow): { code: string; message: string } | null => {
  if (plainLine(row.title) === '') return { code: 'NO_TITLE', message: '没有标题' };
  if (plainLine(row.title).length > 400) return { code: 'TITLE_TOO_LONG', message: '标题超过 400 字' };
  if (plainLine(row.sourceName) === '') return { code: 'NO_SOURCE', message: '没有信息来源' };
  if (row.publishedAt !== null && Number.isNaN(Date.parse(row.publishedAt))) return { code: 'BAD_DATE', message: `发布日期无法识别：${row.publishedAt}` };
  if (row.writtenOn && (!DAY.test(row.writtenOn) || Number.isNaN(Date.parse(row.writtenOn)))) {
    return { code: 'BAD_DATE', message: `成文日期无法识别：${row.writtenOn}` };
  }
  return null;
};

/**
 * What is wrong with the 专项内容 of a row in a column of this kind; null: nothing. That there are none is no fault, whatever the
 * column: what another system never had cannot be asked of it.
 */
export const particularsFault = (row: ImportRow, kind: string): { code: string; message: string } | null => {
  if (row.particulars === undefined || row.particulars === null) return null;
  const particulars = tidied(row.particulars);
  if (particulars === null) return { code: 'BAD_PARTICULARS', message: `专项内容的类型无法识别，应为 ${OF_KIND[kind]?.type ?? '没有'}` };
  const [fault] = [kindFault(particulars, kind), ...formFaults(particulars)].filter((each) => each !== null);
  return fault ? { code: 'BAD_PARTICULARS', message: fault.message } : null;
};

/** The row as a draft, so that it passes the same snapshot as a draft written in the admin. */
export const draftOf = (row: ImportRow, documentId: string, relations: { interprets: string[]; amends: string[]; repeals: string[] }): DraftDocument => ({
  documentId,
  title: row.title,
  columnCode: row.column,
  departmentCode: row.department,
  body: row.body,
  summary: row.summary ?? null,
  source: row.sourceName,
  author: row.author ?? null,
  keywords: (row.keywords ?? []).join('，'),
  attachments: [],
  issuer: row.issuer ?? null,
  documentNumber: row.documentNumber ?? null,
  writtenOn: row.writtenOn ?? null,
  topicClass: row.topicClass ?? null,
  genreClass: row.genreClass ?? null,
  audienceClass: row.audienceClass ?? null,
  validity: row.validity ?? null,
  disclosure: row.disclosure ?? '主动公开',
  particulars: row.particulars ?? null,
  ...relations,
});
