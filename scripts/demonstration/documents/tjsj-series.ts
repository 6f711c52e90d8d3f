/**
 * Invented series of the city's figures. Known points are given; between them a straight line with a little noise from a seed, so that a
 * series looks like one, is the same every time, and meets the figures written in other documents.
 */
export interface Month {
  year: number;
  month: number;
}

const indexOf = ({ year, month }: Month): number => year * 12 + month - 1;

/** Noise between -1 and 1 that is always the same for the same place. */
const noise = (seed: number): number => {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  const again = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((again ^ (again >>> 15)) >>> 0) / 2 ** 31 - 1;
};

type Point = [year: number, month: number, value: number];

const seriesThrough = (seed: number, swing: number, points: Point[]) => {
  const placed = points.map(([year, month, value]) => ({ at: indexOf({ year, month }), value }));
  return (when: Month): number => {
    const at = indexOf(when);
    const after = placed.find((point) => point.at >= at) ?? placed.at(-1);
    const before = placed.findLast((point) => point.at <= at) ?? placed[0];
    if (after === undefined || before === undefined) throw new Error('演示数列没有取值点');
    if (after.at === before.at) return after.value;
    const share = (at - before.at) / (after.at - before.at);
    return Math.round((before.value + share * (after.value - before.value) + swing * noise(seed * 7919 + at)) * 10) / 10;
  };
};

/** Growth of the year so far against the same months of the year before, in per cent. */
export const growth = {
  industry: seriesThrough(1, 0.4, [[2024, 2, 7.2], [2024, 6, 6.8], [2024, 12, 6.7], [2025, 3, 6.1], [2025, 6, 6.3], [2025, 12, 6.6], [2026, 3, 5.7], [2026, 6, 6.1], [2026, 9, 6.4], [2026, 10, 6.5]]), // prettier-ignore
  investment: seriesThrough(2, 0.5, [[2024, 2, 7.8], [2024, 6, 6.9], [2024, 12, 6.2], [2025, 6, 5.6], [2025, 12, 5.9], [2026, 3, 4.6], [2026, 9, 5.1], [2026, 10, 5.3]]), // prettier-ignore
  manufacture: seriesThrough(3, 0.7, [[2024, 2, 10.4], [2024, 12, 9.6], [2025, 6, 8.3], [2025, 12, 9.0], [2026, 3, 8.1], [2026, 10, 9.1]]),
  estate: seriesThrough(4, 0.6, [[2024, 2, -9.8], [2024, 12, -8.7], [2025, 6, -7.9], [2025, 12, -7.2], [2026, 9, -6.7], [2026, 10, -6.4]]),
  retail: seriesThrough(5, 0.4, [[2024, 2, 6.4], [2024, 6, 5.3], [2024, 12, 5.7], [2025, 6, 5.9], [2025, 12, 5.6], [2026, 3, 4.7], [2026, 9, 5.2], [2026, 10, 5.2]]), // prettier-ignore
  trade: seriesThrough(6, 1.2, [[2024, 2, 4.1], [2024, 12, 6.5], [2025, 6, 8.8], [2025, 12, 7.0], [2026, 6, 8.1], [2026, 10, 7.7]]),
  revenue: seriesThrough(7, 0.5, [[2024, 2, 5.5], [2024, 12, 4.2], [2025, 6, 4.9], [2025, 12, 5.1], [2026, 6, 4.3], [2026, 10, 4.6]]),
  spending: seriesThrough(8, 0.6, [[2024, 2, 6.2], [2024, 12, 4.4], [2025, 12, 4.1], [2026, 10, 3.9]]),
  electricity: seriesThrough(9, 0.6, [[2024, 2, 8.9], [2024, 8, 9.3], [2024, 12, 7.6], [2025, 8, 6.8], [2025, 12, 6.2], [2026, 10, 6.0]]),
  deposits: seriesThrough(10, 0.3, [[2024, 2, 10.2], [2024, 12, 9.6], [2025, 12, 9.1], [2026, 10, 8.8]]),
  loans: seriesThrough(11, 0.3, [[2024, 2, 11.8], [2024, 12, 10.7], [2025, 12, 9.9], [2026, 10, 9.5]]),
  prices: seriesThrough(12, 0.1, [[2024, 2, 0.2], [2024, 12, 0.3], [2025, 12, 0.4], [2026, 10, 0.6]]),
};

/** What had come together by the end of each month, as a share of the year. */
const SHARE = [0.075, 0.152, 0.243, 0.322, 0.405, 0.497, 0.578, 0.661, 0.75, 0.833, 0.915, 1];
/** A stock hardly moves over a year. */
const STOCK = [0.945, 0.95, 0.958, 0.96, 0.965, 0.974, 0.978, 0.983, 0.99, 1, 1.004, 1.01];

const LATEST = { estate: 183.6, retail: 1214.8, trade: 142.3, revenue: 163.5, spending: 398.2, electricity: 149.7, deposits: 4416, loans: 3287.4 };
export type Total = keyof typeof LATEST;

/** Total of the year so far (stock at the end of the month for deposits and loans), in 亿元 or 亿千瓦时. */
export const total = (name: Total, { year, month }: Month): string => {
  const shares = name === 'deposits' || name === 'loans' ? STOCK : SHARE;
  let value = (LATEST[name] * (shares[month - 1] ?? 1)) / (shares[9] ?? 1);
  for (let later = 2026; later > year; later -= 1) {
    const known = later === 2026 && month > 10 ? 10 : month;
    value /= 1 + growth[name]({ year: later, month: known }) / 100;
  }
  return value.toFixed(1);
};

/** `1—2月`, `上半年` … */
export const spanOf = (month: number): string => ({ 3: '一季度', 6: '上半年', 9: '前三季度', 12: '全年' })[month] ?? `1—${month}月`;
