/** How long after its moment a due change counts as late: it should be done at the next look, a second later. */
export const LATE_AFTER_MS = 60_000;
/** How long a release may wait for the publisher's acknowledgement before somebody is told. */
export const NOT_LIVE_AFTER_MS = 120_000;

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** When to try again what has failed so often: doubling from five seconds to five minutes, since a gate may read a long PDF each time. */
export const retryAt = (now: string, attempts: number): string =>
  new Date(Date.parse(now) + Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 10), LONGEST_RETRY_MS)).toISOString();

/** Whether it is to be tried now. A retry further off than any we set was written by a clock that has been put back since. */
export const isDue = (row: { due_at: string; retry_at: string | null }, now: string): boolean =>
  row.due_at <= now && (row.retry_at === null || row.retry_at <= now || Date.parse(row.retry_at) > Date.parse(now) + LONGEST_RETRY_MS);

/** A look at both clocks: the wall's, and one that only ever ticks. */
export interface Look {
  wallMs: number;
  tickMs: number;
}

/** A wall clock this far ahead of what has passed was put forward, or the machine slept. */
const JUMP_MS = 2 * 60_000;
/** How long the new time has to hold before anything is published by it. */
const HOLD_MS = 60_000;

/**
 * Whether releases may go out by this clock. After a jump forward they are held for a minute, so that a clock that is put right again
 * at once has published nothing early: what is public cannot be taken back from those who read it. Ends of pins and take-downs are not
 * held: late is worse for them than early. A clock put back only makes things wait.
 * @param heldUntilTick - the tick until which an earlier jump holds
 * @returns the tick until which releases are held; null: they are not
 */
export const holdAfterJump = (before: Look | null, now: Look, heldUntilTick: number | null): number | null => {
  const ahead = before ? now.wallMs - before.wallMs - (now.tickMs - before.tickMs) : 0;
  if (ahead > JUMP_MS) return now.tickMs + HOLD_MS;
  // Put back again: the jump was a mistake and there is nothing left to wait for.
  if (ahead < -JUMP_MS) return null;
  return heldUntilTick !== null && now.tickMs < heldUntilTick ? heldUntilTick : null;
};
