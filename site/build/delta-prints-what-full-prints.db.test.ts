/**
 * The law of the plan, on what pages print: whatever happens, files outside the plan print what they printed before. Astro is left out
 * here, so that thousands of states can be tried; `build/delta-equals-full.*.test.ts` compares the bytes of real builds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImaginedLife } from './fixtures/imagined-life.ts';
import { printed } from './fixtures/printed.ts';
import { openReplica, type Plan, type Replica } from '../replica/index.ts';

const SEQUENCES = 20;
const COMMANDS = 20;
const siteUrl = 'http://portal.example';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A tree of what pages print, kept up by plans. */
class PrintedTree {
  readonly files = new Map<string, string>();

  take(plan: Plan, replica: Replica): void {
    if (plan.everything) this.files.clear();
    for (const tree of plan.removeTrees)
      for (const path of this.files.keys()) if (path.startsWith(`${tree}/`)) this.files.delete(path);
    for (const path of plan.remove) this.files.delete(path);
    for (const { path, sha256 } of plan.files) this.files.set(path, sha256);
    for (const path of plan.write) this.files.set(path, printed(replica, path));
  }

  sorted(): [string, string][] {
    return [...this.files].sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

function fullTree(replica: Replica): [string, string][] {
  const tree = new PrintedTree();
  tree.take(replica.everything(), replica);
  return tree.sorted();
}

function differences(delta: [string, string][], full: [string, string][]): string[] {
  const inFull = new Map(full);
  const inDelta = new Map(delta);
  return [...new Set([...inFull.keys(), ...inDelta.keys()])].filter((path) => inFull.get(path) !== inDelta.get(path));
}

test('a random life of the city leaves in the delta tree what a full build leaves, and what a replica filled anew leaves', () => {
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    const life = new ImaginedLife(seed, 12);
    const replica = openReplica(join(folder, `${seed}.db`), { siteUrl });
    const tree = new PrintedTree();
    const history: string[] = [];
    for (let step = 0; step <= COMMANDS; step += 1) {
      if (step > 0) history.push(life.command());
      if (step > 0 && life.chance.happens(0.5)) continue; // several commands meet in one portion of the feed
      const changes = life.takeChanges();
      replica.apply(changes);
      if (life.chance.happens(0.2)) replica.apply(changes); // a portion read twice
      if (life.chance.happens(0.2)) continue; // and several portions in one plan
      const plan = replica.pending();
      tree.take(plan, replica);
      replica.settle(plan);
      expect({ seed, history, wrong: differences(tree.sorted(), fullTree(replica)) }).toEqual({ seed, history, wrong: [] });
    }
    replica.apply(life.takeChanges());
    tree.take(replica.pending(), replica);
    const again = openReplica(join(folder, `${seed}-again.db`), { siteUrl });
    again.apply(life.allChanges());
    expect({ seed, history, wrong: differences(tree.sorted(), fullTree(again)) }).toEqual({ seed, history, wrong: [] });
    replica.close();
    again.close();
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
