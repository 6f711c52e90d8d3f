import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { filterOf, inboxAddress } from '../addresses';
import type { QueueFilter } from '../requests/reviewing-answers';

/** The filters, kept in the address: a list can be kept, sent, and come back to. */
export const useQueueAddress = (): { filter: QueueFilter; narrow(part: QueueFilter): void } => {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const narrow = useCallback(
    (part: QueueFilter) => {
      // Whoever narrows a list begins again at its first page.
      const next = { ...filter, page: '', ...part };
      setSearch(inboxAddress(next).split('?')[1] ?? '', { replace: true });
    },
    [filter, setSearch],
  );
  return { filter, narrow };
};
