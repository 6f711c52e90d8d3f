import type { Knex } from 'knex';

/** 内部意见: what colleagues tell each other about a document. */
export interface Note {
  seq: number;
  revision: number | null;
  authorId: string;
  author: string;
  at: string;
  text: string;
  /** Names of colleagues called by `@`. */
  mentions: { id: string; name: string }[];
}

interface NoteRow {
  seq: number | string;
  revision: number | null;
  author_id: string;
  author_name: string;
  at: string;
  text: string;
  mentions: string;
}

/** Adds a note under the next number. To be called inside the door: its lock is what makes the numbers follow each other. */
export const appendNote = async (trx: Knex.Transaction, note: Omit<Note, 'seq'> & { documentId: string }): Promise<number> => {
  const row = (await trx('review_note').max({ last: 'seq' }).first()) as { last: number | string | null };
  const seq = Number(row.last ?? 0) + 1;
  await trx('review_note').insert({
    seq,
    document_id: note.documentId,
    revision: note.revision,
    author_id: note.authorId,
    author_name: note.author,
    at: note.at,
    text: note.text,
    mentions: JSON.stringify(note.mentions),
  });
  return seq;
};

/** Notes of a document, oldest first. */
export const notesOf = async (knex: Knex, documentId: string): Promise<Note[]> =>
  ((await knex('review_note').where({ document_id: documentId }).orderBy('seq')) as NoteRow[]).map((row) => ({
    seq: Number(row.seq),
    revision: row.revision,
    authorId: row.author_id,
    author: row.author_name,
    at: row.at,
    text: row.text,
    mentions: JSON.parse(row.mentions) as Note['mentions'],
  }));
