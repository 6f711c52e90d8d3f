import { appendFileSync, lstatSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishTexts, shownBy, temporaryFolder, texts } from './fixtures/trees.ts';
import { openTree } from './tree.ts';
import type { Tree } from './tree.ts';

const X = 'test00000x';
const Y = 'test00000y';
const link = (id: string, title: string, column = 'szyw') => `<a href="/${column}/202611/${id}.html">${title}</a>`;

let folder: string;
let remove: () => void;
let tree: Tree;
const current = () => shownBy(join(folder, 'current'));

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  tree = openTree(folder, { graceMs: 0 });
});
afterEach(() => remove());

describe('the tree of the site', () => {
  it('shows nothing before the first release', () => {
    expect(tree.current()).toBeNull();
    expect(current()).toEqual({});
  });

  it('shows exactly what was put, in as many directories as it takes', async () => {
    const files = { 'index.html': '首页', 'a/b/c/d.html': 'd', 'a/b/e.txt': 'e', '.well-known/security.txt': 's' };
    await publishTexts(tree, files);
    expect(current()).toEqual(files);
    expect((await tree.verify()).ok).toBe(true);
  });

  it('makes only the directories along changed paths and shares the bytes of the rest', async () => {
    await publishTexts(tree, { 'a/1/x.html': 'x', 'a/2/y.html': 'y', 'b/1/z.html': 'z', 'b/1/w.html': 'w' });
    const before = { a: readlinkSync(join(folder, 'current/a')), w: statSync(join(folder, 'current/b/1/w.html')).ino };
    const { made } = await tree.edit(tree.current(), { put: texts({ 'b/1/z.html': 'changed' }) });
    expect(made).toBe(3);
    await publishTexts(tree, { 'b/1/z.html': 'changed' });
    expect(readlinkSync(join(folder, 'current/a'))).toBe(before.a);
    expect(statSync(join(folder, 'current/b/1/w.html')).ino).toBe(before.w);
  });

  it('makes nothing where the same bytes are put again', async () => {
    const { root } = await publishTexts(tree, { 'a/x.html': 'x', 'b/y.html': 'y' });
    expect(await tree.edit(tree.current(), { put: texts({ 'a/x.html': 'x' }), remove: ['b/none.html'] })).toMatchObject({
      root,
      made: 0,
    });
  });

  it('names a tree by its content, whichever way it came about', async () => {
    const { root } = await publishTexts(tree, { 'a/x.html': 'x', 'b/y.html': 'y' });
    await publishTexts(tree, { 'a/x.html': 'other', 'c/d/e.html': 'e' });
    expect((await publishTexts(tree, { 'a/x.html': 'x', 'c/d/e.html': null })).root).toBe(root);
  });

  it('takes away files and whole directories, and directories that end up empty', async () => {
    await publishTexts(tree, { 'a/x.html': 'x', 'b/y.html': 'y', 'b/c/z.html': 'z', 'index.html': 'i' });
    const { root } = await tree.edit(tree.current(), { remove: ['a/x.html', 'index.html'], removeTrees: ['b/c'] });
    tree.release({ root, event: 2, note: '' });
    expect(current()).toEqual({ 'b/y.html': 'y' });
    expect(readdirSync(join(folder, 'current'))).toEqual(['b']);
  });

  it('takes over a folder whole, leaves one alone that is there already, and takes a file out of it', async () => {
    const { folder: other, remove: removeOther } = temporaryFolder();
    writeFileSync(join(other, 'one'), '1');
    writeFileSync(join(other, 'two'), '2');
    const putTrees = [{ path: 'search/p/abc', folder: other, unlessPresent: true }];
    const first = await tree.edit(null, { putTrees, remove: ['search/p/abc/two'] });
    tree.release({ root: first.root, event: 1, note: '' });
    expect(current()).toEqual({ 'search/p/abc/one': '1' });
    writeFileSync(join(other, 'three'), '3');
    expect((await tree.edit(tree.current(), { putTrees })).root).toBe(first.root);
    removeOther();
  });

  it('refuses a path that is a file and a directory, and leaves nothing behind', async () => {
    await publishTexts(tree, { 'a/x.html': 'x', b: 'file' });
    const objects = readdirSync(join(folder, 'objects'));
    for (const path of ['a', 'b/c.html']) {
      await expect(tree.edit(tree.current(), { put: texts({ 'n/e/w.html': 'w', [path]: 'p' }) })).rejects.toThrow(
        expect.objectContaining({ code: 'TREE_PATH_CONFLICT' }),
      );
    }
    expect(readdirSync(join(folder, 'objects'))).toEqual(objects);
  });

  it('keeps five releases and every directory they need, no more', async () => {
    for (let n = 1; n <= 9; n += 1) await publishTexts(tree, { 'a/x.html': `x${n}`, 'b/y.html': 'y', [`c/${n}.html`]: 'c' });
    tree.collect();
    expect(tree.releases().map(({ number }) => number)).toEqual([5, 6, 7, 8, 9]);
    const needed = new Set<string>();
    const walk = (hash: string) => {
      needed.add(hash);
      for (const entry of readdirSync(join(folder, 'objects', hash), { withFileTypes: true })) {
        if (entry.isSymbolicLink()) walk(readlinkSync(join(folder, 'objects', hash, entry.name)).slice(3));
      }
    };
    for (const release of tree.releases()) walk(release.root!);
    const found = readdirSync(join(folder, 'objects')).filter((name) => !name.endsWith('.json'));
    expect(found.sort()).toEqual([...needed].sort());
    expect((await tree.verify()).ok).toBe(true);
  });

  it('keeps a release somebody may still be reading, however many came after it', async () => {
    const patient = openTree(folder);
    for (let n = 1; n <= 9; n += 1) await publishTexts(patient, { 'a/x.html': `x${n}` });
    patient.collect();
    expect(tree.releases()).toHaveLength(9);
    openTree(folder, { graceMs: 0 }).collect();
    expect(tree.releases()).toHaveLength(5);
  });

  it('clears away what was made and never released, and what a process before left', async () => {
    await publishTexts(tree, { 'a/x.html': 'x' });
    tree.collect();
    const before = readdirSync(join(folder, 'objects')).sort();
    await tree.edit(tree.current(), { put: texts({ 'a/x.html': 'never' }) });
    tree.collect();
    expect(readdirSync(join(folder, 'objects')).sort()).toEqual(before);
    await tree.edit(tree.current(), { put: texts({ 'a/x.html': 'never' }) });
    openTree(folder).collect();
    expect(readdirSync(join(folder, 'objects')).sort()).toEqual(before);
  });
});

describe('a rollback', () => {
  it('brings back the release before, and asked again the one before that', async () => {
    for (const n of [1, 2, 3]) await publishTexts(tree, { 'index.html': `home ${n}`, [`${n}.html`]: 'x' });
    expect(await tree.rollback()).toMatchObject({ number: 4, restores: 2 });
    expect(current()).toEqual({ 'index.html': 'home 2', '1.html': 'x', '2.html': 'x' });
    expect(await tree.rollback()).toMatchObject({ number: 5, restores: 1 });
    expect(current()).toEqual({ 'index.html': 'home 1', '1.html': 'x' });
    await tree.rollback(3);
    expect(current()['index.html']).toBe('home 3');
  });

  it('refuses a release that is not there', async () => {
    await publishTexts(tree, { 'index.html': 'home' });
    await expect(tree.rollback()).rejects.toThrow(expect.objectContaining({ code: 'TREE_NO_RELEASE' }));
    await expect(tree.rollback(77)).rejects.toThrow(expect.objectContaining({ code: 'TREE_NO_RELEASE' }));
  });

  it('never brings back what was withdrawn since: neither page nor title nor attachment nor search', async () => {
    await publishTexts(tree, {
      'index.html': `old look ${link(X, '秘密标题')}`,
      'about.html': 'old look',
      [`szyw/202611/${X}.html`]: '秘密正文',
      [`szyw/202611/${X}/0123456789abcdef.docx`]: 'PK secret',
      'szyw/feed.xml': `<id>/szyw/202611/${X}.html</id><title>秘密标题</title>`,
      'gone.txt': '',
      'search/bundles.json': '{"with":"x"}',
    });
    await publishTexts(tree, { 'about.html': 'new look', 'index.html': `new look ${link(X, '秘密标题')}` });
    await publishTexts(
      tree,
      {
        'index.html': 'new look',
        [`szyw/202611/${X}.html`]: '已撤回',
        [`szyw/202611/${X}/0123456789abcdef.docx`]: null,
        'szyw/feed.xml': '<feed/>',
        'gone.txt': `/szyw/202611/${X}.html\n`,
        'search/bundles.json': '{"without":"x"}',
      },
      [X],
    );
    await tree.rollback(1);
    expect(current()).toEqual({
      'index.html': 'new look',
      'about.html': 'old look',
      [`szyw/202611/${X}.html`]: '已撤回',
      'szyw/feed.xml': '<feed/>',
      'gone.txt': `/szyw/202611/${X}.html\n`,
      'search/bundles.json': '{"without":"x"}',
    });
  });

  it('does not bring back a title on a page the withdrawal itself had no reason to touch', async () => {
    // In the first release X stands in another column; it was moved before it was withdrawn.
    await publishTexts(tree, {
      'zcwj/202611/index.html': link(X, '秘密标题', 'zcwj'),
      [`zcwj/202611/${X}.html`]: '秘密正文',
      'a.html': '1',
    });
    await publishTexts(tree, {
      'zcwj/202611/index.html': '',
      [`zcwj/202611/${X}.html`]: `moved to ${link(X, '新地址')}`,
      'a.html': '2',
    });
    await publishTexts(tree, { [`zcwj/202611/${X}.html`]: '已撤回', [`szyw/202611/${X}.html`]: '已撤回' }, [X]);
    await tree.rollback(1);
    expect(JSON.stringify(current())).not.toContain('秘密');
    expect(current()['a.html']).toBe('1');
  });

  it('remembers what it put back, so that a later withdrawal looks there too', async () => {
    await publishTexts(tree, { 'list.html': link(Y, '旧列表'), 'a.html': '1' });
    await publishTexts(tree, { 'list.html': '', 'a.html': '2', 'b.html': 'new' });
    const live = await tree.rollback();
    expect(live.outOfStep.sort()).toEqual(['a.html', 'b.html', 'list.html']);
    expect(live.outOfStep.filter((path) => tree.names(live, path, [Y]))).toEqual(['list.html']);
  });
});

describe('a purge', () => {
  it('destroys every release that names a leaked document, and no other', async () => {
    await publishTexts(tree, { 'index.html': 'before', 'gone.txt': '' });
    await publishTexts(tree, { 'index.html': link(X, '泄密标题'), [`szyw/202611/${X}.html`]: '泄密正文' });
    await publishTexts(tree, { 'a.html': 'in between' });
    await publishTexts(
      tree,
      { 'index.html': 'after', [`szyw/202611/${X}.html`]: '已撤回', 'gone.txt': `/szyw/202611/${X}.html\n` },
      [X],
    );
    expect(tree.purge([X])).toEqual([2, 3]);
    tree.collect();
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (lstatSync(join(folder, name)).isFile()) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('泄密');
    }
    await expect(tree.rollback(3)).rejects.toThrow(expect.objectContaining({ code: 'TREE_NO_RELEASE' }));
    await tree.rollback();
    expect(current()).toEqual({
      'index.html': 'before',
      [`szyw/202611/${X}.html`]: '已撤回',
      'gone.txt': `/szyw/202611/${X}.html\n`,
    });
  });

  it('destroys a release where the document was withdrawn already: its search may still hold the words', async () => {
    await publishTexts(tree, { 'gone.txt': `/szyw/202611/${X}.html\n`, 'search/p/one/index': 'words' }, [X]);
    await publishTexts(tree, { 'search/p/one/index': null });
    expect(tree.purge([X])).toEqual([1]);
  });
});

describe('a check of the tree', () => {
  it.each<[string, string, (path: string) => void]>([
    ['an altered file', 'CHANGED', (path) => appendFileSync(join(path, 'a/x.html'), '!')],
    ['a file too many', 'EXTRA', (path) => writeFileSync(join(path, 'a/evil.html'), '')],
    ['a missing file', 'MISSING', (path) => rmSync(join(path, 'a/x.html'))],
  ])('finds %s, and a full build mends it', async (_what, code, harm) => {
    const files = { 'a/x.html': 'x', 'a/y.html': 'y', 'b/z.html': 'z' };
    await publishTexts(tree, files);
    harm(join(folder, 'current'));
    const found = await tree.verify();
    expect(found.faults.map((fault) => fault.code)).toEqual([code]);
    const { root } = await tree.edit(tree.current(), { put: texts(files), keepOnly: [] });
    expect(root).toBe(tree.current()!.root);
    expect((await tree.verify()).faults).toEqual([]);
    expect(current()).toEqual(files);
  });

  it('finds an altered manifest; nothing is built on it, nothing it led to is deleted, and a full build mends it', async () => {
    const { root } = await publishTexts(tree, { 'a/x.html': 'x' });
    const sidecar = join(folder, 'objects', `${root}.json`);
    writeFileSync(sidecar, readFileSync(sidecar, 'utf8').replace('"a"', '"b"'));
    expect((await tree.verify()).faults.map(({ code }) => code)).toEqual(['MANIFEST_DAMAGED']);
    const next = openTree(folder);
    const damaged = expect.objectContaining({ code: 'TREE_OBJECT_DAMAGED' });
    await expect(next.edit(tree.current(), { put: texts({ 'a/x.html': 'y' }) })).rejects.toThrow(damaged);
    next.collect();
    expect(current()).toEqual({ 'a/x.html': 'x' });
    await next.edit(null, { put: texts({ 'a/x.html': 'x' }), keepOnly: [] });
    expect((await next.verify()).ok).toBe(true);
  });
});

describe('a disk that fills up', () => {
  it('leaves the site as it was and nothing half made, and the next edit goes on', async () => {
    await publishTexts(tree, { 'a/x.html': 'x', 'b/y.html': 'y' });
    const before = readdirSync(join(folder, 'objects')).sort();
    // The write that fails for want of space fails here for want of its source, at the same place: half way through a directory.
    const put = [
      ...texts({ 'b/y.html': 'new', 'a/x.html': 'new' }),
      { path: 'a/z.html', from: join(folder, 'none'), sha256: '0'.repeat(64) },
    ];
    await expect(tree.edit(tree.current(), { put })).rejects.toThrow();
    expect(readdirSync(join(folder, 'objects')).sort()).toEqual(before);
    await publishTexts(tree, { 'b/y.html': 'new' });
    tree.collect();
    expect(current()).toEqual({ 'a/x.html': 'x', 'b/y.html': 'new' });
    expect((await tree.verify()).ok).toBe(true);
  });
});
