import type { Example } from '../../component-page/example.ts';

export const examples: Example[] = [{ name: '标识，不是徽标', file: 'Mark.astro', props: {} }];
