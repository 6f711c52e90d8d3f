/**
 * Forms of the demonstration's content. Everything in this folder is invented and is data: who sends it to the CMS, and through
 * which door, is decided elsewhere.
 */
import type { ColumnInput, DepartmentInput, Particulars } from '@gongkai/site/contract';
import type { PictureName } from './pictures.ts';

export type DemonstrationColumn = ColumnInput;
export type DemonstrationDepartment = DepartmentInput;

export type RoleCode = 'uploader' | 'deputy-head' | 'head' | 'releaser' | 'system-admin' | 'security-admin' | 'auditor';

/** An account without a password: passwords are made at the first start and are in no file of the repository. */
export interface DemonstrationAccount {
  email: string;
  displayName: string;
  role: RoleCode;
  /** Codes of the departments an uploader works for; empty for every other role. */
  departments: string[];
}

interface TableContent {
  head: string[];
  rows: string[][];
}

/** What an attachment says; `makeAttachment` turns it into the bytes of a real file. */
export type DemonstrationAttachment =
  | { name: string; make: 'docx'; heading: string; paragraphs: string[]; table?: TableContent }
  | { name: string; make: 'xlsx'; sheet: string; rows: (string | number)[][] }
  | { name: string; make: 'pdf'; heading: string; paragraphs: string[] }
  | { name: string; make: 'txt'; text: string };

/** A picture of the body. In the body it stands as `<img src="picture:<picture>" alt="…">`; whoever sends it in puts the address there. */
export interface DemonstrationImage {
  picture: PictureName;
  alt: string;
}

export interface DemonstrationDocument {
  /** Name by which documents of the demonstration speak of each other; unique, never shown. */
  key: string;
  column: string;
  department: string;
  title: string;
  /** HTML of the demonstration's own small set of elements (see the test beside this file). */
  body: string;
  summary: string;
  source: string;
  author: string;
  keywords: string[];
  /** Instant, ISO 8601 in UTC with milliseconds. */
  publishedAt: string;
  issuer?: string;
  documentNumber?: string;
  /** `yyyy-mm-dd`. */
  writtenOn?: string;
  topicClass?: string;
  genreClass?: string;
  audienceClass?: string;
  validity?: 'valid' | 'invalid' | 'repealed';
  disclosure: string;
  /** Keys of other documents. */
  relations?: { interprets?: string[]; amends?: string[]; repeals?: string[] };
  attachments?: DemonstrationAttachment[];
  images?: DemonstrationImage[];
  pinned?: boolean;
  /** 专项内容, as the kind of the column asks for. */
  particulars?: Particulars;
  /** Public record of corrections, oldest first; `at` is an instant. */
  corrections?: { at: string; reason: string }[];
}

/** A document on its way: not public, so it has no date of release. */
export interface DemonstrationDraft extends Omit<DemonstrationDocument, 'publishedAt' | 'pinned'> {
  stage: 'draft' | 'submitted' | 'first-approved' | 'approved' | 'returned';
  /** E-mail of the uploader who wrote it. */
  uploader: string;
  /** Why it came back; only with `returned`. */
  reason?: string;
}
