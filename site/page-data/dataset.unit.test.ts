import { Chance, imaginedDocument } from '../build/fixtures/imagined-city.ts';
import { csvOf, datasetView, headlineOf } from './dataset.ts';

const document = (heads: string[], rows: string[][]) =>
  imaginedDocument(new Chance(1), {
    event: 1,
    particulars: { type: 'dataset', unit: '亿元', period: '2026年前三季度', definition: '口径。\n来源。', heads, rows, chart: 'bar' },
  });

test('the data file is RFC 4180 with a byte order mark: CRLF, quotes where a cell needs them', () => {
  expect(csvOf({ heads: ['地区', '总量'], rows: [['甲,乙', '1,024.5'], ['称"丙"', '—']] })).toBe(
    '\uFEFF地区,总量\r\n"甲,乙","1,024.5"\r\n"称""丙""",—\r\n',
  );
});

test('a list shows the newest period, where rows are periods', () => {
  const found = headlineOf(document(['时间', '总量', '增长（%）'], [['8月', '1', '2'], ['9月', '3', '4']]));
  expect(found).toEqual({
    row: '9月',
    period: '2026年前三季度',
    figures: [
      { name: '总量', text: '3', unit: '亿元' },
      { name: '增长（%）', text: '4', unit: '' },
    ],
  });
});

test('and where columns are periods the newest of them; of many rows of one rank none', () => {
  const rows = [['第一产业', '1', '2'], ['第二产业', '3', '—']];
  expect(headlineOf(document(['产业', '2025年', '2026年'], rows))!.figures).toEqual([{ name: '第一产业', text: '2', unit: '亿元' }]);
  const many = Array.from({ length: 9 }, (_, index) => [`第 ${index} 类`, '1', '2']);
  expect(headlineOf(document(['类别', '甲', '乙'], many))).toBeNull();
});

test('cells are printed as they were written, figures and gaps to the right, words to the left', () => {
  const view = datasetView(document(['地区', '总量', '说明'], [['甲县', '1,024.50', '持平'], ['乙县', '—', '']]))!;
  expect(view.rows[0]!.map(({ text }) => text)).toEqual(['甲县', '1,024.50', '持平']);
  expect(view.rows.map((row) => row.map(({ figure }) => figure))).toEqual([
    [false, true, false],
    [false, true, true],
  ]);
});
