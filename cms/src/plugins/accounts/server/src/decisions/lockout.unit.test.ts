import type { Attempts } from './lockout';
import { afterFailure, isLocked, lockMinutes, NO_ATTEMPTS } from './lockout';

const NOON = Date.parse('2026-11-23T04:00:00.000Z');
const MINUTE = 60_000;

const fail = (attempts: Attempts, times: number, now = NOON): Attempts => {
  let after = attempts;
  for (let time = 0; time < times; time += 1) after = afterFailure(after, now).attempts;
  return after;
};

test('four failures do not lock, the fifth does, for fifteen minutes', () => {
  expect(isLocked(fail(NO_ATTEMPTS, 4), NOON)).toBe(false);
  const locked = fail(NO_ATTEMPTS, 5);
  expect(isLocked(locked, NOON + 15 * MINUTE - 1)).toBe(true);
  expect(isLocked(locked, NOON + 15 * MINUTE)).toBe(false);
});

test('each further lock lasts twice as long, at most a day', () => {
  expect([1, 2, 3, 4, 7, 8, 30].map(lockMinutes)).toEqual([15, 30, 60, 120, 960, 1440, 1440]);
  const second = fail(fail(NO_ATTEMPTS, 5), 5, NOON + 16 * MINUTE);
  expect(second.lockedUntil).toBe(new Date(NOON + 46 * MINUTE).toISOString());
});

test('attempts on a locked account do not make the lock longer', () => {
  const locked = fail(NO_ATTEMPTS, 5);
  expect(fail(locked, 50, NOON + MINUTE)).toEqual(locked);
});

test('failures of the day before are forgotten', () => {
  const four = fail(NO_ATTEMPTS, 4);
  expect(isLocked(fail(four, 1, NOON + 25 * 60 * MINUTE), NOON + 25 * 60 * MINUTE)).toBe(false);
});
