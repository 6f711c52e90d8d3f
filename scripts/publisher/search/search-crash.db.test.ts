import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReplicaFixture } from './fixture/documents.ts';
import { askedInNode, expected } from './fixture/expected.ts';
import { ServedSite } from './fixture/served-site.ts';
import { openSearch } from './index.ts';

const KILLS = Number(process.env.GONGKAI_KILLS ?? 4);
const ASKED = [{ query: '营商环境' }, { query: '更正后的' }, { query: '工作 第3项' }, { query: '湿地保护实施细则' }];

const seed = Number(process.env.GONGKAI_SEED ?? Date.now() % 100_000);

/** Moments of the kills from a seed, so that a failure can be had again (as far as a processor allows). */
function* delays(): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield 400 + (state % 3_000);
  }
}

/** Runs the fixture for a while and kills it. @returns the last number it said was staged */
async function runAndKill(folder: string, from: number, after: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixture', 'publish-until-killed.ts'), folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  setTimeout(() => child.kill('SIGKILL'), after);
  await ended;
  return Math.max(from, ...said.trim().split('\n').map(Number));
}

it(`shows what the replica holds after each of ${KILLS} kills at any moment (seed ${seed})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-search-crash-'));
  const site = await ServedSite.start();
  try {
    const moments = delays();
    for (let kill = 0, from = 0; kill < KILLS; kill += 1) {
      from = (await runAndKill(folder, from, moments.next().value as number)) + 10;
      const fixture = new ReplicaFixture(join(folder, 'replica.db'));
      const search = openSearch({
        folder: join(folder, 'search'),
        replica: fixture.replica,
        replicaFile: join(folder, 'replica.db'),
      });
      site.files = await search.stage([]);
      while (search.status().waiting > 0) {
        await search.rebuild();
        site.files = await search.stage([]);
      }
      const documents = fixture.replica.documents({ limit: 10_000 });
      expect(await askedInNode(site.address, site.files, ASKED)).toEqual(ASKED.map((asked) => expected(documents, asked)));
      expect(await search.stage([])).toEqual(site.files);
      await search.close();
      fixture.close();
    }
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true });
  }
});
