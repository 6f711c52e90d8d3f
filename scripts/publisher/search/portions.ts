import { BASE_CHARACTERS, BASE_DOCUMENTS, staysTogether } from './compaction.ts';

/** What cutting needs to know of a document. */
export interface Outline {
  id: string;
  official: boolean;
  /** `yyyymmddhhmmss`, empty without a date. */
  date: string;
  /** Characters of its body as HTML: at least those of its text. */
  characters: number;
}

/**
 * Cuts documents into bundles of about equal size, none over the limits: official documents apart from the others, each by date, so that
 * the page can ask first what matters first and pass over bundles outside a year.
 * @param limit characters of a bundle
 */
export function cutIntoPortions(outlines: Outline[], limit: number = BASE_CHARACTERS): string[][] {
  if (outlines.length === 0) return [];
  if (staysTogether(outlines.length, charactersOf(outlines), limit)) return [byDate(outlines).map(({ id }) => id)];
  const official = outlines.filter((outline) => outline.official);
  const other = outlines.filter((outline) => !outline.official);
  return [official, other].flatMap((part) => cut(part, limit));
}

function cut(outlines: Outline[], limit: number): string[][] {
  const total = charactersOf(outlines);
  const byLength = Math.ceil(total / limit);
  const byNumber = Math.ceil(outlines.length / BASE_DOCUMENTS);
  const pieces = Math.max(byLength, byNumber);
  const hasItsShare = (documents: number, characters: number): boolean =>
    byLength > byNumber ? characters >= total / pieces : documents >= outlines.length / pieces;
  const portions: string[][] = [];
  let portion: string[] = [];
  let characters = 0;
  for (const outline of byDate(outlines)) {
    const isFull = portion.length === BASE_DOCUMENTS || characters + outline.characters > limit;
    if (isFull || (portions.length < pieces - 1 && hasItsShare(portion.length, characters))) {
      portions.push(portion);
      portion = [];
      characters = 0;
    }
    portion.push(outline.id);
    characters += outline.characters;
  }
  return [...portions, portion].filter(({ length }) => length > 0);
}

const charactersOf = (outlines: Outline[]): number => outlines.reduce((total, { characters }) => total + characters, 0);

const byDate = (outlines: Outline[]): Outline[] =>
  [...outlines].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || (a.id < b.id ? -1 : 1));
