import { monthsFilter } from './engine.ts';
import type { PagefindFilters } from './pagefind-api.ts';
import { bundlesFor, stepsOf, yearsOf } from './pointer.ts';
import type { PointedBundle, Pointer } from './pointer.ts';
import { FACETS, monthsOf, spanOf } from './question.ts';
import type { Question } from './question.ts';

/** What was searched and what was not, as it is said to the reader. */
export interface Scope {
  documents: number;
  /** Years searched, newest first. */
  years: number[];
  /** Documents not searched yet, and their years. */
  left: { documents: number; years: number[] } | null;
  /** Documents that cannot be searched for some minutes. */
  waiting: number;
}

/** A question, with the bundles it is worth asking in their order, and its filters. */
export interface Asking {
  pointer: Pointer;
  question: Question;
  filters: PagefindFilters;
  steps: PointedBundle[][];
}

/** What a whole question is asked of: official documents; where there are none, everything. */
export function officialAmong(steps: PointedBundle[][]): PointedBundle[] {
  const official = steps.flat().filter((bundle) => bundle.official !== 'none');
  return official.length > 0 ? official : steps.flat();
}

/** How a question is put to the bundles of a release. */
export function askingOf(pointer: Pointer, question: Question): Asking {
  const span = spanOf(question);
  const bundles = bundlesFor(pointer.bundles, span);
  const days = bundles.filter(({ oldest }) => oldest !== '').flatMap(({ oldest, newest }) => [oldest, newest]).sort();
  const months = span && monthsOf(span, days[0] ?? '', days.at(-1) ?? '');
  const chosen = Object.fromEntries(FACETS.filter((name) => question[name] !== '').map((name) => [name, question[name]]));
  return { pointer, question, steps: stepsOf(bundles), filters: monthsFilter(chosen, months) };
}

const documentsOf = (bundles: PointedBundle[]): number => bundles.reduce((sum, { documents }) => sum + documents, 0);

export function scopeOf({ waiting }: Pointer, asked: PointedBundle[], left: PointedBundle[]): Scope {
  const rest = { documents: documentsOf(left), years: yearsOf({ bundles: left }) };
  return { documents: documentsOf(asked), years: yearsOf({ bundles: asked }), left: left.length > 0 ? rest : null, waiting };
}
