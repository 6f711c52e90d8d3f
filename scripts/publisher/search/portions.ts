import { BASE_CHARACTERS } from './compaction.ts';

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
 * Cuts documents into bundles of about equal size, none over the limit: official documents apart from the others, each by date, so that
 * the page can ask first what matters first and pass over bundles outside a year.
 */
export function cutIntoPortions(outlines: Outline[], limit: number = BASE_CHARACTERS): string[][] {
  const total = charactersOf(outlines);
  const official = outlines.filter((outline) => outline.official);
  const other = outlines.filter((outline) => !outline.official);
  // What fits into one bundle stays in one: each bundle is asked by itself and costs a request a pair.
  if (total <= limit / 2) return outlines.length > 0 ? [idsByDate(outlines)] : [];
  return [official, other].flatMap((part) => cut(part, limit));
}

function cut(outlines: Outline[], limit: number): string[][] {
  const pieces = Math.max(1, Math.ceil(charactersOf(outlines) / limit));
  const share = charactersOf(outlines) / pieces;
  const portions: string[][] = Array.from({ length: pieces }, () => []);
  let before = 0;
  const byId = new Map(outlines.map((outline) => [outline.id, outline]));
  for (const id of idsByDate(outlines)) {
    portions[Math.min(pieces - 1, Math.floor(before / share))]?.push(id);
    before += byId.get(id)?.characters ?? 0;
  }
  return portions.filter((portion) => portion.length > 0);
}

const charactersOf = (outlines: Outline[]): number => outlines.reduce((total, { characters }) => total + characters, 0);

const idsByDate = (outlines: Outline[]): string[] =>
  [...outlines].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
