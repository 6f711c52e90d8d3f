const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' });

/** `yyyymm` in the time of the city. */
export const shanghaiMonth = (moment: Date): string => format.format(moment).replace('-', '').slice(0, 6);
