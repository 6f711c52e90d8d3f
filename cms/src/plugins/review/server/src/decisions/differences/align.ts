import { diffArrays } from 'diff';

/** How one thing of a list became another. */
export type Step<T> =
  | { kind: 'same'; before: T; after: T }
  | { kind: 'changed'; before: T; after: T }
  | { kind: 'added'; after: T }
  | { kind: 'removed'; before: T };

/** Pairs of bigrams two texts share, 0 to 1 (Dice): 1 for equal texts, 0 for texts without two characters in a row in common. */
export const likeness = (one: string, other: string): number => {
  if (one === other) return 1;
  if (one.length < 2 || other.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let at = 0; at < one.length - 1; at += 1) {
    const pair = one.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < other.length - 1; at += 1) {
    const pair = other.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / (one.length + other.length - 2);
};

/** Pairs compared at most: 200 changed paragraphs with 200 others. Beyond it, the first is compared with the first, and so on. */
const MOST_PAIRS = 40_000;

interface Similar<T> {
  key(item: T): string;
  /** 0 to 1; at or below 0 two things are never taken for one that changed. */
  alike(one: T, other: T): number;
}

/** Inside a stretch of change: which of the old became which of the new, in order, so that the likeness of all pairs is greatest. */
const pairUp = <T>(old: T[], fresh: T[], { alike }: Similar<T>): Step<T>[] => {
  const inOrder = old.length * fresh.length > MOST_PAIRS;
  const score = (i: number, j: number): number => (inOrder && i !== j ? 0 : alike(old[i] as T, fresh[j] as T));
  const width = fresh.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const pair = new Float64Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const alikeness = score(i, j);
      pair[i * width + j] = alikeness;
      const together = alikeness > 0 ? alikeness + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(together, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const steps: Step<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const here = best[i * width + j] ?? 0;
    const alikeness = i < old.length && j < fresh.length ? (pair[i * width + j] ?? 0) : 0;
    if (alikeness > 0 && here === alikeness + (best[(i + 1) * width + j + 1] ?? 0)) {
      steps.push({ kind: 'changed', before: old[i] as T, after: fresh[j] as T });
      i += 1;
      j += 1;
    } else if (i < old.length && (j === fresh.length || here === (best[(i + 1) * width + j] ?? 0))) {
      steps.push({ kind: 'removed', before: old[i] as T });
      i += 1;
    } else {
      steps.push({ kind: 'added', after: fresh[j] as T });
      j += 1;
    }
  }
  return steps;
};

/** Lays two lists side by side: what is equal by `key` first, then in what is left, what is alike enough to have become the other. */
export const align = <T>(before: T[], after: T[], similar: Similar<T>): Step<T>[] => {
  const steps: Step<T>[] = [];
  let i = 0;
  let j = 0;
  let old: T[] = [];
  let fresh: T[] = [];
  const settle = () => {
    steps.push(...pairUp(old, fresh, similar));
    old = [];
    fresh = [];
  };
  for (const { count = 0, added, removed } of diffArrays(before.map(similar.key), after.map(similar.key))) {
    if (removed) old.push(...before.slice(i, i + count));
    else if (added) fresh.push(...after.slice(j, j + count));
    else {
      settle();
      for (let at = 0; at < count; at += 1) steps.push({ kind: 'same', before: before[i + at] as T, after: after[j + at] as T });
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  settle();
  return steps;
};
