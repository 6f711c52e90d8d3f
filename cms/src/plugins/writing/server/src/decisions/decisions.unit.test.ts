import { dateIn, particularsOf } from './particulars';
import { keywordsFor, topicFor } from './suggestions';

describe('particulars of a text', () => {
  it.each([
    ['2026年10月30日', '2026-10-30'],
    ['二〇二六年十月三十日', '2026-10-30'],
    ['二○二六年十一月五日', '2026-11-05'],
    ['2026 年 1 月 2 日', '2026-01-02'],
    ['2026年2月30日', null],
    ['没有日期', null],
  ])('the date in %s', (text, expected) => expect(dateIn(text)).toBe(expected));

  it('are none where the text gives none', () => {
    expect(particularsOf(['今天天气很好。'])).toEqual({ title: null, documentNumber: null, writtenOn: null, issuer: null });
  });
});

describe('suggestions', () => {
  it('follow the matter of the text', () => {
    const title = '关于做好冬季供暖保障工作的通知';
    const text = '为做好冬季供暖保障工作，供暖单位应当按时供热，供暖自十一月十五日起。';
    expect(topicFor(title, text)).toBe('国土资源、能源');
    expect(keywordsFor(title, text)).toContain('供暖');
  });

  it('are none where nothing is clear', () => {
    expect(topicFor('甲', '乙')).toBeNull();
    expect(keywordsFor('甲', '乙')).toEqual([]);
  });
});
