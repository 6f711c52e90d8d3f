import { useEffect, useState } from 'react';
import type { Panel } from '../requests/answers';
import { usePanelQuery } from '../requests/api';

const POLL_MS = 2000;
/** A publisher that is down must not keep a session alive that nobody sits at. */
const PATIENCE_MS = 5 * 60_000;

const isGoingLive = (panel: Panel | undefined): boolean =>
  panel?.live != null && panel.live.liveAt === null && panel.setAsideReason === null;

/** The panel of a document, asked again every two seconds while a release is on its way to the site. */
export const useReview = (documentId: string) => {
  const [waiting, setWaiting] = useState(false);
  const {
    data: panel,
    error,
    isLoading,
    fulfilledTimeStamp,
    refetch,
  } = usePanelQuery(documentId, {
    pollingInterval: waiting ? POLL_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  const goingLive = isGoingLive(panel);
  useEffect(() => {
    setWaiting(goingLive);
    if (!goingLive) return undefined;
    const timer = setTimeout(() => setWaiting(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [goingLive]);
  return { panel, error, isLoading, answeredAt: fulfilledTimeStamp, refetch: () => void refetch() };
};
