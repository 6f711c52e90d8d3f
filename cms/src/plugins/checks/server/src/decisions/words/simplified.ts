// The dictionary by itself: OpenCC's converter folds phrases, after which no place in the text is known any more.
import dictionary from 'opencc-js/dict/TSCharacters';

/** `traditional simplified …|traditional simplified …` */
const TABLE = new Map(
  (dictionary as string).split('|').map((entry): [string, string] => {
    const [traditional = '', simplified = ''] = entry.split(' ');
    return [traditional, simplified];
  }),
);

/** One character in its simplified form, lower case: how words of the lists and of texts are compared. */
export const simplified = (character: string): string => TABLE.get(character) ?? (character < '\u2e80' ? character.toLowerCase() : character);
