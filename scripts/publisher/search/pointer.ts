import { liveCount } from './coverage.ts';
import type { Shelved } from './coverage.ts';

/** Where bundles stand in the served tree. */
export const bundlePath = (hash: string): string => `search/p/${hash}`;

export const fragmentPath = (hash: string, fragment: string): string => `${bundlePath(hash)}/fragment/${fragment}.pf_fragment`;

export const POINTER_PATH = 'search/bundles.json';

/**
 * What the search page begins with (its type is `Pointer` in `site/src/search/pointer.ts`). Fragments to leave out are named without
 * the language in front, with their facets after them, so that the page can take them from its counts; the guard's is always one.
 *
 * @param waiting - live documents no bundle holds yet
 */
export function pointerOf(engine: string, bundles: readonly Shelved[], waiting: number): string {
  const list = bundles.map((bundle) => {
    const { hash, kind, official, oldest, newest, guard } = bundle.contents;
    const held = [...bundle.leftOut].flatMap((id) => bundle.byId.get(id) ?? []);
    const lines = held.map(({ fragment, facets }) => `${fragment} ${facets}`.trimEnd());
    const leaveOut = [guard, ...lines.sort()].map((line) => line.replace(/^unknown_/, ''));
    return { path: `/${bundlePath(hash)}/`, kind, official, documents: liveCount(bundle), oldest, newest, leaveOut };
  });
  return `${JSON.stringify({ version: 1, engine: `/${bundlePath(engine)}/`, waiting, bundles: list })}\n`;
}
