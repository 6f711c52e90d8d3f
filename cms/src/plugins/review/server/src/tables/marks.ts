import type { Knex } from 'knex';

/** 标注: a passage of a revision and what a reviewer has to say about it. */
export interface Mark {
  /** Which block of the body the passage begins in, counted in the order of the document. */
  block: number;
  /** Offsets in the text from the beginning of that block, in UTF-16 code units. */
  from: number;
  to: number;
  quote: string;
  remark: string;
}

export interface KeptMark extends Mark {
  revision: number;
  by: string;
  at: string;
  resolvedAt: string | null;
}

interface MarkRow {
  revision: number;
  block: number;
  from_offset: number;
  to_offset: number;
  quote: string;
  remark: string;
  marked_by_name: string;
  marked_at: string;
  resolved_at: string | null;
}

export const keepMarks = async (
  trx: Knex.Transaction,
  given: { documentId: string; revision: number; actor: { id: string; name: string }; at: string; marks: Mark[] },
): Promise<void> => {
  for (const [place, mark] of given.marks.entries()) {
    await trx('review_mark').insert({
      document_id: given.documentId,
      revision: given.revision,
      place,
      block: mark.block,
      from_offset: mark.from,
      to_offset: mark.to,
      quote: mark.quote,
      remark: mark.remark,
      marked_by: given.actor.id,
      marked_by_name: given.actor.name,
      marked_at: given.at,
      resolved_at: null,
    });
  }
};

/** Marks that were answered by a new submission, or by giving the draft up. */
export const resolveMarks = async (trx: Knex.Transaction, documentId: string, at: string): Promise<void> => {
  await trx('review_mark').where({ document_id: documentId, resolved_at: null }).update({ resolved_at: at });
};

/** Marks of a document in the order of its text, or only those of one revision. */
export const marksOf = async (knex: Knex, documentId: string, revision?: number): Promise<KeptMark[]> => {
  const query = knex('review_mark').where({ document_id: documentId }).orderBy(['revision', 'block', 'from_offset']);
  const rows = (await (revision === undefined ? query : query.where({ revision }))) as MarkRow[];
  return rows.map((row) => ({
    revision: row.revision,
    block: row.block,
    from: row.from_offset,
    to: row.to_offset,
    quote: row.quote,
    remark: row.remark,
    by: row.marked_by_name,
    at: row.marked_at,
    resolvedAt: row.resolved_at,
  }));
};
