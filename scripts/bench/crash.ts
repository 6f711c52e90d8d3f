import { join } from 'node:path';
import { FAILPOINTS } from '../publisher/failpoint.ts';
import { startCms, startPublisher, startSite, trialSettings, type Part } from '../trial/trial.ts';
import { openPortal } from '../trial/portal.ts';
import type { Bench } from './bench.ts';
import { CrashTrial, CMS_FAILPOINTS } from './crash/crash-trial.ts';
import { seeded } from './corpus/random.ts';
import { rounded, timed } from './timing.ts';

const RANDOM_KILLS = 100;

/**
 * Kills the CMS and the publisher at every named step and at random moments while commands are under way, starts them again, and
 * looks for what is lost, doubled or half visible.
 */
export const crashBench: Bench = {
  async run({ folder, documents, seed, progress }) {
    const kills = documents ?? RANDOM_KILLS;
    const settings = await trialSettings({ dataFolder: join(folder, 'data') });
    const parts: { cms: Part; publisher: Part } = { cms: await startCms(settings), publisher: await startPublisher(settings) };
    const site = await startSite(settings);
    const trial = new CrashTrial(settings, await openPortal(settings), parts, seeded(seed));
    try {
      await progress.step('三条信息上线', () => trial.begin());
      const died: string[] = [];
      for (const point of [...CMS_FAILPOINTS, ...FAILPOINTS]) {
        if (await progress.step(`在 ${point} 杀死`, () => trial.dieAt(point))) died.push(point);
      }
      const { ms } = await timed(() =>
        progress.step(`随机杀死 ${kills} 次（种子 ${seed}）`, async (say) => {
          for (let kill = 1; kill <= kills; kill += 1) {
            await trial.dieAnywhere();
            say(`${kill} / ${kills}，故障 ${trial.faults.length}`);
          }
        }),
      );
      return {
        table: [
          ['步骤', '其中到达并被杀死', '随机杀死', '命令', '丢失、重复或半可见'],
          [String(CMS_FAILPOINTS.length + FAILPOINTS.length), String(died.length), String(kills), String(trial.commands), String(trial.faults.length)],
          ...trial.faults.slice(0, 20).map((fault) => [fault]),
        ],
        json: {
          failpoints: CMS_FAILPOINTS.length + FAILPOINTS.length,
          failpointsReached: died.length,
          notReached: [...CMS_FAILPOINTS, ...FAILPOINTS].filter((point) => !died.includes(point)).join(' '),
          randomKills: kills,
          commands: trial.commands,
          faults: trial.faults.length,
          randomKillsMs: rounded(ms),
          seed,
        },
      };
    } finally {
      await trial.parts.publisher.stop();
      await site.stop();
      await trial.parts.cms.stop();
    }
  },
};
