/** Everything people see is in the time of the city; China has one zone and no daylight saving since 1992. */
const SHANGHAI = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: SHANGHAI, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Day in Shanghai of an instant, `yyyy-mm-dd`. */
export const shanghaiDay = (instant: string): string => parts.format(new Date(instant));

/** Month in Shanghai of an instant as `yyyymm`; `000000` without one (design: site, "Pages and addresses"). */
export const addressMonth = (instant: string | null): string => (instant ? shanghaiDay(instant).slice(0, 7).replace('-', '') : '000000');
