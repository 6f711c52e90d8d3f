import { DateMerge } from './by-date.ts';
import { excerptOf, mark } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import { bundlesFor } from './engine.ts';
import type { PagefindResult } from './pagefind-api.ts';
import { yearsOf } from './pointer.ts';
import type { PointedBundle, Pointer } from './pointer.ts';
import { questionOf } from './question.ts';
import { phraseShare, rank } from './ranking.ts';

const said = (pieces: Piece[]): string => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

const result = (id: string, score: number, words: number[] = []): PagefindResult => ({
  id,
  score,
  words,
  data: () => Promise.reject(new Error('not asked for')),
});

describe('marks', () => {
  it('stand where the phrase stands, whatever its case', () => {
    expect(said(mark('优化营商环境，GDP 增长', ['营商环境', 'gdp']))).toBe('优化[营商环境]，[GDP] 增长');
  });

  it('stand on the pairs of a phrase that is nowhere whole', () => {
    expect(said(mark('优化环境与营商', ['营商环境']))).toBe('优化[环境]与[营商]');
  });

  it('do not stand inside longer numbers and words', () => {
    expect(said(mark('2012年第12号', ['12']))).toBe('2012年第[12]号');
  });

  it('run together where they touch', () => {
    expect(said(mark('甲乙丙丁', ['甲乙', '乙丙丁']))).toBe('[甲乙丙丁]');
  });
});

describe('an excerpt', () => {
  const filler = '这是一段没有关系的文字，写在前面。'.repeat(20);

  it('begins with the sentence around what was found', () => {
    const text = said(excerptOf(`${filler}本市优化营商环境若干规定。${filler}`, ['营商环境']));
    expect(text).toMatch(/^…本市优化\[营商环境\]若干规定。/);
    expect(text).toMatch(/…$/);
  });

  it('is the beginning of the text when only the title was found', () => {
    expect(said(excerptOf('全文很短。', ['营商环境']))).toBe('全文很短。');
  });
});

describe('ranking', () => {
  const bundle = (results: PagefindResult[], documents: number, official: boolean) => ({
    results,
    documents,
    found: results.length,
    official: () => official,
  });

  it('puts official documents first among equals, and a much better match first all the same', () => {
    const ranked = rank([bundle([result('news', 1)], 100, false), bundle([result('law', 0.9)], 100, true)], 0);
    expect(ranked.map(({ id }) => id)).toEqual(['law', 'news']);
    const clear = rank([bundle([result('news', 2)], 100, false), bundle([result('law', 0.5)], 100, true)], 0);
    expect(clear.map(({ id }) => id)).toEqual(['news', 'law']);
  });

  it('does not sink what is common only in a small new bundle', () => {
    const old = Array.from({ length: 5 }, (_, at) => result(`old${at}`, 3));
    const fresh = [result('fresh', 0.9)];
    const [first] = rank([bundle(old, 10_000, false), bundle(fresh, 1, false)], 0);
    expect(first?.id).toBe('fresh');
  });

  it('prefers the phrase in one piece', () => {
    const ranked = rank([bundle([result('scattered', 1, [3, 9, 40]), result('whole', 0.8, [7, 8, 9])], 100, false)], 3);
    expect(ranked.map(({ id }) => id)).toEqual(['whole', 'scattered']);
  });

  it('measures how much of a phrase stands together', () => {
    expect(phraseShare([4, 5, 6], 3)).toBe(1);
    expect(phraseShare([4, 9, 20], 3)).toBeCloseTo(1 / 9);
    expect(phraseShare([], 3)).toBe(0);
    expect(phraseShare([1, 2], 1)).toBe(0);
  });
});

describe('merging by date', () => {
  it('is exact across bundles and reads no more dates than it needs', async () => {
    const read: string[] = [];
    const stream = (...results: string[]) => ({ results, dateOf: (date: string) => (read.push(date), Promise.resolve(date)) });
    const merge = new DateMerge([stream('2026', '2019', '2018'), stream('2025', '2024', ''), stream()]);
    expect(await merge.first(3)).toEqual(['2026', '2025', '2024']);
    expect(read).toHaveLength(4);
    expect(await merge.first(9)).toEqual(['2026', '2025', '2024', '2019', '2018', '']);
  });
});

describe('a question', () => {
  it('is read from the address, and what makes no sense is left out', () => {
    expect(questionOf('?q=%20医保%20&order=x&page=-3')).toMatchObject({ q: '医保', order: 'relevance', page: 1 });
    expect(questionOf('?q=a&order=date&page=2&column=zcwj')).toMatchObject({ order: 'date', page: 2, column: 'zcwj', year: '' });
  });
});

describe('bundles', () => {
  const bundle = (oldest: string, newest: string): PointedBundle => ({
    path: `/${oldest}/`,
    kind: 'base',
    official: 'none',
    documents: 1,
    oldest,
    newest,
    leaveOut: [],
  });
  const pointer: Pointer = {
    version: 1,
    engine: '/e/',
    bundles: [bundle('20190301', '20211231'), bundle('20220101', '20241231'), bundle('', '')],
  };

  it('are asked only where a year can be in them', () => {
    expect(bundlesFor(pointer, '2021').map(({ oldest }) => oldest)).toEqual(['20190301']);
    expect(bundlesFor(pointer, '')).toHaveLength(3);
  });

  it('say which years there are', () => {
    expect(yearsOf(pointer)).toEqual([2024, 2023, 2022, 2021, 2020, 2019]);
  });
});
