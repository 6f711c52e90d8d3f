/** `behind`: somebody should look; `busy`: on its way; `idle`: nothing was ever released. */
export type Health = 'good' | 'busy' | 'behind' | 'idle';

/** A release takes a second or two and a full build minutes; the publisher asks by itself every ten seconds. */
export const BEHIND_AFTER_MS = 2 * 60 * 1000;

export interface PublisherFacts {
  /** Events no release has in it yet. */
  waiting: number;
  /** Instant of the oldest of them. */
  since: string | null;
  /** Number of the newest acknowledged release. */
  release: number | null;
  /** Documents the publisher could not render. */
  setAside: number;
}

/** How the publisher stands: red when documents are set aside or events wait longer than a release can take. */
export const healthOf = ({ waiting, since, release, setAside }: PublisherFacts, now: string): Health => {
  if (setAside > 0) return 'behind';
  if (waiting > 0) return since !== null && Date.parse(now) - Date.parse(since) > BEHIND_AFTER_MS ? 'behind' : 'busy';
  return release === null ? 'idle' : 'good';
};
