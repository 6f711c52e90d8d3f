import type { Bench } from './bench.ts';
import { openPortalAtSize, untilSettled } from './publish/portal-at-size.ts';
import { referenceBuild } from './publish/reference.ts';
import { readyForRelease, timedRelease, timedWithdrawal, type Released } from './publish/releases.ts';
import { tracesOf } from './publish/traces.ts';
import { percentile, ratio, rounded } from './timing.ts';

const WITHDRAWALS = 20;
const LEAKS = 3;
const DEFAULT_DOCUMENTS = 25_000;

/**
 * From sending the confirmation until page, column, month, feed, sitemap and search are free of the document; and for leaks, what is
 * left of them anywhere: in the served tree, kept releases, the replica, the decoded search indexes.
 */
export const withdrawBench: Bench = {
  async run(context) {
    const at = await openPortalAtSize(context.folder, context.corpora(), context.documents ?? DEFAULT_DOCUMENTS, context.progress);
    try {
      const documents: Released[] = [];
      await context.progress.step(`发布 ${WITHDRAWALS + LEAKS} 条备撤`, async (say) => {
        for (let number = 0; number < WITHDRAWALS + LEAKS; number += 1) {
          const document = await readyForRelease(at, number);
          await timedRelease(at, document);
          documents.push(document);
          say(String(number + 1));
        }
      });
      const times: number[] = [];
      for (const document of documents.slice(0, WITHDRAWALS)) times.push((await context.progress.step('撤回', () => timedWithdrawal(at, document, 'error'))).totalMs);
      const leaks = documents.slice(WITHDRAWALS);
      const before = await tracesOf(at.settings, leaks);
      const leakTimes: number[] = [];
      for (const document of leaks) leakTimes.push((await context.progress.step('以泄密撤回', () => timedWithdrawal(at, document, 'leak'))).totalMs);
      await context.progress.step('等待清除', (say) => untilSettled(at.settings, say));
      const traces = await tracesOf(at.settings, leaks);
      const referenceMs = await referenceBuild(at.settings);
      return {
        table: [
          ['撤回', '次数', '中位毫秒', '95% 毫秒', '为普通构建的倍数'],
          ['发布错误', String(times.length), percentile(times, 0.5).toFixed(0), percentile(times, 0.95).toFixed(0), String(ratio(percentile(times, 0.5), referenceMs))],
          ['泄密', String(leakTimes.length), percentile(leakTimes, 0.5).toFixed(0), percentile(leakTimes, 0.95).toFixed(0), String(ratio(percentile(leakTimes, 0.5), referenceMs))],
          ['泄密前的痕迹（检查本身有效）', String(before.length)],
          ['泄密后的痕迹', String(traces.length), traces.slice(0, 3).join('；')],
        ],
        json: {
          documents: at.documents,
          p50Ms: rounded(percentile(times, 0.5)),
          p95Ms: rounded(percentile(times, 0.95)),
          p50ToPlainBuildRatio: ratio(percentile(times, 0.5), referenceMs),
          leakP50Ms: rounded(percentile(leakTimes, 0.5)),
          leakToPlainBuildRatio: ratio(percentile(leakTimes, 0.5), referenceMs),
          tracesBeforeLeak: before.length,
          tracesAfterLeak: traces.length,
        },
      };
    } finally {
      await at.close();
    }
  },
};
