import type { SetAside } from '@gongkai/site/replica';
import type { LastError, Loop } from './loop.ts';
import type { SearchStatus } from './search/types.ts';
import type { LiveRelease } from './tree.ts';
import type { Workshop } from './workshop.ts';

/** What `gongkai status` shows. */
export interface PublisherStatus {
  running: boolean;
  pid: number | null;
  /** What is served; null before the first release. */
  live: Pick<LiveRelease, 'number' | 'root' | 'event' | 'note' | 'at' | 'restores'> | null;
  /** Newest event taken into the replica, and newest acknowledged. */
  cursor: number;
  acknowledged: number;
  /** Taken in and not live yet; null: not known while no publisher runs. */
  pending: boolean | null;
  /** Documents that could not go live and wait for somebody to put them right; null as above. */
  setAside: SetAside[] | null;
  /** Pages that could not be rendered and are tried again. */
  unrendered: string[];
  lastError: LastError | null;
  working: string | null;
  standby: string;
  search: SearchStatus | null;
}

export function statusOf(shop: Workshop, loop: Loop): PublisherStatus {
  const { acknowledged, unrendered } = shop.state.get();
  return {
    running: true,
    pid: process.pid,
    live: shown(shop.tree.current()),
    cursor: shop.replica.cursor(),
    acknowledged,
    pending: shop.replica.hasPending(),
    setAside: shop.replica.setAsides(),
    unrendered,
    lastError: loop.lastError,
    working: loop.working,
    standby: shop.renderer.state(),
    search: shop.search.status(),
  };
}

export function shown(live: LiveRelease | null): PublisherStatus['live'] {
  if (!live) return null;
  const { number, root, event, note, at, restores } = live;
  return { number, root, event, note, at, restores };
}
