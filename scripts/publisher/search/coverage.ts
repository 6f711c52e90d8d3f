import type { BundleKind } from './types.ts';
import type { BundleContents } from './write-bundle.ts';

/** A bundle in use and what of it counts. */
export interface Shelved {
  contents: BundleContents;
  byId: Map<string, { key: string; fragment: string; facets: string }>;
  /** Documents the search page must not show from here: superseded, moved, withdrawn, or answered by another bundle. */
  leftOut: Set<string>;
  /** Those of them whose fragment is taken out of the folder, because its text is no longer what is public. */
  gone: Set<string>;
}

const ORDER: Record<BundleKind, number> = { base: 0, warm: 1, hot: 2 };

/** @param leftOut - those of them that the bundle holds; others are nothing to it, and would be counted as missing from it */
export function shelve(contents: BundleContents, leftOut: Iterable<string> = [], gone: Iterable<string> = []): Shelved {
  const byId = new Map(contents.documents.map(([id, key, fragment, facets = '']) => [id, { key, fragment, facets }]));
  const held = (ids: Iterable<string>): Set<string> => new Set([...ids].filter((id) => byId.has(id)));
  return { contents, byId, leftOut: held(leftOut), gone: held(gone) };
}

/**
 * Which bundle answers for which document. The law: every live document is answered by at most one bundle, and only with its present
 * record; everything else a bundle holds is left out. Plain data, no disk.
 */
export class Coverage {
  /** Base before warm before hot, newer before older: the first that has a document's present record answers for it. */
  #bundles: Shelved[];

  constructor(bundles: Shelved[] = []) {
    this.#bundles = [];
    for (const bundle of bundles) this.#insert(bundle);
  }

  get bundles(): readonly Shelved[] {
    return this.#bundles;
  }

  ofKind(kind: BundleKind): Shelved[] {
    return this.#bundles.filter(({ contents }) => contents.kind === kind);
  }

  /**
   * A document's present record. @param key - null: it is not public (any more)
   * @returns whether a bundle answers for it; `stale`: bundles that hold an earlier record of it, whose fragment has to go
   */
  note(id: string, key: string | null): { answered: boolean; stale: Shelved[] } {
    let answered = false;
    const stale: Shelved[] = [];
    for (const bundle of this.#bundles) {
      const held = bundle.byId.get(id);
      if (!held) continue;
      if (!answered && held.key === key && !bundle.gone.has(id)) {
        bundle.leftOut.delete(id);
        answered = true;
      } else {
        bundle.leftOut.add(id);
      }
      if (held.key !== key && !bundle.gone.has(id)) stale.push(bundle);
    }
    return { answered, stale };
  }

  /** Whether what the bundles show of a document is its present state; changes nothing. @param key - null: it is not public */
  shows(id: string, key: string | null): boolean {
    const holders = this.#bundles.filter((bundle) => bundle.byId.has(id));
    const answering = holders.find((bundle) => !bundle.leftOut.has(id));
    const right = answering ? answering.byId.get(id)?.key === key : key === null;
    return right && holders.every((bundle) => bundle.byId.get(id)?.key === key || bundle.gone.has(id));
  }

  answers(id: string): boolean {
    return this.#bundles.some((bundle) => bundle.byId.has(id) && !bundle.leftOut.has(id));
  }

  /** Takes a new bundle in; from now on it answers for what it holds. @param changed - documents whose record may not be the present one */
  adopt(contents: BundleContents, changed: ReadonlySet<string> = new Set()): Shelved {
    const bundle = shelve(contents, changed);
    this.#insert(bundle);
    for (const [id, key] of contents.documents) if (!changed.has(id)) this.note(id, key);
    return bundle;
  }

  retire(bundle: Shelved): void {
    this.#bundles = this.#bundles.filter((other) => other !== bundle);
  }

  /** Bundles that answer for nothing any more. */
  empty(): Shelved[] {
    return this.#bundles.filter((bundle) => liveCount(bundle) === 0);
  }

  /** Documents of these bundles that are still answered from there. */
  answeredBy(bundles: Shelved[]): string[] {
    return bundles.flatMap((bundle) => [...bundle.byId.keys()].filter((id) => !bundle.leftOut.has(id)));
  }

  ids(): Set<string> {
    return new Set(this.#bundles.flatMap((bundle) => [...bundle.byId.keys()]));
  }

  #insert(bundle: Shelved): void {
    const at = this.#bundles.findIndex(({ contents }) => ORDER[contents.kind] >= ORDER[bundle.contents.kind]);
    this.#bundles.splice(at === -1 ? this.#bundles.length : at, 0, bundle);
  }
}

export const liveCount = (bundle: Shelved): number => bundle.byId.size - bundle.leftOut.size;
