import type { Column } from '../contract/index.ts';
import { columnFile, documentFile, hrefOf, monthFile } from '../plan/addresses.ts';
import type { Card } from '../replica/card.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { dayOf, monthName } from './dates.ts';
import { formOfCard } from './interpretation.ts';
import type { ColumnSummary, Link, ListItem, MonthLink } from './types.ts';

const VALIDITY_LABELS = { valid: '有效', invalid: '失效', repealed: '废止' } as const;

export function validityMark(code: Card['validity']): ListItem['validity'] {
  return code === null ? null : { code, label: VALIDITY_LABELS[code] };
}

/** Address of a document. */
export const documentHref = (card: { column: string; month: string; id: string }): string => hrefOf(documentFile(card));

export const documentLink = (card: Card): Link => ({ href: documentHref(card), text: card.title });

/** A document as a line. `pinned` is for lists that put pinned documents first; in others the mark would say nothing. */
export function listItem(r: ReplicaReader, card: Card, pinned = false): ListItem {
  return {
    href: documentHref(card),
    title: card.title,
    date: card.publishedAt === null ? null : dayOf(card.publishedAt),
    pinned,
    documentNumber: card.documentNumber,
    validity: validityMark(card.validity),
    summary: card.summary,
    department: r.department(card.department)?.name ?? '',
    writtenOn: card.writtenOn ?? null,
    form: formOfCard(card),
    interprets: r.outgoing(card.id, 'interprets').map(documentLink),
    interpretations: r
      .incoming(card.id)
      .filter(({ kind }) => kind === 'interprets')
      .map(({ card: interpretation }) => documentLink(interpretation)),
  };
}

/** The order of lists, for cards of several columns: the newest first, undated ones last. */
export function newestFirst(a: Card, b: Card): number {
  if (a.publishedAt === b.publishedAt) return a.id < b.id ? -1 : 1;
  return (a.publishedAt ?? '') > (b.publishedAt ?? '') ? -1 : 1;
}

/** Pinned documents of a column first, then its newest ones, `limit` in all. */
export function newestItems(r: ReplicaReader, code: string, limit: number): ListItem[] {
  return newestCards(r, code, limit).map(({ card, pinned }) => listItem(r, card, pinned));
}

export function newestCards(r: ReplicaReader, code: string, limit: number): { card: Card; pinned: boolean }[] {
  const pinned = r.pinnedOfColumn(code);
  const ids = new Set(pinned.map(({ id }) => id));
  const others = r.newestOfColumn(code, limit + pinned.length).filter(({ id }) => !ids.has(id));
  return [...pinned, ...others].slice(0, limit).map((card) => ({ card, pinned: ids.has(card.id) }));
}

export function columnSummary(r: ReplicaReader, column: Column, items: number): ColumnSummary {
  const newest = r.newestOfColumn(column.code, 1)[0]?.publishedAt ?? null;
  return {
    code: column.code,
    name: column.name,
    href: columnHref(column.code),
    kind: column.kind,
    newest: newest === null ? null : dayOf(newest),
    count: r.monthsOfColumn(column.code).reduce((sum, { documents }) => sum + documents, 0),
    items: items === 0 ? [] : newestItems(r, column.code, items),
  };
}

export const columnHref = (code: string): string => hrefOf(columnFile(code));
export const columnLink = (column: Column): Link => ({ href: columnHref(column.code), text: column.name });

export function monthLink(column: string, month: string, count: number): MonthLink {
  return { href: hrefOf(monthFile(column, month)), text: monthName(month), month, count };
}
