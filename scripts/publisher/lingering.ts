import type { LiveRelease } from './tree.ts';
import type { Workshop } from './workshop.ts';

/**
 * Files of the live tree, among those given, that name a document being withdrawn. The plan takes care of every other place; these it
 * cannot know of, because they are not what the replica says: put back by a rollback, or left as they were because their page failed.
 * They are made anew or go: better no page than one with a title that is no longer public.
 */
export function lingering({ tree, outgoing }: Workshop, live: LiveRelease | null, paths: string[]): string[] {
  const withdrawn = outgoing.withdrawn;
  return live && withdrawn.length > 0 ? paths.filter((path) => tree.names(live, path, withdrawn)) : [];
}

/** What stays out of step once this plan is live. */
export function stillOutOfStep(
  live: LiveRelease | null,
  plan: { write: string[]; remove: string[]; everything: boolean },
): string[] {
  if (!live || plan.everything) return [];
  const made = new Set([...plan.write, ...plan.remove]);
  return live.outOfStep.filter((path) => !made.has(path));
}
