import type { SearchRecord } from './record.ts';

/** Stands in the folder of a bundle. */
export const COMMON_FILE = 'common.json';
/** In a smaller bundle every pair is rare, and asking for one costs nothing. */
export const WORTH_COUNTING = 200;
/** Shares of documents, in per cent, from the most common down; a pair stands under the first it reaches. */
const STEPS = [50, 30, 20, 10, 5] as const;
const HAN_PAIR = /^x\p{Script=Han}{2}$/u;

/** Pairs that are in many documents of a bundle, run together under the share they reach, per cent: `{ "50": "规定应当…" }`. */
export type CommonPairs = Record<string, string>;

/**
 * Counts in how many documents each pair is. The search page asks a whole question pair by pair, the rare ones first, and leaves out
 * what is everywhere; Pagefind tells how common a pair is only after it was asked for.
 */
export function commonPairs(): { count(record: SearchRecord): void; table(): CommonPairs } {
  const counts = new Map<string, number>();
  let documents = 0;
  return {
    count({ content, meta }) {
      documents += 1;
      for (const token of new Set(`${meta['title'] ?? ''} ${content}`.split(' '))) counts.set(token, (counts.get(token) ?? 0) + 1);
    },
    table() {
      const table: CommonPairs = {};
      for (const [token, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
        const step = STEPS.find((share) => count * 100 >= share * documents);
        if (step !== undefined && HAN_PAIR.test(token)) table[step] = (table[step] ?? '') + token.slice(1);
      }
      return table;
    },
  };
}
