/** Ctrl-C reaches us twice, from the terminal and through boot: what comes within this time is the same key. */
const SAME_KEY_MS = 1000;

/**
 * Calls back at the first Ctrl-C or SIGTERM, so that work can come to a clean end; a second one ends the process at once.
 * @returns stops listening
 */
export const onInterrupt = (callback: () => void): (() => void) => {
  let first: number | null = null;
  const listener = (signal: NodeJS.Signals) => {
    if (first === null) {
      first = Date.now();
      callback();
    } else if (Date.now() - first > SAME_KEY_MS) {
      process.exit(signal === 'SIGINT' ? 130 : 143);
    }
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
};
