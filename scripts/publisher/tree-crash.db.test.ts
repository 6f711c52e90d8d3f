import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FAILPOINTS } from './failpoint.ts';
import { shownBy, temporaryFolder } from './fixtures/trees.ts';
import { openTree } from './tree.ts';

const CHILD = join(import.meta.dirname, 'fixtures', 'release-in-a-child.ts');
const IN_THE_TREE = ['after-link', 'after-sync', 'after-objects', 'after-record', 'after-swap', 'during-collect'] as const;
const LIVE_AFTER = new Set<string>(['after-swap', 'during-collect']);

function releaseIn(folder: string, numbers: number[], failpoint = ''): NodeJS.Signals | null {
  const env = { ...process.env, NODE_OPTIONS: '', GONGKAI_FAILPOINT: failpoint };
  return spawnSync(process.execPath, [CHILD, folder, ...numbers.map(String)], { env, stdio: 'inherit' }).signal;
}

function leftovers(folder: string): string[] {
  const names = [...readdirSync(folder), ...readdirSync(join(folder, 'objects')), ...readdirSync(join(folder, 'releases'))];
  return names.filter((name) => name.includes('.new') || name.startsWith('.gone'));
}

describe('a tree whose process is killed', () => {
  const six = temporaryFolder();
  afterAll(() => six.remove());

  it('has six whole releases to begin with, so that there is something to clear away', () => {
    expect(releaseIn(six.folder, [1, 2, 3, 4, 5, 6])).toBeNull();
    expect(Object.values(shownBy(join(six.folder, 'current')))).toEqual(Array(20).fill('release 6'));
  });

  it('has all its steps among the named failpoints', () => {
    expect(FAILPOINTS).toEqual(expect.arrayContaining([...IN_THE_TREE]));
  });

  it.each(IN_THE_TREE)('%s shows one whole release, and the next start goes on from there', async (failpoint) => {
    const { folder, remove } = temporaryFolder();
    cpSync(six.folder, folder, { recursive: true, verbatimSymlinks: true });
    expect(releaseIn(folder, [7], failpoint)).toBe('SIGKILL');
    const live = LIVE_AFTER.has(failpoint) ? 7 : 6;
    expect(new Set(Object.values(shownBy(join(folder, 'current'))))).toEqual(new Set([`release ${live}`]));

    const tree = openTree(folder, { graceMs: 0 });
    expect(tree.current()).toMatchObject({ number: live, event: live });
    expect((await tree.verify()).ok).toBe(true);
    expect(leftovers(folder)).toEqual([]);
    tree.collect();
    const kept = tree.releases().map(({ number }) => number);
    expect(kept).toEqual([live - 4, live - 3, live - 2, live - 1, live]);
    expect(releaseIn(folder, [8])).toBeNull();
    expect(new Set(Object.values(shownBy(join(folder, 'current'))))).toEqual(new Set(['release 8']));
    remove();
  });
});
