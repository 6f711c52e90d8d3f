/** The list of bundles, written by the publisher (`scripts/publisher/search/pointer.ts`) with every release. */
export interface Pointer {
  version: 1;
  /** Address of the bundle that carries Pagefind's own code. */
  engine: string;
  /** Documents no bundle holds yet. */
  waiting: number;
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
  /** Fragments never to be shown: superseded, withdrawn, or no document. Each with its facets after it, where they are known. */
  leaveOut: string[];
}

/** Facets of a document that is not to be shown, to be taken from counts. */
export type LeftOut = Partial<Record<'column' | 'department' | 'month' | 'validity', string>>;

const ADDRESS = '/search/bundles.json';

/** The present list. The server is asked every time, since what was withdrawn a second ago must not be shown. */
export async function fetchPointer(): Promise<Pointer> {
  const response = await fetch(ADDRESS, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  const pointer: Pointer = await response.json();
  return pointer;
}

const leftOut = new WeakMap<PointedBundle, Map<string, LeftOut>>();

/** What is not to be shown of a bundle, by fragment. Read once: a sentence asks each bundle dozens of times. */
export function leftOutOf(bundle: PointedBundle): Map<string, LeftOut> {
  let left = leftOut.get(bundle);
  if (!left) leftOut.set(bundle, (left = readLeftOut(bundle)));
  return left;
}

function readLeftOut({ leaveOut }: PointedBundle): Map<string, LeftOut> {
  return new Map(
    leaveOut.map((line) => {
      const [fragment = '', ...values] = line.split(' ');
      const [column, department, month, validity] = values;
      const facets = Object.entries({ column, department, month, validity }).filter(([, value]) => value);
      return [fragment, Object.fromEntries(facets)];
    }),
  );
}

/** Years the bundles hold, newest first. */
export function yearsOf({ bundles }: Pick<Pointer, 'bundles'>): number[] {
  const dated = bundles.filter(({ oldest }) => oldest !== '');
  if (dated.length === 0) return [];
  const first = Math.min(...dated.map(({ oldest }) => Number(oldest.slice(0, 4))));
  const last = Math.max(...dated.map(({ newest }) => Number(newest.slice(0, 4))));
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

/** Bundles worth asking for a span of months. Undated ones are worth it only without one. */
export const bundlesFor = (bundles: PointedBundle[], span: { first: string; last: string } | null): PointedBundle[] =>
  bundles.filter(({ oldest, newest }) => !span || (oldest !== '' && oldest.slice(0, 6) <= span.last && span.first <= newest.slice(0, 6)));

/**
 * In which order bundles are asked: official documents and whatever is newest together, then other documents by age, the newest first, one
 * bundle, then two, then four: what is rare is not found out one by one over decades. Each step is asked only when the ones before
 * brought too little, or on request.
 */
export function stepsOf(bundles: PointedBundle[]): PointedBundle[][] {
  const isOld = ({ official, kind }: PointedBundle): boolean => official === 'none' && kind === 'base';
  const old = bundles.filter(isOld).sort((a, b) => (a.newest > b.newest ? -1 : 1));
  const steps = [bundles.filter((bundle) => !isOld(bundle))];
  for (let size = 1; old.length > 0; size *= 2) steps.push(old.splice(0, size));
  return steps.filter(({ length }) => length > 0);
}
