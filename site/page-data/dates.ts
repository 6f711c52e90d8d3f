/** Moments as people in Xiaogan read them. Nothing here knows what time it is. */

// Summer time was kept from 1986 to 1991: old documents need the zone's history, not eight hours.
const FORMAT = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: string): Record<string, string> {
  return Object.fromEntries(FORMAT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/** `yyyy-mm-dd` in Asia/Shanghai. */
export function dayOf(instant: string): string {
  const { year, month, day } = parts(instant);
  return `${year}-${month}-${day}`;
}

/** `yyyy-mm-dd hh:mm` in Asia/Shanghai, as `PubDate` wants it. */
export function minuteOf(instant: string): string {
  const { year, month, day, hour, minute } = parts(instant);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** `2026年11月5日` from `2026-11-05`. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `2026年11月` from `202611`; documents without any date stand in month `000000`. */
export function monthName(month: string): string {
  return month === '000000' ? '未注明日期' : `${Number(month.slice(0, 4))}年${Number(month.slice(4))}月`;
}

/** How often a column gets something new, as its rule says. Days that are whole years or months are said so. */
export function freshnessOf(days: number | null): string {
  if (days === null) return '按需更新';
  if (days % 365 === 0) return days === 365 ? '每年至少更新一次' : `每 ${days / 365} 年至少更新一次`;
  if (days >= 28) return `每 ${Math.round(days / 30.4)} 个月至少更新一次`;
  return days % 7 === 0 ? `每 ${days / 7} 周至少更新一次` : `每 ${days} 天至少更新一次`;
}
