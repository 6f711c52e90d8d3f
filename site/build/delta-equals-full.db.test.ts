/** The law of the plan on real builds, a few sequences; the long run is in `delta-equals-full.heavy.test.ts`. */
import { publisherBuilder } from './fixtures/builders.ts';
import { runSequences, type SequenceReport } from './fixtures/delta-equals-full.ts';
import { temporaryFolder } from './fixtures/published-tree.ts';

test(
  'three random sequences of commands: delta builds leave the bytes of a full build',
  async () => {
    const { folder, remove } = await temporaryFolder();
    const reports: SequenceReport[] = [];
    await runSequences(3, folder, publisherBuilder, (report) => reports.push(report));
    await remove();
    expect(reports.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(reports).toHaveLength(3);
  },
  3 * 60_000,
);
