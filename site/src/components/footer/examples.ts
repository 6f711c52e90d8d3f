import type { Example } from '../../component-page/example.ts';
import { frame } from '../../component-page/frame.ts';

export const examples: Example[] = [{ name: '每页的页脚', file: 'Footer.astro', props: { frame } }];
