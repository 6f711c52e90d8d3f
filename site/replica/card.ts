import type { PublicDocument } from '../contract/index.ts';

/** A document as lists print it: kept apart from its text, so that a month of a thousand documents is read without a thousand bodies. */
export type Card = Pick<
  PublicDocument,
  | 'id'
  | 'column'
  | 'month'
  | 'department'
  | 'title'
  | 'summary'
  | 'source'
  | 'documentNumber'
  | 'validity'
  | 'publishedAt'
  | 'updatedAt'
  | 'pinnedAt'
  | 'furtherColumns'
>;

export function cardOf(document: PublicDocument): Card {
  const { id, column, month, department, title, summary, source, documentNumber, validity, publishedAt, updatedAt, pinnedAt, furtherColumns } =
    document;
  return { id, column, month, department, title, summary, source, documentNumber, validity, publishedAt, updatedAt, pinnedAt, furtherColumns };
}
