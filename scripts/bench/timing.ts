/** One measurement beside its reference run. */
export interface Timed<Result> {
  result: Result;
  ms: number;
}

export const timed = async <Result>(work: () => Promise<Result> | Result): Promise<Timed<Result>> => {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
};

/**
 * A percentile by the nearest rank.
 * @param share 0.5 for the median
 */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};

/** Three significant digits: more would claim an exactness no shared machine has. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** How often the reference run fits into the measured one; what is compared between machines. */
export const ratio = (ms: number, referenceMs: number): number => rounded(ms / referenceMs);
