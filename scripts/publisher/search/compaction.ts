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
/**
 * Documents in one bundle: each costs about five bytes in the list that a search begins with, so many of them 115 kB with the names of
 * the pieces. Bundles of 7,000 were tried when these lists were twice as long: what is rare is looked for in all of them, and a first
 * query took more bytes (p95 772 kB instead of 711) and time.
 */
export const BASE_DOCUMENTS = 20_000;
/** How full a base is before official documents are kept apart from the others. */
const APART_FROM = 1 / 7;
/** Documents a base bundle may carry without answering for them: each costs five bytes in the list every search begins with. */
export const DEAD_DOCUMENTS = 500;

export interface ShelfState {
  bundles: { hash: string; kind: BundleKind; official: 'all' | 'none' | 'some'; live: number; dead: number; characters: number }[];
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
    return { kind: 'base', from: [...from, ...roomyBases(bundles)] };
  }
  const worn = bundles.find(({ kind, dead }) => kind !== 'hot' && dead >= DEAD_DOCUMENTS) ?? bundles.find((bundle) => isMixed(bundle) || isTooLong(bundle));
  return worn ? { kind: worn.kind === 'base' ? 'base' : 'warm', from: [worn.hash] } : null;
}

/** Whether so much stays in one bundle, official or not: each is asked by itself and costs a request a pair. */
export const staysTogether = (documents: number, characters: number, limit: number = BASE_CHARACTERS): boolean =>
  fullness(documents, characters, limit) <= APART_FROM;

/** How much of a base it fills: 1 is full. */
const fullness = (documents: number, characters: number, limit: number): number => Math.max(documents / BASE_DOCUMENTS, characters / limit);

/** Every search would have to ask it first, for the official documents in it. */
const isMixed = ({ kind, official, live, characters }: ShelfState['bundles'][number]): boolean =>
  kind === 'base' && official === 'some' && !staysTogether(live, characters);

/** Made before there was a limit. */
const isTooLong = ({ kind, live }: ShelfState['bundles'][number]): boolean => kind === 'base' && live > BASE_DOCUMENTS;

/** Bases less than half full, one of each sort, take the young documents in, so that bases stay few: a search may ask every one of them. */
function roomyBases(bundles: ShelfState['bundles']): string[] {
  const roomy = bundles
    .filter(({ kind }) => kind === 'base')
    .map(({ hash, official, live, characters }) => ({ hash, official, full: fullness(live, characters, BASE_CHARACTERS) }))
    .filter(({ full }) => full < 1 / 2)
    .sort((a, b) => a.full - b.full);
  return (['all', 'none', 'some'] as const).flatMap((sort) => roomy.find(({ official }) => official === sort)?.hash ?? []);
}

const documentsOf = (bundles: ShelfState['bundles']): number => bundles.reduce((total, { live }) => total + live, 0);

const charactersOf = (bundles: ShelfState['bundles']): number => bundles.reduce((total, { characters }) => total + characters, 0);
