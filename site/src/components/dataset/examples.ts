import { chartsOf } from '../../../page-data/chart/chart.ts';
import type { DatasetView } from '../../../page-data/dataset.ts';
import type { Example } from '../../component-page/example.ts';

type Asked = Pick<DatasetView, 'title' | 'unit' | 'period' | 'heads'> & { chart: 'none' | 'line' | 'bar'; rows: string[][]; definition: string[] };

const viewOf = ({ title, unit, period, heads, rows, definition, chart }: Asked): DatasetView => ({
  title,
  unit,
  period,
  heads,
  definition,
  rows: rows.map((row) => row.map((text, index) => ({ text, figure: index > 0 && !/\p{Script=Han}/u.test(text) }))),
  charts: chartsOf({ type: 'dataset', unit, period, heads, rows, chart, definition: definition.join('\n') }),
  download: { href: '/sjfb/202611/a.csv', size: '1.2 KB' },
});

const quarters = viewOf({
  title: '2026年前三季度地区生产总值',
  unit: '亿元',
  period: '2026年前三季度',
  heads: ['季度', '第一产业', '第二产业', '第三产业'],
  rows: [['一季度', '68.2', '241.7', '310.5'], ['二季度', '92.4', '266.0', '318.9'], ['三季度', '121.3', '270.8', '—']],
  chart: 'line',
  definition: ['地区生产总值按现价计算，增长速度按不变价格计算。', '数据来源：市统计局，为初步核算数。'],
});
const cities = viewOf({
  title: '2026年10月各县（市、区）空气质量',
  unit: '天',
  period: '2026年1—10月',
  heads: ['县（市、区）和监测站点', '优', '良', '轻度污染', '中度污染', '重度污染', '优良天数比例（%）', '首要污染物'],
  rows: Array.from({ length: 26 }, (_, index) => [`演示第${index + 1}监测站点`, `${120 - index}`, `${150 + index}`, '21', '3', '0', '88.8', index % 2 ? '细颗粒物' : '臭氧（八小时滑动平均）']),
  chart: 'none',
  definition: ['优良天数比例：空气质量指数不大于 100 的天数占有效监测天数的比例。'],
});

export const examples: Example[] = [
  { name: '有折线图，一格没有数', file: 'Dataset.astro', props: { dataset: quarters, id: 'example-quarters' } },
  { name: '没有图，二十六行八列', file: 'Dataset.astro', props: { dataset: cities, id: 'example-cities' } },
];
