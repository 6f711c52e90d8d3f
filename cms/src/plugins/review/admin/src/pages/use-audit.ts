import { useCallback, useEffect, useState } from 'react';
import type { AuditEntry } from '../requests/answers';
import { useLazyAuditEntryQuery, useLazyAuditQuery } from '../requests/api';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import type { Filter } from './audit-filter-form';
import { EVERYTHING, instantsOf } from './audit-filter-form';

/** Pages of the audit read so far, newest first, and how to go on. */
export const useAudit = () => {
  const [ask, { isFetching }] = useLazyAuditQuery();
  const [askOne] = useLazyAuditEntryQuery();
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const [entries, setEntries] = useState<AuditEntry[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  const read = useCallback(
    async (before?: number) => {
      const { action, actor, object, text } = filter;
      const answer = await ask({ action, actor, object, text, ...instantsOf(filter), ...(before === undefined ? {} : { before }) });
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

  const readAgain = useCallback(() => void read(), [read]);
  const showOne = async (seq: number) => {
    const answer = await askOne(seq);
    setFault(answer.data ? null : faultOf(answer.error));
    setEntries(answer.data ? [answer.data] : []);
    setNext(null);
  };

  return {
    entries,
    fault,
    isFetching,
    setFilter,
    readAgain,
    showOne: (seq: number) => void showOne(seq),
    readMore: next === null ? null : () => void read(next),
  };
};
