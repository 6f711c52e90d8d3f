import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../../../review/admin/src/requests/fault';
import { faultIn, read } from '../requests';

/** What an address under `/accounts/` answers, and a way to ask again. */
export const useLoaded = <T>(path: string) => {
  const [data, setData] = useState<T | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const reload = useCallback(() => {
    read<T>(path).then(
      (answer) => {
        setData(answer);
        setFault(null);
      },
      (error: unknown) => setFault(faultIn(error)),
    );
  }, [path]);
  useEffect(reload, [reload]);
  return { data, fault, reload };
};
