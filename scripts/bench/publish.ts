import type { Bench, BenchContext, BenchFigures } from './bench.ts';
import { BUDGETS } from '../judges/budgets.ts';
import { firstQueries, type FirstQuery } from './publish/first-query.ts';
import { openPortalAtSize } from './publish/portal-at-size.ts';
import { referenceBuild } from './publish/reference.ts';
import { readyForRelease, timedRelease, type Sighting } from './publish/releases.ts';
import { percentile, ratio, rounded } from './timing.ts';

const RELEASES = 30;
const SIZES = [2_000, 25_000];

interface Measured {
  documents: number;
  times: number[];
  sightings: Sighting[];
  firstQueries: FirstQuery[];
  referenceMs: number;
}

const measure = async (context: BenchContext, documents: number): Promise<Measured> => {
  const at = await openPortalAtSize(context.folder, context.corpora(), documents, context.progress);
  try {
    // One goes first and is not counted: the first release of a portal starts processes.
    await timedRelease(at, await readyForRelease(at, 0));
    const sightings: Sighting[] = [];
    await context.progress.step(`${RELEASES} 次发布，已上线 ${documents} 条`, async (say) => {
      for (let number = 1; number <= RELEASES; number += 1) {
        const sighting = await timedRelease(at, await readyForRelease(at, number));
        sightings.push(sighting);
        say(`第 ${number} 次 ${Math.round(sighting.totalMs)} 毫秒（页面 ${Math.round(sighting.placesMs)}，搜索 ${Math.round(sighting.searchMs)}）`);
      }
    });
    const asked = await context.progress.step('第一次查询', () => firstQueries(at));
    const times = sightings.map(({ totalMs }) => totalMs);
    return { documents, sightings, times, firstQueries: asked, referenceMs: await referenceBuild(at.settings) };
  } finally {
    await at.close();
  }
};

const bytesOf = (queries: FirstQuery[]): number[] => queries.map(({ bytes }) => bytes);

const figures = ({ times, sightings, firstQueries: asked, referenceMs }: Measured): BenchFigures => ({
  p50Ms: rounded(percentile(times, 0.5)),
  p95Ms: rounded(percentile(times, 0.95)),
  placesP50Ms: rounded(percentile(sightings.map(({ placesMs }) => placesMs), 0.5)),
  searchP50Ms: rounded(percentile(sightings.map(({ searchMs }) => searchMs), 0.5)),
  p50ToPlainBuildRatio: ratio(percentile(times, 0.5), referenceMs),
  p95ToPlainBuildRatio: ratio(percentile(times, 0.95), referenceMs),
  firstQueryBytesP50: rounded(percentile(bytesOf(asked), 0.5)),
  firstQueryBytesP95: rounded(percentile(bytesOf(asked), 0.95)),
});

const kB = (bytes: number[], share: number): string => (percentile(bytes, share) / 1000).toFixed(0);

/**
 * From sending the release request until page, column, month, feed, sitemap and the search, asked by a fresh browser, all show the
 * document; and what a reader's first query fetches. Reference: a plain `astro build` of a dozen of the same pages.
 */
export const publishBench: Bench = {
  async run(context) {
    const sizes = context.documents ? [context.documents] : SIZES;
    const measured: Measured[] = [];
    for (const documents of sizes) measured.push(await measure(context, documents));
    const growth = measured.length > 1 ? ratio(percentile(measured.at(-1)?.times ?? [], 0.5), percentile(measured[0]?.times ?? [], 0.5)) : null;
    return {
      table: [
        ['已上线', '中位毫秒', '95% 毫秒', '为普通构建的倍数'],
        ...measured.map((one) => [String(one.documents), percentile(one.times, 0.5).toFixed(0), percentile(one.times, 0.95).toFixed(0), String(ratio(percentile(one.times, 0.5), one.referenceMs))]),
        [],
        ['从打开检索页到第一次短查询有结果', '中位 kB', '95% kB', `预算 ${BUDGETS.firstQueryBytes / 1000} kB`],
        ...measured.map((one) => [`已上线 ${one.documents} 条`, kB(bytesOf(one.firstQueries), 0.5), kB(bytesOf(one.firstQueries), 0.95)]),
      ],
      json: { ...Object.fromEntries(measured.map((one) => [`documents${one.documents}`, figures(one)])), growth },
    };
  },
};
