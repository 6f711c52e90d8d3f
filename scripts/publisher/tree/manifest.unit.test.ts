import { createHash } from 'node:crypto';
import { canonical, fromSidecar, hashOf, toSidecar } from './manifest.ts';
import type { Entry } from './manifest.ts';

const file = (text: string): Entry => ({
  type: 'file',
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: text.length,
});
const MANIFEST = new Map<string, Entry>([
  ['子', { type: 'dir', hash: 'c'.repeat(64) }],
  ['b.html', file('b')],
  ['a.html', file('a')],
  ['B.html', file('B')],
]);

describe('the manifest of a directory', () => {
  it('is one line an entry, sorted by code unit whatever the order it was made in', () => {
    const lines = canonical(MANIFEST).split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['B.html', 'a.html', 'b.html', '子', '']);
    expect(lines[1]).toBe(`a.html\tfile\t${createHash('sha256').update('a').digest('hex')}\t1`);
    expect(lines[3]).toBe(`子\tdir\t${'c'.repeat(64)}`);
    expect(hashOf(new Map([...MANIFEST].reverse()))).toBe(hashOf(MANIFEST));
  });

  it('has the SHA-256 of that text as its name', () => {
    expect(hashOf(MANIFEST)).toBe(createHash('sha256').update(canonical(MANIFEST)).digest('hex'));
  });

  it('comes back from its sidecar as it went in', () => {
    expect(canonical(fromSidecar(hashOf(MANIFEST), toSidecar(MANIFEST)))).toBe(canonical(MANIFEST));
  });

  it('has another name when one byte of one file is another', () => {
    expect(hashOf(new Map(MANIFEST).set('a.html', file('ä')))).not.toBe(hashOf(MANIFEST));
  });

  it.each([
    ['altered', toSidecar(MANIFEST).replace('B.html', 'C.html')],
    ['cut short', toSidecar(MANIFEST).slice(0, -20)],
    ['empty', ''],
  ])('is refused when its sidecar is %s', (_how, text) => {
    expect(() => fromSidecar(hashOf(MANIFEST), text)).toThrow(expect.objectContaining({ code: 'TREE_OBJECT_DAMAGED' }));
  });
});
