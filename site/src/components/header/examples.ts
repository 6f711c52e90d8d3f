import type { Example } from '../../component-page/example.ts';
import { frame } from '../../component-page/frame.ts';

export const examples: Example[] = [{ name: '带搜索框的页眉', file: 'Header.astro', props: { frame } }];
