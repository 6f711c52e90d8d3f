import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  {
    name: '两个附件，一个名称很长',
    file: 'Attachments.astro',
    props: {
      attachments: [
        { href: '/a.docx', name: '营商环境重点任务清单.docx', type: 'Word 文档', size: '48 KB' },
        { href: '/b.xlsx', name: '2026年全市城镇老旧小区改造三年行动方案分县市区分年度任务分解与责任单位汇总表.xlsx', type: 'Excel 表格', size: '1.2 MB' },
      ],
    },
  },
];
