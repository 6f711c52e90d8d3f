/**
 * Every step of the path from the feed to the live page at which a crash test may kill the process, in the order they are passed.
 * `bench crash` and the tests go through this list, so a step without a name is a step nobody has killed.
 */
export const FAILPOINTS = [
  'after-pull',
  'after-intent',
  'after-apply',
  'after-files',
  'after-render',
  'after-link',
  'after-sync',
  'after-objects',
  'after-record',
  'after-swap',
  'after-settle',
  'after-acknowledge',
  'after-purge',
  'during-collect',
  'after-collect',
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

let passed = 0;

/**
 * Kills this process with SIGKILL, which nothing can catch, when `GONGKAI_FAILPOINT` names this step. `after-swap:3` lets the step
 * pass twice and kills the third time.
 */
export function failpoint(name: Failpoint): void {
  const wanted = process.env.GONGKAI_FAILPOINT;
  if (!wanted) return;
  const [step, times = '1'] = wanted.split(':');
  if (step !== name) return;
  passed += 1;
  if (passed >= Number(times)) process.kill(process.pid, 'SIGKILL');
}
