/** What one runner of `npm test` found. */
export interface Outcome {
  passed: number;
  failed: number;
  /** Last lines of its own output, for people. */
  closing: string;
  /** Everything it said, shown when something failed. */
  output: string;
  /** Checks that did not run, each with its reason. */
  notRun: string[];
}

export interface Runner {
  /** Name on the command line (`--only`). */
  name: string;
  /** What people read. */
  title: string;
  run(): Promise<Outcome>;
}

export const failedOutcome = (output: string, closing: string): Outcome => ({
  passed: 0,
  failed: 1,
  closing,
  output,
  notRun: [],
});
