export { fold, foldCharacter } from './characters.ts';
export type { Simplify } from './characters.ts';
export { GUARD, tidy, toCleanText, toIndexText, toQuery } from './bigrams.ts';
export type { Query } from './bigrams.ts';
export { documentNumberOf, isNumber, wordsOfNumber } from './document-number.ts';
export type { DocumentNumber } from './document-number.ts';
export { textOfHtml } from './html-text.ts';
export { simplify } from './traditional.ts';
