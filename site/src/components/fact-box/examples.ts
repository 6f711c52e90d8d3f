import type { Example } from '../../component-page/example.ts';

const rows = [
  { label: '索引号', value: 'SZF-2026-00312' },
  { label: '发文机关', value: '孝感市人民政府' },
  { label: '发文字号', value: '孝政发〔2026〕12号' },
  { label: '成文日期', value: '2026年11月16日' },
  { label: '有效性', value: '有效', mark: 'valid' },
];

export const examples: Example[] = [
  { name: '公文', file: 'FactBox.astro', props: { official: true, rows } },
  {
    name: '已废止的公文',
    file: 'FactBox.astro',
    props: { official: true, rows: [...rows.slice(0, 4), { label: '有效性', value: '已废止', mark: 'void' }] },
  },
  {
    name: '新闻',
    file: 'FactBox.astro',
    props: { official: false, rows: [{ label: '发布日期', value: '2026-11-20' }, { label: '来源', value: '市交通运输局' }] },
  },
];
