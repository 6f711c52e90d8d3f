import { DateMerge } from './by-date.ts';
import { excerptOf, mark } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import { CommonPairs } from './common-pairs.ts';
import { addUp, commonnessOf, pairsToAdd } from './nearest.ts';
import type { PagefindResult } from './pagefind-api.ts';
import { bundlesFor, leftOutOf, stepsOf, yearsOf } from './pointer.ts';
import type { PointedBundle, Pointer } from './pointer.ts';
import { addressOf, monthOf, monthsOf, questionOf, spanOf } from './question.ts';
import { exactFirst, numberedFirst, phraseShare, rank } from './ranking.ts';
import { suggestionsFor } from './suggestions.ts';

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
  const address = '?q=%E5%8C%BB%E4%BF%9D&column=zcwj&department=szf&validity=repealed&year=2024&from=2024-03&to=2024-11&order=date&older=1&page=2';

  it('is read from the address, and what makes no sense is left out', () => {
    expect(questionOf('?q=%20医保%20&order=x&page=-3&year=24&validity=x&from=spring')).toMatchObject({
      q: '医保',
      order: 'relevance',
      page: 1,
      year: '',
      validity: '',
      from: '',
    });
    expect(questionOf('?q=a&order=date&page=2&column=zcwj')).toMatchObject({ order: 'date', page: 2, column: 'zcwj', year: '' });
  });

  it('comes back whole from its own address', () => {
    expect(addressOf(questionOf(address))).toBe(address);
  });

  it('takes months as people write them', () => {
    const written = ['2024-03', '202403', '2024年3月', '２０２４．３', '2024/3/15', '2024', '2024-13', '三月'];
    expect(written.map((text) => monthOf(text, '01'))).toEqual([...Array<string>(5).fill('2024-03'), '2024-01', '', '']);
  });

  it('has the span that year and months have in common', () => {
    expect(spanOf(questionOf(address))).toEqual({ first: '202403', last: '202411' });
    expect(spanOf(questionOf('?q=a&to=2024-11'))).toEqual({ first: '000001', last: '202411' });
    expect(spanOf(questionOf('?q=a'))).toBeNull();
    expect(monthsOf({ first: '202311', last: '202402' }, '20200101', '20240131')).toEqual(['202311', '202312', '202401']);
    expect(monthsOf({ first: '202402', last: '202401' }, '20200101', '20240131')).toEqual([]);
  });
});

describe('a whole question', () => {
  const common = commonnessOf([
    { documents: 300, pairs: { 70: '规定', 5: '债务' } },
    { documents: 100, pairs: { 50: '规定', 20: '偿还' } },
  ]);

  it('is asked by its rare pairs, without what a question is made of', () => {
    const asked = pairsToAdd('夫妻债务规定怎么偿还？', common);
    // 规定 is in 65 per cent: too common.
    expect(asked?.terms).toEqual(['x夫妻', 'x妻债', 'x务规', 'x定怎', 'x么偿', 'x债务', 'x偿还']);
    expect(asked?.pieces[0]).toBe('夫妻债务规');
  });

  it('leaves out what is in every second document, and no more', () => {
    expect(pairsToAdd('夫妻债务规定', new Map([['规定', 50], ['债务', 45]]))?.terms).toEqual(['x夫妻', 'x妻债', 'x务规', 'x债务']);
  });

  it('asks for at most 24 pairs', () => {
    const long = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7)).join('');
    expect(pairsToAdd(long, new Map())?.terms).toHaveLength(24);
  });

  it('stops at the common ones once the rare ones have enough, but not before eight', () => {
    const text = Array.from({ length: 13 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7)).join('');
    const shares = (share: number) => new Map(Array.from({ length: 12 }, (_, at) => [text.slice(at, at + 2), share]));
    expect(pairsToAdd(text, shares(4))?.terms).toHaveLength(11);
    expect(pairsToAdd(text, shares(30))?.terms).toHaveLength(8);
  });

  it('asks for the table of a bundle once, and again where it did not come', async () => {
    let away = true;
    let asked = 0;
    const pairs = new CommonPairs(() => {
      asked += 1;
      return away ? Promise.reject(new Error('away')) : Promise.resolve({ 30: '规定' });
    });
    const bundles = [{ path: '/b/', kind: 'base' as const, official: 'all' as const, documents: 10, oldest: '', newest: '', leaveOut: [] }];
    await expect(pairs.of(bundles)).rejects.toThrow('away');
    away = false;
    expect((await pairs.of(bundles)).get('规定')).toBe(30);
    await pairs.of(bundles);
    expect(asked).toBe(2);
  });

  it('is none where only a word or two are asked for', () => {
    expect(pairsToAdd('营商齉龘', new Map())).toBeNull();
  });

  it('is one, short as it may be, where its words say so', () => {
    expect(pairsToAdd('居住权是什么？', new Map())?.terms).toEqual(expect.arrayContaining(['x居住', 'x住权']));
    expect(pairsToAdd('什么？', new Map())).toBeNull();
  });

  it('adds scores up by the rarity of each pair in the whole, and wants more than one pair', () => {
    const bundle = (found: number, ...results: PagefindResult[]) => ({ results, documents: 1000, found });
    const rare = [bundle(2, result('a', 6), result('b', 6)), bundle(2, result('c', 6))];
    const second = [bundle(100, result('a', 3)), bundle(100, result('c', 2), result('d', 9))];
    expect(addUp([rare, second]).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('brings scores of a bundle where everything has the pair to those of the whole', () => {
    const hot = { results: [result('hot', 0.1)], documents: 5, found: 5 };
    const base = { results: [result('base', 5)], documents: 2000, found: 20 };
    const other = [{ results: [result('hot', 4), result('base', 1)], documents: 2000, found: 20 }];
    expect(addUp([[hot, base], other])[0]?.id).toBe('hot');
  });
});

describe('document numbers', () => {
  const numbered = (id: string, number: string): PagefindResult => ({
    ...result(id, 1),
    data: () => Promise.resolve({ url: '/', content: '', meta: { number } }),
  });

  it('come before what speaks of them, by series where it was said', async () => {
    const own = numbered('own', 'x孝政 x政发 〔 xd2026 〕 xb12 x号0');
    const office = numbered('office', 'x孝政 x政办 x办发 〔 xd2026 〕 xb12 x号0');
    const ranked = [result('speaks', 9), office, own];
    const asked = { series: '孝政发', year: '2026', number: '12' };
    expect((await numberedFirst(asked, [office, own], ranked)).map(({ id }) => id)).toEqual(['own', 'speaks', 'office']);
    expect((await numberedFirst({ ...asked, series: '' }, [office, own], ranked)).map(({ id }) => id)).toEqual(['office', 'own', 'speaks']);
  });
});

describe('results that are read anyway', () => {
  const hit = (title: string, text = ''): { title: string; text: string } => ({ title, text });

  it('are ordered by how exactly they have what was typed', () => {
    const hits = [hit('别的', '商标纠纷的 解释'), hit('关于商标纠纷的解释（二）'), hit('别的', '商标纠纷的解释'), hit('《商标纠纷的解释》')];
    expect(exactFirst(hits, '商标纠纷的解释')).toEqual([hits[3], hits[1], hits[2], hits[0]]);
  });
});

describe('suggestions', () => {
  const suggestions = { subjects: ['社会保险', '保险监管'], titles: ['关于社会保险补贴的通知', '社会保险', '保险箱'] };

  it('name subjects first, and what begins with the text before what has it inside', () => {
    expect(suggestionsFor('保险', suggestions)).toEqual(['保险监管', '社会保险', '保险箱', '关于社会保险补贴的通知']);
  });

  it('want every word, and say nothing that is typed already', () => {
    expect(suggestionsFor('补贴 保险', suggestions)).toEqual(['关于社会保险补贴的通知']);
    expect(suggestionsFor('社会保险', suggestions)).toEqual(['关于社会保险补贴的通知']);
    expect(suggestionsFor('  ', suggestions)).toEqual([]);
  });
});

describe('bundles', () => {
  const bundle = (oldest: string, newest: string, more: Partial<PointedBundle> = {}): PointedBundle => ({
    path: `/${oldest}/`,
    kind: 'base',
    official: 'none',
    documents: 1,
    oldest,
    newest,
    leaveOut: [],
    ...more,
  });
  const pointer: Pointer = {
    version: 1,
    waiting: 0,
    engine: '/e/',
    bundles: [bundle('20190301', '20211231'), bundle('20220101', '20241231'), bundle('', '')],
  };

  it('are asked only where a month can be in them', () => {
    expect(bundlesFor(pointer.bundles, { first: '202101', last: '202112' }).map(({ oldest }) => oldest)).toEqual(['20190301']);
    expect(bundlesFor(pointer.bundles, null)).toHaveLength(3);
  });

  it('say which years there are', () => {
    expect(yearsOf(pointer)).toEqual([2024, 2023, 2022, 2021, 2020, 2019]);
  });

  it('are asked official and new ones first, then others by age', () => {
    const official = bundle('20000101', '20241231', { official: 'all' });
    const hot = bundle('20260101', '20260201', { kind: 'hot' });
    const [old, young] = [bundle('20190301', '20211231'), bundle('20220101', '20251231')];
    expect(stepsOf([hot, old, official, young])).toEqual([[hot, official], [young], [old]]);
    expect(stepsOf([old, young])).toEqual([[young], [old]]);
    const decades = ['20201231', '20151231', '20101231', '20051231', '20001231'].map((newest) => bundle('20000101', newest));
    expect(stepsOf([...decades].reverse()).map(({ length }) => length)).toEqual([1, 2, 2]);
    expect(stepsOf([...decades].reverse()).flat()).toEqual(decades);
  });

  it('say what is not to be shown, with what is to be taken from the counts', () => {
    const left = leftOutOf(bundle('', '', { leaveOut: ['guard', 'abc zcwj szf  valid'] }));
    expect(left.get('guard')).toEqual({});
    expect(left.get('abc')).toEqual({ column: 'zcwj', department: 'szf', validity: 'valid' });
  });
});
