import type { Bench, BenchContext, BenchFigures } from './bench.ts';
import { openPortalAtSize, untilSettled } from './publish/portal-at-size.ts';
import { referenceBuild } from './publish/reference.ts';
import { readyForRelease, timedRelease, timedWithdrawal, type Released } from './publish/releases.ts';
import { tracesOf } from './publish/traces.ts';
import { percentile, ratio, rounded } from './timing.ts';

const WITHDRAWALS = 30;
const LEAKS = 3;
const SIZES = [2_000, 25_000];

interface Measured {
  documents: number;
  times: number[];
  leakTimes: number[];
  /** What of the leaked documents stood in the portal before they were withdrawn, and after. */
  tracesBefore: string[];
  tracesAfter: string[];
  referenceMs: number;
}

const measure = async (context: BenchContext, size: number): Promise<Measured> => {
  const at = await openPortalAtSize(context.folder, context.corpora(), size, context.progress);
  const withdraw = async (documents: Released[], kind: 'error' | 'leak', what: string): Promise<number[]> => {
    const times: number[] = [];
    for (const document of documents) times.push((await context.progress.step(what, () => timedWithdrawal(at, document, kind))).totalMs);
    return times;
  };
  try {
    const documents: Released[] = [];
    await context.progress.step(`发布 ${WITHDRAWALS + LEAKS} 条备撤，已上线 ${size} 条`, async (say) => {
      for (let number = 0; number < WITHDRAWALS + LEAKS; number += 1) {
        const document = await readyForRelease(at, number);
        await timedRelease(at, document);
        documents.push(document);
        say(String(number + 1));
      }
    });
    const leaks = documents.slice(WITHDRAWALS);
    const times = await withdraw(documents.slice(0, WITHDRAWALS), 'error', '撤回');
    const tracesBefore = await tracesOf(at.settings, leaks);
    const leakTimes = await withdraw(leaks, 'leak', '以泄密撤回');
    await context.progress.step('等待清除', (say) => untilSettled(at.settings, say));
    const tracesAfter = await tracesOf(at.settings, leaks);
    return { documents: at.documents, times, leakTimes, tracesBefore, tracesAfter, referenceMs: await referenceBuild(at.settings) };
  } finally {
    await at.close();
  }
};

const figures = ({ times, leakTimes, tracesBefore, tracesAfter, referenceMs }: Measured): BenchFigures => ({
  p50Ms: rounded(percentile(times, 0.5)),
  p95Ms: rounded(percentile(times, 0.95)),
  p50ToPlainBuildRatio: ratio(percentile(times, 0.5), referenceMs),
  p95ToPlainBuildRatio: ratio(percentile(times, 0.95), referenceMs),
  leakP50Ms: rounded(percentile(leakTimes, 0.5)),
  leakToPlainBuildRatio: ratio(percentile(leakTimes, 0.5), referenceMs),
  tracesBeforeLeak: tracesBefore.length,
  tracesAfterLeak: tracesAfter.length,
});

const line = (what: string, times: number[], referenceMs: number): string[] => [
  ...[what, String(times.length), percentile(times, 0.5).toFixed(0), percentile(times, 0.95).toFixed(0)],
  String(ratio(percentile(times, 0.5), referenceMs)),
];

/**
 * From sending the confirmation until page, column, month, feed, sitemap and search are free of the document; and for leaks, what is
 * left of them anywhere: in the served tree, kept releases, the replica, the decoded search indexes. Reference: a plain `astro build`
 * of a dozen of the same pages.
 */
export const withdrawBench: Bench = {
  async run(context) {
    const measured: Measured[] = [];
    for (const size of context.documents ? [context.documents] : SIZES) measured.push(await measure(context, size));
    const [first, last] = [measured[0], measured.at(-1)];
    return {
      table: [
        ['撤回', '次数', '中位毫秒', '95% 毫秒', '为普通构建的倍数'],
        ...measured.flatMap((one) => [
          line(`发布错误，已上线 ${one.documents} 条`, one.times, one.referenceMs),
          line(`泄密，已上线 ${one.documents} 条`, one.leakTimes, one.referenceMs),
          ['泄密前的痕迹（检查本身有效）', String(one.tracesBefore.length)],
          ['泄密后的痕迹', String(one.tracesAfter.length), one.tracesAfter.slice(0, 3).join('；')],
        ]),
      ],
      json: {
        ...Object.fromEntries(measured.map((one) => [`documents${one.documents}`, figures(one)])),
        growth: first && last && first !== last ? ratio(percentile(last.times, 0.5), percentile(first.times, 0.5)) : null,
      },
    };
  },
};
