import { toIndexText } from '@gongkai/site/search';
import { decode } from 'cbor-x';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** `pagefind_dcd` in front of every unpacked file of an index. */
const MARK = 12;
/** So many pairs in a row are no accident. */
const SHORTEST_RUN = 4;

/** `[word, [[page, [positions and weights], …], …], …]`; pages and positions as differences, weights below zero. */
type Posting = [page: number, positions: number[], ...rest: unknown[]];
type Word = [word: string, postings: Posting[], ...rest: unknown[]];

/** Runs of Han pairs of a passage, as the index spells them. */
const runsOf = (passage: string): string[][] =>
  passage
    .split(/[^\p{Script=Han}]+/u)
    .filter((run) => [...run].length > SHORTEST_RUN)
    .map((run) => toIndexText(run).trim().split(/\s+/).filter((word) => [...word.replace(/^x/, '')].length === 2));

const placesIn = (chunk: Buffer, wanted: Set<string>, places: Map<string, Set<string>>): void => {
  const [words] = decode(chunk.subarray(MARK)) as [Word[]];
  for (const [word, postings] of words) {
    if (!wanted.has(word)) continue;
    const known = places.get(word) ?? new Set<string>();
    let page = 0;
    for (const [step, positions] of postings) {
      page += step;
      let position = 0;
      for (const value of positions) {
        if (value < 0) continue;
        position += value;
        known.add(`${page}:${position}`);
      }
    }
    places.set(word, known);
  }
};

/** Whether pairs stand one behind the other somewhere in the index: then the text can be read out of it. */
const standsInARow = (run: string[], places: Map<string, Set<string>>): boolean =>
  [...(places.get(run[0] ?? '') ?? [])].some((start) => {
    const [page, position] = start.split(':').map(Number);
    return run.every((word, offset) => places.get(word)?.has(`${page}:${(position ?? 0) + offset}`));
  });

/**
 * Looks whether a passage could be put together again from the postings of a search bundle, even where no fragment of it is left.
 * @param bundle folder of a Pagefind bundle
 * @returns the runs of characters that could
 */
export const readableFrom = (bundle: string, passages: string[]): string[] => {
  const folder = join(bundle, 'index');
  if (!existsSync(folder)) return [];
  const runs = passages.flatMap(runsOf).filter((run) => run.length >= SHORTEST_RUN);
  const wanted = new Set(runs.flat().flatMap((word) => [word, `x${word.replace(/^x/, '')}`]));
  const places = new Map<string, Set<string>>();
  for (const name of readdirSync(folder)) placesIn(gunzipSync(readFileSync(join(folder, name))), wanted, places);
  return runs.filter((run) => standsInARow(run, places)).map((run) => run.join(' '));
};
