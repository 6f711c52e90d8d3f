import type { Bar } from '../../../page-data/statistics.ts';
import type { Example } from '../../component-page/example.ts';

const MOST = 1280;
const bar = (label: string, value: number): Bar => ({ label, value, percent: Math.round((value / MOST) * 100) });

export const examples: Example[] = [
  {
    name: '按月：最多、很少、没有',
    file: 'Bars.astro',
    props: {
      label: '各月发布量',
      heads: ['月份', '条数'],
      bars: [bar('2026年11月', 312), bar('2026年10月', MOST), bar('2026年9月', 7), bar('2026年8月', 0), bar('未注明日期', 64)],
    },
  },
  {
    name: '计数表：有链接、没有链接、没有数、名称很长',
    file: 'Counts.astro',
    props: {
      label: '各部门发布情况',
      heads: ['部门', '累计条数', '近 12 个月', '最新一条'],
      rows: [
        { cells: ['市交通运输局', 1204, 96, '2026年11月20日'], href: '/bm/jtj/' },
        { cells: ['市农业农村局（市乡村振兴局、市委农村工作领导小组办公室）', 38, 0, null], href: '/bm/nyj/' },
        { cells: ['已撤销的部门', 5, 0, null], href: null },
      ],
    },
  },
  {
    name: '口径和数据',
    file: 'Definition.astro',
    props: { text: '按发布日期计，撤回的不计；同时显示在其他栏目的不重复计算。', table: { href: '/tj/months.csv', text: '各月发布量（CSV）' } },
  },
];
