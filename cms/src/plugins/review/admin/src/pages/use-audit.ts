import { useCallback, useEffect, useState } from 'react';
import type { AuditEntry } from '../requests/answers';
import { useLazyAuditQuery } from '../requests/api';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import type { Filter } from './audit-filter-form';

/** Pages of the audit read so far, newest first, and how to go on. */
export const useAudit = () => {
  const [ask, { isFetching }] = useLazyAuditQuery();
  const [filter, setFilter] = useState<Filter>({ action: '', actor: '' });
  const [entries, setEntries] = useState<AuditEntry[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  const read = useCallback(
    async (before?: number) => {
      const answer = await ask(before === undefined ? { ...filter } : { ...filter, before });
      if (!answer.data) {
        setFault(faultOf(answer.error));
        return;
      }
      const page = answer.data;
      setFault(null);
      setEntries((known) => (before === undefined ? page.entries : [...known, ...page.entries]));
      setNext(page.next);
    },
    [ask, filter],
  );
  useEffect(() => {
    void read();
  }, [read]);

  return {
    entries,
    fault,
    isFetching,
    setFilter,
    readAgain: () => void read(),
    readMore: next === null ? null : () => void read(next),
  };
};
