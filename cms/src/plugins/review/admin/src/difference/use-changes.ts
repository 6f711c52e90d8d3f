import { useCallback } from 'react';

/** Goes from change to change, wherever they are on the screen. */
export const useChanges = () =>
  useCallback((step: 1 | -1) => {
    const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')];
    const at = changes.findIndex((change) => change === document.activeElement);
    const next = at < 0 ? changes[step === 1 ? 0 : changes.length - 1] : changes[at + step];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  }, []);
