import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  {
    name: '带“更多”',
    file: 'Panel.astro',
    props: { heading: '公示公告', id: 'example-panel', more: { href: '/gsgg/', text: '更多' } },
    slot: '<p>栏目的内容。</p>',
  },
];
