import { failpoint } from './failpoint.ts';
import type { Workshop } from './workshop.ts';

/**
 * What follows once a release is live, in nobody's way: destroys older releases that hold a leak, deletes files nobody uses, clears
 * away releases and directories no longer kept.
 */
export async function cleanUp(shop: Workshop): Promise<void> {
  // Only what is out of the live tree may be struck off the list: with work still pending the withdrawal may not be live.
  if (!shop.replica.hasPending()) await finishOutgoing(shop);
  const start = performance.now();
  const directories = shop.tree.collect();
  const milliseconds = Math.round(performance.now() - start);
  if (directories > 0)
    shop.log.info('tree.collected', `清理旧目录 ${directories} 个，用时 ${milliseconds} 毫秒`, { directories, milliseconds });
  failpoint('after-collect');
}

async function finishOutgoing({ outgoing, tree, blobs, replica, renderer, log }: Workshop): Promise<void> {
  if (!tree.current()) return;
  const leaked = outgoing.leaked;
  if (leaked.length > 0) {
    const destroyed = tree.purge(leaked);
    // A builder that still has the replica open keeps the old pages of its file from being written over.
    await renderer.settled();
    replica.settle({ version: 0 });
    log.info('leak.purged', `泄密撤回：已清除 ${leaked.join('、')} 的全部痕迹，销毁旧站点版本 ${destroyed.length} 个`, {
      documents: leaked.join(' '),
      releases: destroyed.join(' '),
    });
  }
  for (const sha256 of outgoing.blobs) blobs.delete(sha256);
  failpoint('after-purge');
  outgoing.clear();
}
