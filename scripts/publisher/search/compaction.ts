import type { BundleKind } from './types.ts';

/** From here on the hot bundle is emptied into a warm one: building 64 documents takes 0.3 s, and the publish path has to wait for it. */
export const HOT_DOCUMENTS = 64;
/** The same by length: twenty long regulations take a second. */
export const HOT_CHARACTERS = 60_000;
/** Most documents the hot bundle takes while a background build is under way; more wait for that build. */
export const HOT_DOCUMENTS_MAX = 200;
/** From here on warm documents become a base bundle. A warm bundle of 2,000 is built in some 6 s. */
export const WARM_DOCUMENTS = 2_000;
export const WARM_CHARACTERS = 3_000_000;
/** Characters of text in one bundle: the indexer takes about 250 bytes for each. */
export const BASE_CHARACTERS = 14_000_000;
/** Documents a base bundle may carry without answering for them: each costs eight bytes in the list every search begins with. */
export const DEAD_DOCUMENTS = 500;

export interface ShelfState {
  bundles: { hash: string; kind: BundleKind; live: number; dead: number; characters: number }[];
  /** Live documents in no bundle. */
  waiting: number;
}

/** A background build: the documents of these bundles, and those that wait, go into new bundles of this kind. */
export interface Compaction {
  kind: 'base' | 'warm';
  from: string[];
}

/** What is worth building in the background now; null: nothing. Looked at after every release. */
export function nextCompaction({ bundles, waiting }: ShelfState): Compaction | null {
  const young = bundles.filter(({ kind }) => kind !== 'base');
  const hot = bundles.filter(({ kind }) => kind === 'hot');
  if (waiting > 0 || documentsOf(hot) >= HOT_DOCUMENTS || charactersOf(hot) >= HOT_CHARACTERS) {
    const from = young.map(({ hash }) => hash);
    if (waiting + documentsOf(young) < WARM_DOCUMENTS && charactersOf(young) < WARM_CHARACTERS) return { kind: 'warm', from };
    return { kind: 'base', from: [...from, ...roomyBase(bundles)] };
  }
  const worn = bundles.find(({ kind, dead }) => kind !== 'hot' && dead >= DEAD_DOCUMENTS);
  return worn ? { kind: worn.kind === 'base' ? 'base' : 'warm', from: [worn.hash] } : null;
}

/** A base bundle less than half full takes the young documents in, so that bases stay few: a search asks every one of them. */
function roomyBase(bundles: ShelfState['bundles']): string[] {
  const [smallest] = bundles.filter(({ kind }) => kind === 'base').sort((a, b) => a.characters - b.characters);
  return smallest && smallest.characters < BASE_CHARACTERS / 2 ? [smallest.hash] : [];
}

const documentsOf = (bundles: ShelfState['bundles']): number => bundles.reduce((total, { live }) => total + live, 0);

const charactersOf = (bundles: ShelfState['bundles']): number => bundles.reduce((total, { characters }) => total + characters, 0);
