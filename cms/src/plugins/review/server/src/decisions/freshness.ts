import { shanghaiDay } from './calendar';

export type Freshness = 'fresh' | 'near' | 'past' | 'empty';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The last fifth of the limit is a warning, at least a day: two weeks warn three days ahead, half a year five weeks. */
const WARNING_SHARE = 5;

/** Whole days of the calendar in Shanghai between two instants. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(shanghaiDay(to)) - Date.parse(shanghaiDay(from))) / DAY_MS);

/**
 * 更新时限: how a column stands against its limit. Source: 政府网站与政务新媒体检查指标 (国办秘书函〔2019〕19号), columns not updated in
 * their time are counted one by one. Days are days of the calendar in Shanghai; the day of the limit itself is still in time.
 * @param newest instant of the newest public item; null: there is none
 * @returns the state, and days left (below zero: days overdue; null where nothing was ever public)
 */
export const freshnessOf = (freshWithinDays: number, newest: string | null, now: string): { state: Freshness; daysLeft: number | null } => {
  if (newest === null) return { state: 'empty', daysLeft: null };
  const daysLeft = freshWithinDays - daysBetween(newest, now);
  if (daysLeft < 0) return { state: 'past', daysLeft };
  return { state: daysLeft <= Math.ceil(freshWithinDays / WARNING_SHARE) ? 'near' : 'fresh', daysLeft };
};
