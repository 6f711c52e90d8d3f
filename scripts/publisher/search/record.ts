import { createHash } from 'node:crypto';
import type { PublicDocument } from '@gongkai/site/contract';
import { documentFile, hrefOf } from '@gongkai/site/plan';
import { documentNumberOf, simplify, textOfHtml, tidy, toCleanText, toIndexText, wordsOfNumber } from '@gongkai/site/search';

/** Columns of official documents: they come first, and are kept in bundles of their own. */
const OFFICIAL_COLUMNS = new Set(['zcwj', 'gfxwj']);

/** One document as Pagefind takes it in. */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Pagefind cuts no words in a language it does not know; `zh` would have it cut our pairs again, differently in each browser. */
export const LANGUAGE = 'unknown';

export const isOfficial = (document: Pick<PublicDocument, 'column'>): boolean => OFFICIAL_COLUMNS.has(document.column);

/** Changed whenever a record is made differently: bundles of an earlier form are built anew. */
const FORM = 3;

/** Name of what a document's record depends on. Same key, same record; the text itself is named by the content hash. */
export function recordKey(document: PublicDocument): string {
  const { column, month, department, validity, publishedAt, contentHash } = document;
  return createHash('sha256')
    .update(JSON.stringify([FORM, column, month, department, validity, publishedAt, contentHash]))
    .digest('base64url')
    .slice(0, 16);
}

/** Moment of first release as fourteen digits of Asia/Shanghai, which has had one offset since 1991; empty without a date. */
export function dateDigits(publishedAt: string | null): string {
  if (!publishedAt) return '';
  const shanghai = new Date(Date.parse(publishedAt) + 8 * 3_600_000).toISOString();
  return shanghai.replace(/\D/g, '').slice(0, 14);
}

/** Address of a document's page within the site. */
export const addressOf = (document: PublicDocument): string => hrefOf(documentFile(document));

/** By what a document can be chosen on the search page; empty for none. In this order in the pointer. */
export const FACETS = ['column', 'department', 'month', 'validity'] as const;

/** `month` is that of its date: years and spans of time are made of months, so that one filter serves both. */
export function facetsOf(document: PublicDocument): Record<(typeof FACETS)[number], string> {
  const { column, department, validity, publishedAt } = document;
  return { column, department, month: dateDigits(publishedAt).slice(0, 6), validity: validity ?? '' };
}

/**
 * The record of a document. `title`, `number` and `facts` are index text, so that they are searched as the body is; the browser turns
 * them back. Everything in `meta` becomes words of the index: what the address tells (id, column) is not said again.
 */
export function recordOf(document: PublicDocument): SearchRecord {
  const date = dateDigits(document.publishedAt);
  const title = toIndexText(document.title, simplify);
  const facts = [document.indexNumber ?? '', document.issuer, document.source, document.author, ...document.keywords].join(' ');
  const number = documentNumberOf(document.documentNumber, simplify);
  const meta: Record<string, string> = {
    title,
    name: toCleanText(title) === tidy(document.title) ? '' : tidy(document.title),
    number: toIndexText(document.documentNumber, simplify),
    code: number ? toIndexText(wordsOfNumber(number).join(' ')) : '',
    facts: toIndexText(facts, simplify),
    date,
    validity: document.validity && document.validity !== 'valid' ? document.validity : '',
  };
  const names = document.attachments.map(({ name }) => name).join(' ');
  return {
    url: addressOf(document),
    content: toIndexText(`${textOfHtml(document.body)} ${names}`, simplify),
    language: LANGUAGE,
    meta: Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== '')),
    filters: Object.fromEntries(
      Object.entries(facetsOf(document))
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [name, [value]]),
    ),
  };
}
