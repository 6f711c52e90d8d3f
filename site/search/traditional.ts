// @ts-expect-error the package has no types for its dictionaries
import dictionary from 'opencc-js/dict/TSCharacters';
import type { Simplify } from './characters.ts';

/** `traditional simplified|traditional simplified|…` */
const table: string = dictionary;

/**
 * One character for one character, without OpenCC's table of phrases: a pair at the edge of a phrase would otherwise be folded by its
 * neighbours in the text and not in the query. What that gets wrong (乾隆 → 干隆) it gets wrong on both sides alike.
 */
const simplified = new Map(
  table.split('|').map((entry): [string, string] => {
    const [traditional = '', forms = ''] = entry.split(' ');
    return [traditional, forms];
  }),
);

/** Traditional → simplified, after OpenCC's TSCharacters. 15 kB on the wire: a browser loads it only for a query that found nothing. */
export const simplify: Simplify = (character) => simplified.get(character) ?? character;
