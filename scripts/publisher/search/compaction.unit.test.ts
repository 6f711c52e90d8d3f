import { BASE_CHARACTERS, BASE_DOCUMENTS, DEAD_DOCUMENTS, HOT_CHARACTERS, HOT_DOCUMENTS, nextCompaction, WARM_DOCUMENTS } from './compaction.ts';
import type { ShelfState } from './compaction.ts';
import { cutIntoPortions } from './portions.ts';
import type { Outline } from './portions.ts';

type Bundle = ShelfState['bundles'][number];

const bundle = (hash: string, kind: Bundle['kind'], live: number, more: Partial<Bundle> = {}): Bundle => ({
  hash,
  kind,
  official: 'none',
  live,
  dead: 0,
  characters: live * 500,
  ...more,
});

describe('what is built in the background', () => {
  it('is nothing while the hot bundle is small', () => {
    expect(
      nextCompaction({ bundles: [bundle('b', 'base', 20_000), bundle('h', 'hot', HOT_DOCUMENTS - 1)], waiting: 0 }),
    ).toBeNull();
  });

  it('is a warm bundle once the hot one has grown, in documents or in length', () => {
    const long = bundle('h', 'hot', 5, { characters: HOT_CHARACTERS });
    for (const hot of [bundle('h', 'hot', HOT_DOCUMENTS), long]) {
      expect(nextCompaction({ bundles: [bundle('w', 'warm', 100), hot], waiting: 0 })).toEqual({
        kind: 'warm',
        from: ['w', 'h'],
      });
    }
  });

  it('is a base bundle once the warm one has grown, together with a base of each sort that has room', () => {
    const bundles = [
      bundle('long', 'base', 1_000, { characters: BASE_CHARACTERS * 0.9, official: 'all' }),
      bundle('many', 'base', BASE_DOCUMENTS * 0.9),
      bundle('less-roomy', 'base', BASE_DOCUMENTS * 0.4),
      bundle('roomy', 'base', BASE_DOCUMENTS * 0.2),
      bundle('roomy-official', 'base', BASE_DOCUMENTS * 0.3, { official: 'all' }),
      bundle('w', 'warm', WARM_DOCUMENTS, { official: 'some' }),
      bundle('h', 'hot', HOT_DOCUMENTS, { official: 'some' }),
    ];
    expect(nextCompaction({ bundles, waiting: 0 })).toEqual({ kind: 'base', from: ['w', 'h', 'roomy-official', 'roomy'] });
  });

  it('cuts a base that was made before there was a limit', () => {
    const long = bundle('long', 'base', BASE_DOCUMENTS + 1);
    expect(nextCompaction({ bundles: [long], waiting: 0 })).toEqual({ kind: 'base', from: ['long'] });
  });

  it('sorts a base of any size that holds official documents and others, once', () => {
    const mixed = bundle('mixed', 'base', BASE_DOCUMENTS / 2, { official: 'some' });
    expect(nextCompaction({ bundles: [bundle('b', 'base', 5_000), mixed], waiting: 0 })).toEqual({ kind: 'base', from: ['mixed'] });
    expect(nextCompaction({ bundles: [bundle('small', 'base', BASE_DOCUMENTS / 10, { official: 'some' })], waiting: 0 })).toBeNull();
    const outlines = Array.from({ length: mixed.live }, (_, at): Outline => ({ id: String(at), official: at === 0, date: '', characters: 500 }));
    expect(cutIntoPortions(outlines).map(({ length }) => length)).toEqual([1, mixed.live - 1]);
  });

  it('takes in what waits after an import', () => {
    expect(nextCompaction({ bundles: [], waiting: 25_000 })).toEqual({ kind: 'base', from: [] });
    expect(nextCompaction({ bundles: [], waiting: 300 })).toEqual({ kind: 'warm', from: [] });
  });

  it('is a bundle anew that carries too many documents it does not answer for', () => {
    const worn = bundle('worn', 'base', 9_000, { dead: DEAD_DOCUMENTS });
    expect(nextCompaction({ bundles: [worn, bundle('other', 'base', 9_000)], waiting: 0 })).toEqual({
      kind: 'base',
      from: ['worn'],
    });
  });
});

describe('portions', () => {
  const outlines = (count: number, official: boolean, characters: number): Outline[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `${official ? 'o' : 'n'}${String(at).padStart(5, '0')}`,
      official,
      date: String(20_000_000_000_000 + ((at * 7) % count)),
      characters,
    }));

  it('keep a small site in one bundle', () => {
    expect(cutIntoPortions([...outlines(10, true, 100), ...outlines(10, false, 100)], 15_000)).toHaveLength(1);
  });

  it('hold every document once, none more than the limit, official documents apart', () => {
    const all = [...outlines(30, true, 1_000), ...outlines(50, false, 500)];
    const portions = cutIntoPortions(all, 14_000);
    expect(portions.flat().sort()).toEqual(all.map(({ id }) => id).sort());
    const size = new Map(all.map(({ id, characters }) => [id, characters]));
    for (const portion of portions) {
      expect(portion.reduce((total, id) => total + (size.get(id) ?? 0), 0)).toBeLessThanOrEqual(14_000);
      expect(new Set(portion.map((id) => id[0])).size).toBe(1);
    }
  });

  it('hold no more documents than a list may be long, however short these are', () => {
    const portions = cutIntoPortions([...outlines(500, true, 10), ...outlines(50_000, false, 10)]);
    expect(portions.map(({ length }) => length)).toEqual([500, 16_667, 16_667, 16_666]);
  });

  it('are cut by date', () => {
    const all = outlines(100, false, 1_000);
    const date = new Map(all.map((outline) => [outline.id, outline.date]));
    const dates = cutIntoPortions(all, 30_000).map((portion) => portion.map((id) => date.get(id) ?? ''));
    expect(dates.flat()).toEqual([...dates.flat()].sort());
  });
});
