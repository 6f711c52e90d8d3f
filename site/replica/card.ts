import type { ParticularsOf, PublicDocument } from '../contract/index.ts';

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
> &
  // Came later: what was taken in before has cards without them.
  Partial<Pick<PublicDocument, 'writtenOn'>> & { form?: ParticularsOf<'interpretation'>['form'] };

export function cardOf(document: PublicDocument): Card {
  const { id, column, month, department, title, summary, source, documentNumber, validity, publishedAt, updatedAt, pinnedAt, furtherColumns } =
    document;
  const { writtenOn, particulars } = document;
  return {
    ...{ id, column, month, department, title, summary, source, documentNumber, validity, publishedAt, updatedAt, pinnedAt, furtherColumns },
    ...(writtenOn !== null && { writtenOn }),
    ...(particulars?.type === 'interpretation' && { form: particulars.form }),
  };
}
