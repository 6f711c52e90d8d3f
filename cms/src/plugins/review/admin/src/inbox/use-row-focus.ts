import { useCallback } from 'react';

const rows = (): HTMLTableRowElement[] => [...document.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];

const LAST = 'gongkai-inbox-row';

/** Goes from row to row by keyboard; a row is focused through its link, so that Enter opens it without more ado. */
export const useRowFocus = () => {
  const current = useCallback((): string | null => document.activeElement?.closest<HTMLElement>('tr[data-row]')?.dataset.row ?? null, []);
  const go = useCallback((step: 1 | -1) => {
    const all = rows();
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = at < 0 ? all[0] : all[Math.min(Math.max(at + step, 0), all.length - 1)];
    next?.querySelector('a')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }, []);
  /** Comes back to the row one left from. */
  const remember = useCallback(() => {
    const id = current();
    if (id) sessionStorage.setItem(LAST, id);
  }, [current]);
  const comeBack = useCallback(() => {
    const id = sessionStorage.getItem(LAST);
    const row = rows().find((candidate) => candidate.dataset.row === id);
    sessionStorage.removeItem(LAST);
    row?.querySelector('a')?.focus();
  }, []);
  return { current, go, remember, comeBack };
};
