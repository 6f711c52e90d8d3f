import { useCallback, useState } from 'react';
import type { Mark } from '../requests/answers';

/** What a reviewer has written but not sent. */
export interface Kept {
  reason: string;
  marks: Mark[];
}

const EMPTY: Kept = { reason: '', marks: [] };

const keyOf = (documentId: string, revision: number | null): string => `gongkai-decision:${documentId}:${revision ?? 0}`;

const read = (key: string): Kept => {
  const stored = sessionStorage.getItem(key);
  if (!stored) return EMPTY;
  try {
    return { ...EMPTY, ...(JSON.parse(stored) as Partial<Kept>) };
  } catch {
    // Written by nobody but us: a torn one is worth nothing to anybody.
    return EMPTY;
  }
};

/**
 * Keeps the reason and the marks of a revision while somebody looks elsewhere, reloads, or loses the race to a colleague. In the
 * session of the window, not longer: what is quoted is not public yet.
 */
export const useKeptDraft = (documentId: string, revision: number | null) => {
  const key = keyOf(documentId, revision);
  const [state, setState] = useState(() => ({ key, kept: read(key) }));
  const kept = state.key === key ? state.kept : read(key);
  const change = useCallback(
    (part: Partial<Kept>) =>
      setState((before) => {
        const next = { ...(before.key === key ? before.kept : read(key)), ...part };
        sessionStorage.setItem(key, JSON.stringify(next));
        return { key, kept: next };
      }),
    [key],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(key);
    setState({ key, kept: EMPTY });
  }, [key]);
  return { kept, change, forget };
};
