export const FAILURES_BEFORE_LOCK = 5;
const FIRST_LOCK_MINUTES = 15;
const LONGEST_LOCK_MINUTES = 24 * 60;
/** Failures older than this are forgotten: somebody who mistypes now and then is no attack. */
const FORGOTTEN_AFTER_MS = 24 * 3600 * 1000;
const MINUTE_MS = 60_000;

/** What is remembered of an account's failed attempts; passwords and codes count together. */
export interface Attempts {
  failures: number;
  failedAt: string | null;
  /** How often it was locked since the last success. */
  locks: number;
  lockedUntil: string | null;
}

export const NO_ATTEMPTS: Attempts = { failures: 0, failedAt: null, locks: 0, lockedUntil: null };

export const isLocked = ({ lockedUntil }: Pick<Attempts, 'lockedUntil'>, now: number): boolean => lockedUntil !== null && Date.parse(lockedUntil) > now;

/** How long the n-th lock in a row lasts: 15, 30, 60 … minutes, at most a day. */
export const lockMinutes = (locks: number): number => Math.min(FIRST_LOCK_MINUTES * 2 ** (locks - 1), LONGEST_LOCK_MINUTES);

/**
 * What an account's attempts are after one more failure. Five in a row lock it. While it is locked nothing is counted: otherwise a
 * stranger could keep somebody out for ever with one attempt an hour.
 */
export const afterFailure = (attempts: Attempts, now: number): { attempts: Attempts; locked: boolean } => {
  if (isLocked(attempts, now)) return { attempts, locked: false };
  const stale = attempts.failedAt !== null && now - Date.parse(attempts.failedAt) > FORGOTTEN_AFTER_MS;
  const { failures, locks } = stale ? NO_ATTEMPTS : attempts;
  const failedAt = new Date(now).toISOString();
  if (failures + 1 < FAILURES_BEFORE_LOCK) return { attempts: { failures: failures + 1, failedAt, locks, lockedUntil: null }, locked: false };
  const lockedUntil = new Date(now + lockMinutes(locks + 1) * MINUTE_MS).toISOString();
  return { attempts: { failures: 0, failedAt, locks: locks + 1, lockedUntil }, locked: true };
};
