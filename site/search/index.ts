export { fold, foldCharacter } from './characters.ts';
export type { Simplify } from './characters.ts';
export { GUARD, tidy, toCleanText, toIndexText, toQuery } from './bigrams.ts';
export type { Query } from './bigrams.ts';
export { textOfHtml } from './html-text.ts';
export { simplify } from './traditional.ts';
