import type { Plan } from '@gongkai/site/replica';
import { asPublisherError, PublisherError } from './errors.ts';
import type { PutFile, PutTree } from './tree.ts';
import type { Workshop } from './workshop.ts';

export interface StagedSearch {
  put: PutFile[];
  trees: PutTree[];
  remove: string[];
  drop: string[];
  /** Documents the search could not take in: next time again. */
  unsearched: string[];
}

/**
 * Takes changed documents into the search. A failing search holds up no page. Where something was withdrawn its bundles leave the
 * site until it works again: no search at all is better than a hit on what is no longer public.
 */
export async function stageSearch(
  { search, state, outgoing, log }: Workshop,
  { documents, everything }: Plan,
): Promise<StagedSearch> {
  const changed = [...new Set([...state.get().unsearched, ...documents])];
  try {
    const { put, drop, remove, pointer } = await search.stage(everything ? 'everything' : changed);
    const file = { path: pointer.path, from: Buffer.from(pointer.content) };
    return { put: [file], trees: put, remove, drop, unsearched: [] };
  } catch (thrown) {
    log.error('search.stage', new PublisherError('SEARCH_FAILED', asPublisherError(thrown).message, thrown));
    const withdrawn = outgoing.withdrawn.length > 0;
    return {
      put: [],
      trees: [],
      remove: withdrawn ? ['search/bundles.json'] : [],
      drop: withdrawn ? ['search/p'] : [],
      unsearched: changed,
    };
  }
}
