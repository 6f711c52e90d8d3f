import { cleanUp } from './clean-up.ts';
import { PublisherError } from './errors.ts';
import { publish } from './publish.ts';
import type { Errand } from './requests.ts';
import { turn } from './turn.ts';
import type { LiveRelease } from './tree.ts';
import type { Workshop } from './workshop.ts';

/** Does what an operator asked for and says what is live afterwards. */
export async function carryOut(shop: Workshop, errand: Errand): Promise<LiveRelease> {
  if (errand.type === 'rebuild') await rebuildEverything(shop);
  else await goBack(shop, errand.release);
  const live = shop.tree.current();
  if (!live) throw new PublisherError('TREE_NO_RELEASE');
  return live;
}

async function rebuildEverything(shop: Workshop): Promise<void> {
  shop.log.info('rebuild', '开始全量重建');
  if (shop.replica.cursor() === 0) await turn(shop, { everything: true, search: false });
  else await publish(shop, { everything: true, search: true });
  await cleanUp(shop);
  // In the background: tens of seconds, and the bundles that are there answer until then. A release of its own follows.
  shop.search.rebuild().catch((thrown: unknown) => shop.log.error('search.rebuild', thrown));
}

async function goBack({ tree, log }: Workshop, release: number | undefined): Promise<void> {
  const live = await tree.rollback(release);
  log.info('rollback', `已恢复站点版本 ${live.restores}，现为站点版本 ${live.number}；此后撤回的内容没有恢复`, {
    release: live.number,
    restores: live.restores,
  });
}
