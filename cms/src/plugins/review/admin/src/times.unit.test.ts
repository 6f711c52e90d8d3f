import { DAY_MS, inputValue, instantOfInput, shownMinute, shownSecond, waited } from './times';

const NOW = Date.parse('2026-11-23T19:15:30.000Z');

describe('times of the admin', () => {
  it('are Beijing time wherever the browser stands', () => {
    expect(shownMinute('2026-11-23T19:15:30.000Z')).toBe('2026-11-24 03:15');
    expect(shownSecond('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00:00');
  });

  it('go into a date-time input and come back as the same minute', () => {
    expect(inputValue(NOW)).toBe('2026-11-24T03:15');
    expect(instantOfInput(inputValue(NOW))).toBe('2026-11-23T19:15:00.000Z');
  });

  it('are none while the input is incomplete', () => {
    expect(instantOfInput('')).toBeNull();
    expect(instantOfInput('2026-11-24T')).toBeNull();
  });

  it('say how long something waits in the largest unit that is full', () => {
    const since = (ago: number) => new Date(NOW - ago).toISOString();
    expect([30_000, 25 * 60_000, 3.5 * 3_600_000, 4 * DAY_MS].map((ago) => waited(since(ago), NOW))).toEqual([
      '刚刚',
      '25 分钟',
      '3 小时',
      '4 天',
    ]);
  });
});
