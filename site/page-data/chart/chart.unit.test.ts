import type { ParticularsOf } from '../../contract/index.ts';
import { chartsOf } from './chart.ts';
import { figureOf, ticksOf, tickText } from './figures.ts';
import { apart, shownNames } from './lines.ts';
import { panelsOf } from './series.ts';

const dataset = (given: Partial<ParticularsOf<'dataset'>>): ParticularsOf<'dataset'> => ({
  type: 'dataset',
  unit: '亿元',
  period: '2026年前三季度',
  definition: '演示口径',
  heads: ['地区', '总量'],
  rows: [
    ['甲县', '1,024.5'],
    ['乙县', '512'],
  ],
  chart: 'bar',
  ...given,
});

test('figures are read as a statistics office writes them, and what is no figure is a gap', () => {
  expect(['1,024.5', '−3.2', '-3.2', '12.5%', ' 0 ', '１２', '+4'].map(figureOf)).toEqual([1024.5, -3.2, -3.2, 12.5, 0, 12, 4]);
  expect(['—', '-', '…', '', '持平', '1.2.3', '3—5'].map(figureOf)).toEqual([null, null, null, null, null, null, null]);
});

test('scales have round steps, cover both ends, and say 0.3 and not 0.30000000000000004', () => {
  expect(ticksOf(0, 97)).toEqual([0, 50, 100]);
  expect(ticksOf(-3, 12)).toEqual([-5, 0, 5, 10, 15]);
  expect(ticksOf(0, 0.42)).toEqual([0, 0.2, 0.4, 0.6]);
  expect(ticksOf(98, 103)).toEqual([98, 100, 102, 104]);
  expect(ticksOf(0, 0)).toEqual([0, 0.5, 1]);
  expect(ticksOf(7, 7).at(-1)).toBeGreaterThanOrEqual(7);
  expect([1500, -0.5, 1234567].map(tickText)).toEqual(['1,500', '−0.5', '1,234,567']);
});

test('rates never share a scale with amounts, nor an amount with one a dozen times larger', () => {
  const series = (name: string, ...values: number[]) => ({ name, values, texts: values.map(String) });
  const names = panelsOf([
    series('总量', 1000, 1200),
    series('同比增长（%）', 5, 6),
    series('其中：工业', 400, 500),
    series('其中：渔业', 3, 4),
  ]).map((panel) => panel.series.map(({ name }) => name));
  expect(names).toEqual([['总量', '其中：工业'], ['同比增长（%）'], ['其中：渔业']]);
});

test('bars begin at zero, negative ones on its left, and are as long as their figures', () => {
  const [chart] = chartsOf(dataset({ rows: [['甲县', '10'], ['乙县', '-5'], ['丙县', '—']] }));
  const [positive, negative] = chart!.series[0]!.bars;
  expect(positive!.x).toBeCloseTo(negative!.x + negative!.width, 0);
  expect(positive!.width / negative!.width).toBeCloseTo(2, 1);
  expect(chart!.series[0]!.bars).toHaveLength(2);
  expect(chart!.values.map(({ text }) => text)).toEqual(['10', '-5', '—']);
  expect(Math.min(...chart!.series[0]!.bars.map(({ x }) => x))).toBeGreaterThanOrEqual(0);
});

test('a gap in the figures is a gap in the line, and everything stays inside the picture', () => {
  const rows = ['1', '2', '—', '4', '5'].map((value, index) => [`${index + 1}月`, value]);
  const [chart] = chartsOf(dataset({ chart: 'line', rows }));
  expect(chart!.series[0]!.path.match(/M/g)).toHaveLength(2);
  expect(chart!.series[0]!.marks).toHaveLength(4);
  for (const { x, y } of chart!.series[0]!.marks) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(chart!.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(chart!.height);
  }
});

test('one row is no line, words are no chart, and who asks for none gets none', () => {
  expect(chartsOf(dataset({ chart: 'line', rows: [['2026年', '7']] }))[0]!.kind).toBe('bar');
  expect(chartsOf(dataset({ rows: [['甲县', '持平']] }))).toEqual([]);
  expect(chartsOf(dataset({ chart: 'none' }))).toEqual([]);
});

test('of very many rows the picture shows some and says so', () => {
  const rows = Array.from({ length: 300 }, (_, index) => [`第${index}`, String(index)]);
  expect(chartsOf(dataset({ rows }))[0]!.note).toBe('图中为前 24 行，全部数据见表。');
  expect(chartsOf(dataset({ rows, chart: 'line' }))[0]!.note).toBe('图中为最近 240 行，全部数据见表。');
});

test('what the picture shows is told in words too', () => {
  expect(chartsOf(dataset({}))[0]!.description).toBe(
    '条形图，甲县至乙县。总量最高 1,024.5（甲县），最低 512（乙县）。全部数据见表。',
  );
});

test('names along the bottom have room, the first and the last among them', () => {
  const names = Array.from({ length: 36 }, (_, index) => `2024年${index + 1}月`);
  const shown = shownNames(names, 300);
  expect([shown[0], shown.at(-1)]).toEqual([0, 35]);
  expect(shown.length).toBeLessThan(6);
  expect(shownNames(['1月', '2月', '3月'], 300)).toEqual([0, 1, 2]);
});

test('labels of lines that end together are moved apart in their order', () => {
  expect(apart([50, 48, 100])).toEqual([62, 48, 100]);
});
