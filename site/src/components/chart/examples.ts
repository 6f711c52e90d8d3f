import { chartsOf, type Chart } from '../../../page-data/chart/chart.ts';
import type { Example } from '../../component-page/example.ts';

const drawn = (kind: 'line' | 'bar', heads: string[], rows: string[][]): Chart =>
  chartsOf({ type: 'dataset', unit: '亿元', period: '2026年1—10月', definition: '演示数据。', heads, rows, chart: kind })[0]!;

const months = Array.from({ length: 10 }, (_, index) => index + 1);

export const examples: Example[] = [
  {
    name: '折线：一个指标',
    file: 'Chart.astro',
    props: { id: 'example-line', chart: drawn('line', ['月份', '地区生产总值'], months.map((month) => [`${month}月`, `${210 + month * 7 + (month % 3) * 9}.4`])) },
  },
  {
    name: '折线：四个指标，形状不同，一个月没有数',
    file: 'Chart.astro',
    props: {
      id: 'example-lines',
      chart: drawn(
        'line',
        ['月份', '工业', '建筑业', '批发和零售业', '交通运输、仓储和邮政业'],
        months.map((month) => [`${month}月`, `${80 + month * 2}`, month === 2 ? '—' : `${64 - month}`, `${40 + (month % 4) * 3}`, `${22 + month}`]),
      ),
    },
  },
  {
    name: '条形：有增有减',
    file: 'Chart.astro',
    props: { id: 'example-signed', chart: drawn('bar', ['县（市、区）', '同比增减'], [['孝南区', '12.6'], ['汉川市', '-3.1'], ['应城市', '0'], ['大悟县', '-8.4']]) },
  },
  {
    name: '条形：两年相比，花纹不同',
    file: 'Chart.astro',
    props: {
      id: 'example-pairs',
      chart: drawn('bar', ['科目', '2025年', '2026年'], [['教育支出', '52.3', '56.8'], ['社会保障和就业支出', '61.0', '64.2'], ['卫生健康支出', '38.5', '37.9']]),
    },
  },
  {
    name: '条形：只画前二十四行',
    file: 'Chart.astro',
    props: { id: 'example-many', chart: drawn('bar', ['乡镇', '投资'], Array.from({ length: 40 }, (_, index) => [`演示第${index + 1}乡`, `${96 - index * 2}`])) },
  },
  { name: '条形：一行', file: 'Chart.astro', props: { id: 'example-single', chart: drawn('bar', ['项目', '决算'], [['市级一般公共预算收入', '128.7']]) } },
];
