import { holdAfterJump, isDue, retryAt } from './due';

const NOW = '2026-03-01T08:00:00.000Z';

describe('a due change', () => {
  it('is due at its moment and not before', () => {
    expect(isDue({ due_at: NOW, retry_at: null }, NOW)).toBe(true);
    expect(isDue({ due_at: '2026-03-01T08:00:00.001Z', retry_at: null }, NOW)).toBe(false);
  });

  it('that failed waits for its next try, five seconds to five minutes off', () => {
    expect(retryAt(NOW, 0)).toBe('2026-03-01T08:00:05.000Z');
    expect(retryAt(NOW, 1)).toBe('2026-03-01T08:00:10.000Z');
    expect(retryAt(NOW, 99)).toBe('2026-03-01T08:05:00.000Z');
    expect(isDue({ due_at: NOW, retry_at: '2026-03-01T08:00:05.000Z' }, NOW)).toBe(false);
  });

  it('is not put off for years by a retry that a wrong clock wrote', () => {
    expect(isDue({ due_at: NOW, retry_at: '2036-03-01T08:00:05.000Z' }, NOW)).toBe(true);
  });
});

describe('a clock that jumps', () => {
  const at = (wallMs: number, tickMs: number) => ({ wallMs, tickMs });

  it('holds releases for a minute when it jumps forward, and lets them go when the new time stands', () => {
    const held = holdAfterJump(at(0, 0), at(3_600_000, 1_000), null);
    expect(held).toBe(61_000);
    expect(holdAfterJump(at(3_600_000, 1_000), at(3_601_000, 2_000), held)).toBe(61_000);
    expect(holdAfterJump(at(3_659_000, 60_000), at(3_660_500, 61_500), held)).toBeNull();
  });

  it('that is put back at once has published nothing', () => {
    expect(holdAfterJump(at(3_600_000, 1_000), at(2_000, 2_000), 61_000)).toBeNull();
  });

  it('that only drifts, or is looked at for the first time, holds nothing', () => {
    expect(holdAfterJump(null, at(3_600_000, 0), null)).toBeNull();
    expect(holdAfterJump(at(0, 0), at(30_000, 1_000), null)).toBeNull();
  });
});
