import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  {
    name: '标题很长，只显示开头',
    file: 'Breadcrumb.astro',
    props: {
      trail: [
        { href: '/', text: '首页' },
        { href: '/xxgk/', text: '信息公开' },
        { href: '/zcwj/', text: '政策文件' },
        { href: '/zcwj/a.html', text: '市人民政府关于印发孝感市城镇老旧小区改造三年行动方案（2026—2028年）的通知' },
      ],
    },
  },
];
