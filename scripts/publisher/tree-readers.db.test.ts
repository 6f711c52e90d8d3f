import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { temporaryFolder, texts } from './fixtures/trees.ts';
import { openTree } from './tree.ts';

const SWAPS = 200;
const READER = join(import.meta.dirname, 'fixtures', 'reader-in-a-child.ts');

it(`readers never see two releases mixed, half a release or none while ${SWAPS} go live`, async () => {
  const { folder, remove } = temporaryFolder();
  const tree = openTree(folder, { graceMs: 5000 });
  const swap = async (number: number) => {
    const put = texts(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n % 3}/${n}.html`, `release ${number}`])));
    const { root } = await tree.edit(tree.current(), { put });
    tree.release({ root, event: number, note: '' });
    tree.collect();
  };
  await swap(0);
  const env = { ...process.env, NODE_OPTIONS: '' };
  const readers = [1, 2].map(() => spawn(process.execPath, [READER, folder], { env, stdio: ['pipe', 'pipe', 'inherit'] }));
  const reports = readers.map(({ stdout }) => text(stdout));
  await setTimeout(500);
  for (let number = 1; number <= SWAPS; number += 1) await swap(number);
  for (const { stdin } of readers) stdin.end();
  for (const report of await Promise.all(reports)) {
    const seen = JSON.parse(report) as Record<'reads' | 'releases' | 'mixed' | 'incomplete' | 'missing', number>;
    expect(seen).toMatchObject({ mixed: 0, incomplete: 0, missing: 0 });
    // The fixture proves itself: the readers did read, and while releases changed.
    expect(seen.reads).toBeGreaterThan(50);
    expect(seen.releases).toBeGreaterThan(20);
  }
  remove();
});
