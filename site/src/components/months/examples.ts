import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  {
    name: '两年，第一年展开',
    file: 'Months.astro',
    props: {
      years: [
        {
          year: '2026',
          months: [
            { href: '/zcwj/202611/', text: '2026年11月', month: '202611', count: 12 },
            { href: '/zcwj/202610/', text: '2026年10月', month: '202610', count: 3 },
          ],
        },
        { year: '2025', months: [{ href: '/zcwj/202512/', text: '2025年12月', month: '202512', count: 7 }] },
      ],
    },
  },
];
