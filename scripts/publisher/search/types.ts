import type { PublicDocument, Withdrawal } from '@gongkai/site/contract';

/** What the search reads of the replica (`openReplica` of `@gongkai/site/replica` gives it). */
export interface SearchReplica {
  /** Number of the newest event taken in. */
  cursor(): number;
  document(id: string): PublicDocument | null;
  /** All documents in a stable order (by id), in portions. */
  documents(options: { after?: string; limit: number }): PublicDocument[];
  withdrawal(id: string): Withdrawal | null;
  /** Null for a column that was removed: its documents have no page and are not found. */
  column(code: string): object | null;
}

/** A directory of the release: `path` in the served tree, `folder` on disk (absolute, never written again). */
export interface SearchFolder {
  path: string;
  folder: string;
}

/**
 * What a release has to do so that the search page shows the replica as it is. All paths are relative to the site root.
 * Doing it twice changes nothing: it says what is to be, not what was done.
 */
export interface SearchFiles {
  /** Every bundle in use. A path is never used for anything else: one that stands in the release before is to be kept as it is. */
  put: SearchFolder[];
  /** Directories that must not be in the release; one that is not there is passed over. */
  drop: string[];
  /** Single files that must not be in the release (fragments of withdrawn documents); one that is not there is passed over. */
  remove: string[];
  /** The list of bundles the search page begins with; the only file here that changes under its name. */
  pointer: { path: string; content: string };
}

export interface SearchStatus {
  bundles: { path: string; kind: BundleKind; documents: number; characters: number }[];
  /** Live documents no bundle holds yet: they are found once the background build is done. */
  waiting: number;
  /** What is being built in the background; null: nothing. */
  building: { kind: BundleKind; documents: number; since: string } | null;
  lastError: string | null;
}

/** `base`: closed, large, built in the background; `warm`: what gathered since; `hot`: the newest, built in the publish path. */
export type BundleKind = 'base' | 'warm' | 'hot';

export interface Search {
  /**
   * Takes in what changed and says what the next release has to hold. One call after another.
   *
   * @param changed - documents released, corrected, moved, withdrawn or set aside; `everything`: compare all of them (25,000: 3 s)
   */
  stage(changed: Iterable<string> | 'everything'): Promise<SearchFiles>;
  /** Called when a background build is done: make a release with what `stage([])` then answers. */
  onReady(callback: () => void): void;
  /** Builds all bundles anew in the background and resolves when they are ready to be staged. */
  rebuild(): Promise<void>;
  status(): SearchStatus;
  /** Ends background builds and the indexer. */
  close(): Promise<void>;
}
