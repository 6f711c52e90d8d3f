/** Dates as they stand in exports of older systems, read as Asia/Shanghai unless they carry a zone of their own. */
const FORMS = [
  /** 2024-01-15 17:29:00, 2024/1/5, 2024.1.5, 2024-01-15T17:29 */
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[ T](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?)?$/,
  /** 2021年11月26日, 2021年11月26日 9时30分, 2021年11月26日 09:30 */
  /^(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?日(?: ?(?<hour>\d{1,2})[:时](?<minute>\d{2})(?:[:分](?<second>\d{2})?秒?)?)?$/,
  /** 20220924 */
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** China has one time zone and has had no summer time since 1991; older dates carry no hour that it could shift. */
const SHANGHAI_OFFSET_HOURS = 8;

/**
 * @param text one line, blanks folded, digits half-width (see `oneLine` and `halfWidth`)
 * @returns the instant, ISO 8601 in UTC with milliseconds; null when it is no date (31 February is none)
 */
export const parseInstant = (text: string): string | null => {
  if (ZONED.test(text)) {
    const moment = new Date(text);
    return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  }
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return null;
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const [hour, minute, second] = [Number(parts.hour ?? 0), Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const dayOnly = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || dayOnly.getUTCMonth() !== month - 1 || dayOnly.getUTCDate() !== day) return null;
  return new Date(Date.UTC(year, month - 1, day, hour - SHANGHAI_OFFSET_HOURS, minute, second)).toISOString();
};

/** @returns the day in Asia/Shanghai, `yyyy-mm-dd`; null when it is no date */
export const parseDay = (text: string): string | null => {
  const instant = parseInstant(text);
  if (instant === null) return null;
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_HOURS * 3_600_000).toISOString().slice(0, 10);
};
