/** The list of bundles, written by the publisher (`scripts/publisher/search/pointer.ts`) with every release. */
export interface Pointer {
  version: 1;
  /** Address of the bundle that carries Pagefind's own code. */
  engine: string;
  bundles: PointedBundle[];
}

export interface PointedBundle {
  path: string;
  kind: 'base' | 'warm' | 'hot';
  /** Whether it holds official documents only, others only, or both. */
  official: 'all' | 'none' | 'some';
  documents: number;
  /** First and last day, `yyyymmdd`; empty without dated documents. */
  oldest: string;
  newest: string;
  /** Fragments never to be shown: superseded, withdrawn, or no document. */
  leaveOut: string[];
}

const ADDRESS = '/search/bundles.json';

/** The present list. The server is asked every time, since what was withdrawn a second ago must not be shown. */
export async function fetchPointer(): Promise<Pointer> {
  const response = await fetch(ADDRESS, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  const pointer: Pointer = await response.json();
  return pointer;
}

/** Years the bundles hold, newest first. */
export function yearsOf({ bundles }: Pointer): number[] {
  const dated = bundles.filter(({ oldest }) => oldest !== '');
  if (dated.length === 0) return [];
  const first = Math.min(...dated.map(({ oldest }) => Number(oldest.slice(0, 4))));
  const last = Math.max(...dated.map(({ newest }) => Number(newest.slice(0, 4))));
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}
