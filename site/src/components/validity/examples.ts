import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [
  { name: '有效', file: 'Validity.astro', props: { code: 'valid', label: '有效' } },
  { name: '已失效', file: 'Validity.astro', props: { code: 'invalid', label: '已失效' } },
  { name: '已废止', file: 'Validity.astro', props: { code: 'repealed', label: '已废止' } },
];
