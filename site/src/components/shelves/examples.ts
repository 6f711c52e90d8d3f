import type { ColumnPage } from '../../../page-data/types.ts';
import type { Example } from '../../component-page/example.ts';

type Shelves = NonNullable<ColumnPage['shelves']>;

const years = Array.from({ length: 24 }, (_, index) => 2026 - index).map((year) => ({ href: `/zcwj/nian/${year}.html`, text: `${year}年`, count: 8412 - (2026 - year) * 300 }));
const themes = ['国土资源、能源', '综合政务', '农业、林业、水利', '城乡建设、环境保护', '劳动、人事、监察'].map((text, index) => ({
  href: `/zcwj/zhuti/${'0'.repeat(15)}${index}.html`,
  text,
  count: 400 - index * 97,
}));
const departments = [
  { href: '/zcwj/bumen/szfb.html', text: '孝感市人民政府办公室', count: 6120 },
  { href: '/zcwj/bumen/nyj.html', text: '市农业农村局（市乡村振兴局、市委农村工作领导小组办公室）', count: 1 },
];
const shelves = (groups: Shelves['groups']): { shelves: Shelves } => ({ shelves: { groups, search: '/search/?column=zcwj' } });

export const examples: Example[] = [
  {
    name: '二十四年折叠，五个主题，两个部门',
    file: 'Shelves.astro',
    props: shelves([{ heading: '年份', links: years }, { heading: '主题', links: themes }, { heading: '部门', links: departments }]),
  },
  { name: '新栏目：只有一年', file: 'Shelves.astro', props: shelves([{ heading: '年份', links: years.slice(0, 1) }]) },
  { name: '还没有内容', file: 'Shelves.astro', props: shelves([]) },
];
