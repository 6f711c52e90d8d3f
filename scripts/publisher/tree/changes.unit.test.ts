import { byFolder, pathParts } from './changes.ts';

describe('paths of the site', () => {
  it.each(['', '/', '/a', 'a/', 'a//b', '.', '..', 'a/../b', 'a/./b', 'a\tb', 'a\nb', 'a\\b', 'a\u0000', `a/${'x'.repeat(256)}`])(
    'refuses %j',
    (path) => {
      expect(() => pathParts(path)).toThrow(expect.objectContaining({ code: 'TREE_PATH_BAD' }));
    },
  );

  it.each(['index.html', 'zcwj/202611/abc.html', '.well-known/security.txt', '目录/文件.pdf'])('takes %s', (path) => {
    expect(pathParts(path).join('/')).toBe(path);
  });
});

describe('changes sorted into directories', () => {
  it('open only the directories they touch', () => {
    const root = byFolder({ put: [{ path: 'a/b/c.html', from: Buffer.from('') }], remove: ['d/e.html'], removeTrees: ['f/g'] });
    expect([...root.below.keys()].sort()).toEqual(['a', 'd', 'f']);
    expect(root.below.get('a')?.below.get('b')?.leaves.get('c.html')?.type).toBe('put');
    expect(root.below.get('f')?.below.get('g')?.emptied).toBe(true);
    expect(root.below.get('f')?.emptied).toBe(false);
  });

  it('let a file that is put win over its removal', () => {
    const root = byFolder({ put: [{ path: 'a.html', from: Buffer.from('') }], remove: ['a.html'] });
    expect(root.leaves.get('a.html')?.type).toBe('put');
  });
});
