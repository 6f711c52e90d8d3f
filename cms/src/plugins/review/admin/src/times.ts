/** Everything people see is in Beijing time, wherever the browser stands. */
const SHANGHAI = 'Asia/Shanghai';
/** China has had no summer time since 1991. */
const OFFSET = '+08:00';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: SHANGHAI,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const fieldsOf = (instant: number): Record<string, string> =>
  Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));

/** `2026-11-23 19:15`, Beijing time, of an ISO 8601 instant. */
export const shownMinute = (instant: string): string => {
  const { year, month, day, hour, minute } = fieldsOf(Date.parse(instant));
  return `${year}-${month}-${day} ${hour}:${minute}`;
};

/** `2026-11-23`, the day in Beijing of an instant. */
export const shownDay = (instant: string): string => shownMinute(instant).slice(0, 10);

/** The same with seconds, for the audit. */
export const shownSecond = (instant: string): string => `${shownMinute(instant)}:${fieldsOf(Date.parse(instant)).second}`;

/** Value of a `datetime-local` input (`2026-11-23T19:15`) that shows this moment in Beijing time. */
export const inputValue = (moment: number): string => {
  const { year, month, day, hour, minute } = fieldsOf(moment);
  return `${year}-${month}-${day}T${hour}:${minute}`;
};

/** Instant (ISO 8601, UTC) of a `datetime-local` value read as Beijing time; null while it is incomplete. */
export const instantOfInput = (value: string): string | null => {
  const moment = Date.parse(`${value}:00${OFFSET}`);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
};

/** How long something waits: `刚刚`, `25 分钟`, `3 小时`, `4 天`. */
export const waited = (since: string, now: number): string => {
  const past = now - Date.parse(since);
  if (past < MINUTE_MS) return '刚刚';
  if (past < HOUR_MS) return `${Math.floor(past / MINUTE_MS)} 分钟`;
  if (past < DAY_MS) return `${Math.floor(past / HOUR_MS)} 小时`;
  return `${Math.floor(past / DAY_MS)} 天`;
};
