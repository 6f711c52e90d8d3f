import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  { name: '只在词与词之间换行', file: 'Heading.astro', props: { text: '孝感市人民政府关于印发孝感市优化营商环境若干措施的通知' } },
];
