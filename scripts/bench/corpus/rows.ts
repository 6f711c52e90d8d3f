import { columns } from '../../demonstration/columns.ts';
import { departments } from '../../demonstration/departments.ts';
import type { ImportRow } from '../../import/convert.ts';
import type { Pool } from './paragraphs.ts';
import { seeded, type Random } from './random.ts';

/** Share of each column in a portal's output, per thousand: four fifths are news (the model portal: more than 30 items a day). */
const SHARES: Record<string, number> = {
  szyw: 170, ldhd: 70, zwdt: 110, bmdt: 250, xsdt: 200,
  gsgg: 70, gwzx: 30, zcwj: 28, gfxwj: 10, zcjd: 15, tjsj: 10, gzbg: 6, zdbs: 6, xxgkzn: 6, ldzc: 3, jgzn: 4, rdzt: 6, yjxx: 6,
};

const YEARS = 20;
const DAY_MS = 24 * 3600 * 1000;
const END = Date.UTC(2026, 10, 20, 2);
const OFFICIAL = new Set(['zcwj', 'gfxwj']);

const wheel = columns.flatMap(({ code }) => Array.from({ length: SHARES[code] ?? 1 }, () => code));

/** More is published every year: the square root puts three quarters into the second ten years. */
const momentOf = (random: Random): string => {
  const days = Math.floor(YEARS * 365 * Math.sqrt(random.next()));
  return new Date(END - (YEARS * 365 - days) * DAY_MS + random.below(8 * 3600) * 1000).toISOString();
};

const bodyOf = (random: Random, pool: Pool, official: boolean): string => {
  const count = official ? 8 + random.below(24) : 3 + random.below(7);
  return Array.from({ length: count }, () => `<p>${random.pick(pool.paragraphs)}</p>`).join('');
};

/** Two titles make a third, so that titles are many and read like titles. */
const titleOf = (random: Random, pool: Pool): string => {
  const [first, second] = [random.pick(pool.titles), random.pick(pool.titles)];
  const cut = (title: string, from: number, to: number) => title.slice(Math.floor(title.length * from), Math.floor(title.length * to));
  return `${cut(first, 0, 0.6)}${cut(second, 0.4, 1)}`.slice(0, 60) || first;
};

/** Rows of a published corpus from a seed, in no order of time. */
export function* corpusRows(pool: Pool, seed: number, count: number): Generator<ImportRow> {
  const random = seeded(seed);
  for (let line = 1; line <= count; line += 1) {
    const column = random.pick(wheel);
    const official = OFFICIAL.has(column);
    const publishedAt = momentOf(random);
    const department = random.pick(departments);
    yield {
      key: `${seed}-${line}`,
      line,
      column,
      department: department.code,
      title: titleOf(random, pool),
      body: bodyOf(random, pool, official),
      publishedAt,
      sourceName: department.name,
      ...(official
        ? {
            issuer: department.name,
            documentNumber: `示政发〔${publishedAt.slice(0, 4)}〕${1 + random.below(200)}号`,
            writtenOn: publishedAt.slice(0, 10),
            validity: random.next() < 0.9 ? ('valid' as const) : ('invalid' as const),
          }
        : {}),
    };
  }
}
