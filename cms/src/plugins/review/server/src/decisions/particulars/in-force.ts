import type { Particulars } from './form';

/** Since when an emergency stands on top of the home page, and when that ends by itself. */
export interface Force {
  since: string;
  until: string | null;
}

/** What was public before a release. */
export interface Before {
  particulars: Particulars | null;
  /** Null: not in force. */
  since: string | null;
}

const endOf = (particulars: Particulars | null): string | null | undefined => (particulars?.type === 'emergency' ? particulars.until : undefined);

/**
 * Whether an emergency is in force once this content is public. An end that has passed is an end. What was lifted or has ended stays
 * so when its text is corrected, unless the correction names another end: that is how one is prolonged or called again.
 * @param before - the revision that was public until now; null: none was
 * @param at - moment of the release
 */
export const forceAfter = (particulars: Particulars | null, before: Before | null, at: string): Force | null => {
  const until = endOf(particulars);
  if (until === undefined || (until !== null && until <= at)) return null;
  const wasEnded = before !== null && before.since === null && before.particulars?.type === 'emergency';
  if (wasEnded && endOf(before.particulars) === until) return null;
  return { since: before?.since ?? at, until };
};
