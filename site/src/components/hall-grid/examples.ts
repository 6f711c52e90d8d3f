import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  {
    name: '三个栏目，一个暂无内容',
    file: 'HallGrid.astro',
    props: {
      columns: [
        { code: 'gzbg', name: '工作报告', href: '/gzbg/', newest: '2026-11-18' },
        { code: 'xsdt', name: '县市区动态', href: '/xsdt/', newest: '2026-11-20' },
        { code: 'yjxx', name: '应急信息', href: '/yjxx/', newest: null },
      ],
    },
  },
];
