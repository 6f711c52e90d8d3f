import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  { name: '页眉里的搜索框', file: 'SearchForm.astro', props: { id: 'example-small' } },
  { name: '首页的搜索框', file: 'SearchForm.astro', props: { id: 'example-large', size: 'large', label: '查文件、看公告、找部门' } },
];
