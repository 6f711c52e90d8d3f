const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/360SE|360EE|QihooBrowser/, '360 浏览器'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS/, 'macOS'],
  [/Kylin|UOS/i, '国产系统'],
  [/Linux/, 'Linux'],
];

const named = (agent: string, names: [RegExp, string][]): string => names.find(([mark]) => mark.test(agent))?.[1] ?? '';

/** A browser as people call it; what is unknown is said to be. */
export const shownAgent = (agent: string): string => [named(agent, BROWSERS), named(agent, SYSTEMS)].filter(Boolean).join(' · ') || '其他程序';
