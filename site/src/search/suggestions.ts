import { fold } from '../../search/characters.ts';

/** `/search/suggestions.json`, made with the site (`site/page-data/search.ts`). */
export interface Suggestions {
  subjects: string[];
  titles: string[];
}

export const SUGGESTED_AT_MOST = 8;
const SUBJECTS_AT_MOST = 3;

/**
 * What to suggest for a text that is being typed: what begins with it before what has it inside, subjects before titles. A text of
 * several words is found in what has all of them.
 */
export function suggestionsFor(typed: string, { subjects, titles }: Suggestions): string[] {
  const words = fold(typed.trim()).split(/\s+/u).filter(Boolean);
  const text = words.join(' ');
  if (text === '' || words.length === 0) return [];
  const places = (list: string[]): string[] =>
    list
      .map((suggestion) => ({ suggestion, folded: fold(suggestion) }))
      .filter(({ folded }) => folded !== text && words.every((word) => folded.includes(word)))
      .sort((a, b) => Number(b.folded.startsWith(text)) - Number(a.folded.startsWith(text)))
      .map(({ suggestion }) => suggestion);
  const first = places(subjects).slice(0, SUBJECTS_AT_MOST);
  return [...new Set([...first, ...places(titles)])].slice(0, SUGGESTED_AT_MOST);
}

const ADDRESS = '/search/suggestions.json';

/** Without suggestions the box is a box: nobody is told. */
export async function fetchSuggestions(): Promise<Suggestions> {
  const response = await fetch(ADDRESS).catch(() => null);
  if (!response?.ok) return { subjects: [], titles: [] };
  const suggestions: Suggestions = await response.json();
  return suggestions;
}
