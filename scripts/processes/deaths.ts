/** A moment a service ended by itself, in milliseconds. */
export interface Death {
  at: number;
}

const IN_A_ROW_MS = 60_000;
const GIVE_UP_AT = 3;
const FIRST_PAUSE_MS = 1000;

/**
 * What to do after the newest death: restart with a pause that doubles, or give up. Deaths further apart than a minute are not
 * one failure: a service that ran well for an hour is simply started again.
 * @param deaths oldest first, at least one
 */
export const afterDeath = (deaths: readonly Death[]): { restartInMs: number | null; inARow: number } => {
  const newest = deaths.at(-1);
  if (!newest) return { restartInMs: 0, inARow: 0 };
  const inARow = deaths.filter(({ at }) => newest.at - at < IN_A_ROW_MS).length;
  return { restartInMs: inARow >= GIVE_UP_AT ? null : FIRST_PAUSE_MS * 2 ** (inARow - 1), inARow };
};
