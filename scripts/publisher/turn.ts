import { acknowledge } from './acknowledge.ts';
import { cleanUp } from './clean-up.ts';
import { publish } from './publish.ts';
import type { Occasion } from './publish.ts';
import { takeIn } from './take-in.ts';
import type { LiveRelease } from './tree.ts';
import type { Workshop } from './workshop.ts';

/**
 * One turn of the publisher: take in, publish, acknowledge, clean up. A step that fails does not keep the next ones from what they can
 * do without it; the first failure is thrown at the end, and the turn comes again.
 */
export async function turn(shop: Workshop, occasion: Occasion): Promise<LiveRelease | null> {
  const failures: unknown[] = [];
  const attempt = async <T>(step: () => Promise<T>): Promise<T | null> => {
    try {
      return await step();
    } catch (thrown) {
      failures.push(thrown);
      return null;
    }
  };
  await attempt(() => takeIn(shop));
  // An empty replica that could not be filled is no reason to publish an empty site.
  const live = failures.length > 0 && shop.replica.cursor() === 0 ? null : await attempt(() => publish(shop, occasion));
  await attempt(() => acknowledge(shop));
  await attempt(() => cleanUp(shop));
  if (failures.length > 0) throw failures[0];
  return live;
}
