import { useState } from 'react';
import type { Fault } from '../../../../review/admin/src/requests/fault';
import { faultIn } from '../requests';

/** One request at a time, with what became of it. */
export const useRequest = () => {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const run = async <T>(request: () => Promise<T>, done: (answer: T) => void): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      done(await request());
    } catch (error) {
      setFault(faultIn(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, run };
};
