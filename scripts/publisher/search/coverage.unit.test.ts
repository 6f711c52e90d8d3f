import { Coverage, liveCount } from './coverage.ts';
import type { BundleKind } from './types.ts';
import type { BundleContents } from './write-bundle.ts';

const bundle = (hash: string, kind: BundleKind, documents: [id: string, key: string][]): BundleContents => ({
  hash,
  kind,
  official: 'none',
  oldest: '',
  newest: '',
  characters: 0,
  guard: 'unknown_guard',
  documents: documents.map(([id, key]) => [id, key, `unknown_${id}-${key}`]),
});

const answering = (coverage: Coverage, id: string): string[] =>
  coverage.bundles.filter(({ byId, leftOut }) => byId.has(id) && !leftOut.has(id)).map(({ contents }) => contents.hash);

describe('coverage', () => {
  it('lets the bundle with the present record answer and leaves the earlier record out', () => {
    const coverage = new Coverage();
    coverage.adopt(
      bundle('old', 'base', [
        ['a', '1'],
        ['b', '1'],
      ]),
    );
    const { answered, stale } = coverage.note('a', '2');
    expect(answered).toBe(false);
    expect(stale.map(({ contents }) => contents.hash)).toEqual(['old']);
    coverage.adopt(bundle('new', 'hot', [['a', '2']]));
    expect(answering(coverage, 'a')).toEqual(['new']);
    expect(answering(coverage, 'b')).toEqual(['old']);
  });

  it('never lets two bundles answer for one document', () => {
    const coverage = new Coverage();
    coverage.adopt(bundle('hot', 'hot', [['a', '1']]));
    coverage.adopt(
      bundle('warm', 'warm', [
        ['a', '1'],
        ['b', '1'],
      ]),
    );
    expect(answering(coverage, 'a')).toEqual(['warm']);
    expect(coverage.empty().map(({ contents }) => contents.hash)).toEqual(['hot']);
  });

  it('lets a newer base answer before an older one, so that the older one can go', () => {
    const coverage = new Coverage();
    coverage.adopt(bundle('first', 'base', [['a', '1']]));
    coverage.adopt(bundle('second', 'base', [['a', '1']]));
    expect(answering(coverage, 'a')).toEqual(['second']);
    expect(coverage.empty().map(({ contents }) => contents.hash)).toEqual(['first']);
  });

  it('leaves a withdrawn document out everywhere', () => {
    const coverage = new Coverage();
    coverage.adopt(
      bundle('base', 'base', [
        ['a', '1'],
        ['b', '1'],
      ]),
    );
    coverage.adopt(bundle('hot', 'hot', [['a', '2']]));
    expect(coverage.note('a', null).stale).toHaveLength(2);
    expect(answering(coverage, 'a')).toEqual([]);
    expect(coverage.bundles.map(liveCount)).toEqual([1, 0]);
  });

  it('does not let a bundle answer whose fragment is gone, though the same record is public again', () => {
    const coverage = new Coverage();
    const shelved = coverage.adopt(bundle('base', 'base', [['a', '1']]));
    coverage.note('a', null);
    shelved.gone.add('a');
    expect(coverage.note('a', '1').answered).toBe(false);
  });

  it('does not trust a new bundle for documents that changed while it was built', () => {
    const coverage = new Coverage();
    coverage.adopt(
      bundle('base', 'base', [
        ['a', '1'],
        ['b', '1'],
      ]),
      new Set(['a']),
    );
    expect(answering(coverage, 'a')).toEqual([]);
    expect(answering(coverage, 'b')).toEqual(['base']);
  });

  it('counts what a bundle answers for, however much changed elsewhere while it was built', () => {
    const coverage = new Coverage();
    const built = coverage.adopt(bundle('base', 'base', [['a', '1'], ['b', '1'], ['c', '1']]), new Set(['c', 'x', 'y', 'z', 'w']));
    expect(liveCount(built)).toBe(2);
    expect([...built.leftOut]).toEqual(['c']);
    expect(coverage.empty()).toEqual([]);
  });

  it('sees without changing anything whether what it answers is the present state', () => {
    const coverage = new Coverage();
    coverage.adopt(bundle('base', 'base', [['a', '1']]));
    expect(coverage.shows('a', '1')).toBe(true);
    expect(coverage.shows('a', '2')).toBe(false);
    expect(coverage.shows('a', null)).toBe(false);
    expect(coverage.shows('z', null)).toBe(true);
    expect(answering(coverage, 'a')).toEqual(['base']);
  });
});
