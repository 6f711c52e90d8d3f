import { join } from 'node:path';
import { openPortal } from '../trial/portal.ts';
import { startCms, trialSettings } from '../trial/trial.ts';
import type { Bench } from './bench.ts';
import { corporaFolder } from './corpus.ts';
import { fillCorpus } from './corpus/fill-corpus.ts';
import { readPool } from './corpus/paragraphs.ts';
import { bareCommits, bareInbox } from './desk/reference.ts';
import { timedDecisions, timedInboxes } from './desk/sittings.ts';
import { fillInbox } from './desk/waiting.ts';
import { percentile, ratio, rounded, timed } from './timing.ts';

const DEFAULT_DOCUMENTS = 200_000;
/** Items that wait for somebody: what a city's desk has on a bad Monday. */
const WAITING = 500;
const LOOKS = 40;
const DECISIONS = 100;

/** How long a person waits: for the inbox, and for one decision, on a portal of any size. */
export const deskBench: Bench = {
  async run({ folder, documents, seed, progress }) {
    const count = documents ?? DEFAULT_DOCUMENTS;
    const settings = await trialSettings({ dataFolder: join(folder, 'data') });
    const cms = await startCms(settings);
    try {
      const pool = await readPool(corporaFolder());
      const { ms: corpusMs } = await timed(() => progress.step(`写入 ${count} 条`, (say) => fillCorpus(settings, pool, { documents: count, seed }, say)));
      const portal = await openPortal(settings);
      const waiting = await progress.step(`送审 ${WAITING} 条`, (say) => fillInbox(portal, WAITING, say));
      const inboxes = await progress.step('看待办', () => timedInboxes(portal, LOOKS));
      const decisions = await progress.step('办理', () => timedDecisions(portal, waiting, DECISIONS));
      const inboxMs = percentile(inboxes, 0.5);
      const decisionMs = percentile(decisions, 0.5);
      const bareInboxMs = percentile(await bareInbox(settings, LOOKS), 0.5);
      const bareCommitMs = percentile(await bareCommits(folder, DECISIONS), 0.5);
      const json = {
        documents: count,
        seed,
        waiting: WAITING,
        corpusMs: rounded(corpusMs),
        inboxP50Ms: rounded(inboxMs),
        inboxP95Ms: rounded(percentile(inboxes, 0.95)),
        inboxToBareQueryRatio: ratio(inboxMs, bareInboxMs),
        decisionP50Ms: rounded(decisionMs),
        decisionP95Ms: rounded(percentile(decisions, 0.95)),
        bareCommitP50Ms: rounded(bareCommitMs),
        decisionToBareCommitRatio: ratio(decisionMs, bareCommitMs),
      };
      return {
        table: [
          ['', 'p50 毫秒', 'p95 毫秒', '为裸操作的倍数'],
          [`待办（${count} 条中 ${WAITING} 条待办）`, String(json.inboxP50Ms), String(json.inboxP95Ms), String(json.inboxToBareQueryRatio)],
          ['一次决定', String(json.decisionP50Ms), String(json.decisionP95Ms), String(json.decisionToBareCommitRatio)],
        ],
        json,
      };
    } finally {
      await cms.stop();
    }
  },
};
