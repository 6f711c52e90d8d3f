import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  {
    name: '两个链接',
    file: 'LinkPanel.astro',
    props: {
      heading: '相关解读',
      id: 'example-links',
      links: [
        { href: '/zcjd/a.html', text: '一图读懂优化营商环境若干措施' },
        { href: '/zcjd/b.html', text: '十问十答：企业开办一日办结' },
      ],
    },
  },
];
