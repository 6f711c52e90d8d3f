import type { CatalogueOverview, CatalogueRow } from '../../../page-data/types-of-rooms.ts';
import type { Example } from '../../component-page/example.ts';

const row: CatalogueRow = {
  indexNumber: '011303/2026-00312',
  title: '市人民政府办公室关于推进社区老年助餐服务的实施意见',
  href: '/zcwj/202611/a.html',
  summary: '到2027年底，城区社区老年助餐点达到72个，每个乡镇至少建成一个。',
  made: '2026-11-16',
};
const rows: CatalogueRow[] = [
  row,
  { ...row, indexNumber: '011303/2026-00311', title: '孝感市市级储备粮管理办法', summary: '' },
  {
    ...row,
    indexNumber: '01130300000000000000/2003-000000000017-补录',
    title: '市人民政府关于批转市财政局、市发展计划委员会、市建设局《孝感市城市基础设施配套费征收使用管理暂行办法》的通知（已由档案馆移交，原件无日期）',
    made: '',
  },
];

const yearsOf = (place: string, first: number, last: number, count: (year: number) => number) =>
  Array.from({ length: first - last + 1 }, (_, index) => first - index).map((year) => ({
    year: `${year}年`,
    href: `/xxgk/mulu/${place}/${year}.html`,
    count: count(year),
  }));
const lines: CatalogueOverview['departments'] = [
  { name: '孝感市人民政府办公室', count: 12_480, years: yearsOf('szfb', 2026, 2003, () => 520) },
  { name: '市交通运输局', count: 61, years: yearsOf('jtj', 2026, 2025, (year) => (year === 2026 ? 40 : 21)) },
  {
    name: '市农业农村局（市乡村振兴局、市委农村工作领导小组办公室）',
    count: 1,
    years: [{ year: '未注明日期', href: '/xxgk/mulu/nyj/0000.html', count: 1 }],
  },
];

export const examples: Example[] = [
  {
    name: '一页目录：没有概述的、长索引号而不知生成日期的',
    file: 'CatalogueTable.astro',
    props: { rows, caption: '孝感市人民政府办公室公开目录（2026年）' },
  },
  { name: '各部门条数：二十四年的、两年的、名称长而没有日期的', file: 'CatalogueCounts.astro', props: { lines } },
];
