import { phrases } from './phrases.ts';

describe('phrases of a title', () => {
  const titles = [
    '孝感市人民政府关于印发孝感市优化营商环境若干措施的通知',
    '2026年第四批城镇老旧小区改造名单公示',
    '《城镇居民基本医疗保险实施办法》政策解读：谁能参保、怎样缴费？',
    'GDP 增长 5.2%',
    '通知',
    '',
  ];

  it.each(titles)('give the title back when joined: %s', (title) => {
    expect(phrases(title).join('')).toBe(title);
  });

  it('keep words and their endings whole', () => {
    expect(phrases('孝感市人民政府关于印发若干措施的通知')).toEqual([
      '孝感市',
      '人民政府',
      '关于',
      '印发',
      '若干',
      '措施的',
      '通知',
    ]);
  });

  it('keep numbers with what they count', () => {
    expect(phrases('2026年第四批名单')).toEqual(['2026年', '第四批', '名单']);
  });

  it('never let a piece begin with punctuation that may not begin a line', () => {
    for (const title of titles)
      for (const piece of phrases(title).slice(1)) expect(piece).not.toMatch(/^[，、。：；？！）》」』〕】%]/);
  });

  it('never let a piece end with an opening bracket', () => {
    for (const title of titles) for (const piece of phrases(title)) expect(piece).not.toMatch(/[（《「『〔【]$/);
  });
});
