/**
 * The law of the plan, on what pages print: whatever happens, files outside the plan print what they printed before. Astro is left out
 * here, so that many states can be tried (more of them: `delta-prints-what-full-prints.heavy`); `delta-equals-full.*.test.ts` compares
 * the bytes of real builds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImaginedLife } from './fixtures/imagined-life.ts';
import { differences, fullTree, liveAndCompare, PrintedTree, siteUrl } from './fixtures/printed-life.ts';
import { openReplica } from '../replica/index.ts';

const SEQUENCES = 6;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a random life of the city leaves in the delta tree what a full build leaves, and what a replica filled anew leaves', () => {
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    liveAndCompare(folder, seed, (history, wrong) => expect({ seed, history, wrong }).toEqual({ seed, history, wrong: [] }));
  }
}, 240_000);

test('a plan that forgets a page is found out: the comparison can fail', () => {
  const life = new ImaginedLife(1, 12);
  const replica = openReplica(join(folder, 'found-out.db'), { siteUrl });
  const tree = new PrintedTree();
  replica.apply(life.takeChanges());
  tree.take(replica.pending(), replica);
  replica.settle(replica.pending());
  for (let each = 0; each < 10; each += 1) life.command();
  replica.apply(life.takeChanges());
  const plan = replica.pending();
  tree.take({ ...plan, write: plan.write.filter((path) => path !== 'map-pages-0.xml' && path !== 'index.html') }, replica);
  expect(differences(tree.sorted(), fullTree(replica)).length).toBeGreaterThan(0);
  replica.close();
});
