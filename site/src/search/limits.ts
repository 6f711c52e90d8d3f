import { toQuery } from '../../search/bigrams.ts';
import { asItIs } from '../../search/characters.ts';
import type { Simplify } from '../../search/characters.ts';
import type { Question } from './question.ts';

export const PAGE_LENGTH = 10;
/** Results of the first page that are read before anything is shown. */
export const FIRST_LENGTH = 5;
/** With so many terms, a title or a whole sentence, the first bundles hardly ever have enough: all are asked at once. */
const SELDOM_ENOUGH = 7;

/** How many results to read at first: half a page, or all the pages the address says were shown before. */
export const readAtFirst = ({ page }: Question): number => (page > 1 ? page * PAGE_LENGTH : FIRST_LENGTH);

/** Whether it is a title or a whole sentence. */
export const isSentence = (text: string, simplify: Simplify = asItIs): boolean => toQuery(text, simplify).terms.length >= SELDOM_ENOUGH;

/** Too little to ask with: nothing, or one character by itself. */
export class TooShort extends Error {}
