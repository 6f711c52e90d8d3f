import { failpoint } from './failpoint.ts';
import type { Workshop } from './workshop.ts';

/**
 * Takes everything new of the change feed into the replica, page after page, so that however much waits becomes one plan.
 * @returns how many lines
 */
export async function takeIn(shop: Workshop): Promise<number> {
  const start = performance.now();
  let lines = 0;
  for (let more = true; more;) {
    const after = shop.replica.cursor();
    const page = await shop.feed.read(after);
    failpoint('after-pull');
    for (const refused of page.refused) shop.log.error('feed.line', refused);
    if (page.cursor > after || page.changes.length > 0) applyPage(shop, page);
    lines += page.changes.length;
    // A feed that says "more" without moving on would be asked for ever.
    more = page.more && page.cursor > after;
  }
  const milliseconds = Math.round(performance.now() - start);
  if (lines > 0) shop.log.info('feed.taken', `取得变更 ${lines} 条，用时 ${milliseconds} 毫秒`, { lines, milliseconds });
  return lines;
}

function applyPage({ replica, outgoing, log }: Workshop, page: Awaited<ReturnType<Workshop['feed']['read']>>): void {
  outgoing.note(page.changes, replica);
  failpoint('after-intent');
  const { setAside } = replica.apply(page.changes, page.cursor);
  for (const { id, seq, code, reason } of setAside) {
    log.info('document.aside', `文档 ${id} 不符合约定，已搁置：${reason}`, { id, seq, code });
  }
  failpoint('after-apply');
}
