import type { Hit } from './hit.ts';
import type { Counts } from './counts.ts';
import type { Question } from './question.ts';
import type { Found } from './search.ts';

/** What the page asks of the searcher in its worker. */
export type Asked =
  | { what: 'prepare'; typed: string }
  | { what: 'find'; question: Question }
  | { what: 'first'; found: number; count: number }
  | { what: 'counts'; found: number };

export type Call = Asked & { id: number };

/** What was found, as far as it can be sent. `found` stands for it in later calls. */
export interface SentFound extends Omit<Found, 'first' | 'counts'> {
  found: number;
  years: number[];
}

/** What each call brings. */
export interface Brought {
  prepare: null;
  find: SentFound;
  first: Hit[];
  counts: Counts | null;
}

export type Answer = { id: number } & ({ value: Brought[keyof Brought] } | { fault: 'too-short' | 'failed'; message: string });
