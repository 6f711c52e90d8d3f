import { shanghaiDay } from './calendar';

const DAY_MS = 24 * 60 * 60 * 1000;
const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** First instants (ISO 8601, UTC) of the day and of the week, Monday first, in Shanghai; and which day of the week it is, 1 to 7. */
export const startsOf = (now: string): { day: string; week: string; weekday: number } => {
  const day = midnight(shanghaiDay(now));
  // 1970-01-01 in Shanghai was a Thursday.
  const weekday = ((Math.floor((day + 8 * 60 * 60 * 1000) / DAY_MS) + 3) % 7) + 1;
  return { day: new Date(day).toISOString(), week: new Date(day - (weekday - 1) * DAY_MS).toISOString(), weekday };
};
