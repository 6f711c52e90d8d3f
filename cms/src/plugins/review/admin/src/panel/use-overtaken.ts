import { useEffect, useState } from 'react';

/** Form and panel are read by two requests: for this long they may differ without anybody having been first. */
const SETTLING_MS = 1500;

/** Whether somebody else has dealt with the document since the text on the screen was read. */
export const useOvertaken = (seen: number | null, present: number | undefined): boolean => {
  const differs = seen !== null && present !== undefined && seen !== present;
  const [overtaken, setOvertaken] = useState(false);
  useEffect(() => {
    if (!differs) {
      setOvertaken(false);
      return undefined;
    }
    const timer = setTimeout(() => setOvertaken(true), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [differs]);
  return overtaken;
};
