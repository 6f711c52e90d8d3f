import { planFor } from '@gongkai/site/plan';
import type { Plan } from '@gongkai/site/replica';
import { asPublisherError, PublisherError } from './errors.ts';
import { failpoint } from './failpoint.ts';
import { lingering, stillOutOfStep } from './lingering.ts';
import { putAside, refuseBrokenTemplates } from './put-aside.ts';
import { stageSearch } from './stage-search.ts';
import type { StagedSearch } from './stage-search.ts';
import type { Rendered } from './render.ts';
import type { LiveRelease, TreeChanges } from './tree.ts';
import { changesOfRelease } from './tree-changes.ts';
import type { Workshop } from './workshop.ts';

/** What a release is made for. */
export interface Occasion {
  /** Build everything anew. */
  everything: boolean;
  /** The search has something new of its own (a background build is done). */
  search: boolean;
}

/**
 * Makes what the replica holds live: renders the pages of the plan, takes the changes into the search, makes the tree, swaps. A
 * document whose page or file fails is set aside and the plan made anew, until the rest goes live.
 * @returns the new release; null: nothing to do, or what was to do changes no byte
 */
export async function publish(shop: Workshop, occasion: Occasion): Promise<LiveRelease | null> {
  for (;;) {
    const start = performance.now();
    const plan = nextPlan(shop, occasion);
    if (!plan && !occasion.search && shop.state.get().unsearched.length === 0) return null;
    const attempt = await prepare(shop, plan ?? NOTHING);
    if (attempt === 'again') continue;
    try {
      return await goLive(shop, attempt, start);
    } finally {
      // In nobody's way: the pages are linked into the tree by now.
      void attempt.rendered.dispose();
    }
  }
}

const NOTHING: Plan = { write: [], remove: [], files: [], removeTrees: [], everything: false, version: 0, documents: [] };

function nextPlan(shop: Workshop, occasion: Occasion): Plan | null {
  const { replica, tree, state, templates } = shop;
  const { unrendered, templates: liveTemplates } = state.get();
  const live = tree.current();
  if (occasion.everything || !live || liveTemplates !== templates) return replica.everything();
  if (!replica.hasPending() && unrendered.length === 0) return null;
  const plan = replica.pending();
  if (plan.everything) return plan;
  // By what stands now, as the plan itself: a page that a rollback put back may belong to nothing any more, and goes.
  const again = planFor([...unrendered, ...lingering(shop, live, live.outOfStep)], replica);
  return {
    ...plan,
    write: [...new Set([...plan.write, ...again.write])],
    remove: [...new Set([...plan.remove, ...again.remove])],
  };
}

interface Attempt {
  plan: Plan;
  rendered: Rendered;
  search: StagedSearch;
  /** Pages that failed and belong to no document. */
  unrendered: string[];
  renderMilliseconds: number;
  searchMilliseconds: number;
}

async function prepare(shop: Workshop, plan: Plan): Promise<Attempt | 'again'> {
  const { failed } = await shop.blobs.fetch(plan.files, plan.everything);
  if (
    failed.length > 0 &&
    putAside(
      shop,
      failed.map(({ path, error }) => ({ path, message: error.message })),
    ).aside > 0
  )
    return 'again';
  failpoint('after-files');
  const both = [timed(shop.renderer.render(plan.write)), timed(stageSearch(shop, plan))] as const;
  const [[rendered, renderMilliseconds], [search, searchMilliseconds]] = await Promise.all(both);
  failpoint('after-render');
  try {
    refuseBrokenTemplates(plan.write.length, rendered.failures);
    const { aside, others } = putAside(shop, rendered.failures);
    if (aside > 0) {
      await rendered.dispose();
      return 'again';
    }
    for (const { path, message } of others)
      shop.log.error('page.failed', new PublisherError('PAGE_FAILED', `${path} ${message}`));
    if (others.some(({ path }) => path === 'index.html') && !shop.tree.current()) throw new PublisherError('HOME_FAILED');
    return { plan, rendered, search, unrendered: others.map(({ path }) => path), renderMilliseconds, searchMilliseconds };
  } catch (thrown) {
    await rendered.dispose();
    throw thrown;
  }
}

async function goLive(shop: Workshop, attempt: Attempt, start: number): Promise<LiveRelease | null> {
  const { tree, replica, state, outgoing, log } = shop;
  const { plan, search, unrendered } = attempt;
  const before = tree.current();
  const stale = lingering(shop, before, [...unrendered, ...(before?.outOfStep ?? [])]);
  const edited = await editTree(shop, before, changesOfRelease(shop, { ...attempt, stale }));
  let live: LiveRelease | null = null;
  if (edited.root !== before?.root) {
    const note = plan.everything ? '全量重建' : `更新 ${plan.write.length} 页`;
    const withdrawn = before ? outgoing.withdrawn : [];
    live = tree.release({ root: edited.root, event: replica.cursor(), note, withdrawn, outOfStep: stillOutOfStep(before, plan) });
  }
  state.set({ unrendered, unsearched: search.unsearched, ...(plan.everything && { templates: shop.templates }) });
  if (plan.version > 0) replica.settle(plan);
  failpoint('after-settle');
  const milliseconds = Math.round(performance.now() - start);
  if (live) {
    log.info('release.live', `站点版本 ${live.number} 已上线：${plan.write.length} 页，用时 ${milliseconds} 毫秒`, {
      release: live.number,
      upTo: live.event,
      pages: plan.write.length,
      removed: plan.remove.length,
      directories: edited.made,
      renderMilliseconds: attempt.renderMilliseconds,
      searchMilliseconds: attempt.searchMilliseconds,
      treeMilliseconds: Math.round(edited.milliseconds),
      milliseconds,
    });
  }
  return live;
}

async function timed<T>(work: Promise<T>): Promise<[result: T, milliseconds: number]> {
  const start = performance.now();
  return [await work, Math.round(performance.now() - start)];
}

/** A full build keeps styles and search of the release before; where these are damaged it does without. */
async function editTree(
  { tree, log }: Workshop,
  before: LiveRelease | null,
  changes: TreeChanges,
): ReturnType<Workshop['tree']['edit']> {
  try {
    return await tree.edit(before, changes);
  } catch (thrown) {
    if (!changes.keepOnly || asPublisherError(thrown).code !== 'TREE_OBJECT_DAMAGED') throw thrown;
    log.error('tree.damaged', thrown);
    return tree.edit(null, { ...changes, keepOnly: [] });
  }
}
