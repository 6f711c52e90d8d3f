import type { BundleAnswer, Engine } from './engine.ts';
import type { PagefindFilters } from './pagefind-api.ts';
import type { PointedBundle } from './pointer.ts';

/** How many results there are for each value of each choice of the form. */
export type Counts = Record<'column' | 'department' | 'validity' | 'year', Record<string, number>>;

/** Fields of the index that are counted; years are sums of months. */
const COUNTED = ['column', 'department', 'validity', 'month'] as const;

/**
 * Counts what each other choice would bring: for every field that is chosen the question is asked without it, since among what is
 * chosen the others are 0. What Pagefind needs for it is loaded here, after the first results are shown.
 */
export async function countsFor(engine: Engine, terms: string[], bundles: PointedBundle[], filters: PagefindFilters): Promise<Counts> {
  await engine.countFilters();
  const asked = await engine.ask(terms, bundles, { filters });
  const counts: Record<string, Record<string, number>> = {};
  for (const name of COUNTED) {
    const answers = name in filters ? await engine.ask(terms, bundles, { filters: without(filters, name) }) : asked;
    counts[name] = summed(answers, name);
  }
  const { column = {}, department = {}, validity = {}, month = {} } = counts;
  return { column, department, validity, year: yearsOf(month) };
}

const without = (filters: PagefindFilters, left: string): PagefindFilters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => name !== left));

export function summed(answers: Pick<BundleAnswer, 'counts'>[], name: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { counts } of answers) {
    for (const [value, count] of Object.entries(counts[name] ?? {})) if (count > 0) sums[value] = (sums[value] ?? 0) + count;
  }
  return sums;
}

export function yearsOf(months: Record<string, number>): Record<string, number> {
  const years: Record<string, number> = {};
  for (const [month, count] of Object.entries(months)) years[month.slice(0, 4)] = (years[month.slice(0, 4)] ?? 0) + count;
  return years;
}
