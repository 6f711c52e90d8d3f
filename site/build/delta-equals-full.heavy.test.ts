/**
 * The law of the plan on real builds. The builds of a lane come out of two lasting processes, one for plans and one for whole sites; that
 * whole sites built in slices print the same is shown by `delta-equals-full.db`. A seed that fails is printed; `GONGKAI_SEQUENCES` sets
 * how many are run.
 */
import { lastingBuilder } from './fixtures/builders.ts';
import { runSequences, type SequenceReport } from './fixtures/delta-equals-full.ts';
import { temporaryFolder } from './fixtures/published-tree.ts';

const SEQUENCES = Number(process.env['GONGKAI_SEQUENCES'] ?? 200);

test(
  'random sequences of twenty commands: delta builds leave the bytes of a full build',
  async () => {
    const { folder, remove } = await temporaryFolder();
    const reports: SequenceReport[] = [];
    await runSequences(SEQUENCES, folder, lastingBuilder, (report) => {
      reports.push(report);
      const outcome =
        report.wrong.length === 0 ? 'equal' : `DIFFERENT ${report.wrong.join(' ')} after ${report.history.join(', ')}`;
      process.stdout.write(`seed ${report.seed}: ${outcome}, ${report.setAside} set aside\n`);
    });
    await remove();
    expect(reports.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(reports).toHaveLength(SEQUENCES);
  },
  SEQUENCES * 30_000,
);
