/** Text of a file in the order a reader sees it. Tables keep rows and columns, so that a head can be known for its cells. */
export interface Extracted {
  paragraphs: { label: string; text: string }[];
  tables: { label: string; cells: { row: number; column: number; text: string; header: boolean }[] }[];
  /** Why not all of it could be read, for the person who must look; null: all of it was. */
  unreadable: string | null;
}

export const nothingRead = (unreadable: string): Extracted => ({ paragraphs: [], tables: [], unreadable });

/** Beyond these a file is not read further, and the person is told so. */
export const LIMITS = {
  fileBytes: 60 * 1024 * 1024,
  unpackedBytes: 150 * 1024 * 1024,
  pages: 500,
  cells: 200_000,
  characters: 5_000_000,
  milliseconds: 30_000,
  heapMegabytes: 768,
} as const;
