import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicDocument } from '@gongkai/site/contract';
import { GUARD } from '@gongkai/site/search';
import { close, createIndex } from 'pagefind';
import type { PagefindIndex } from 'pagefind';
import { SearchError } from './errors.ts';
import { numberFiles } from './number-files.ts';
import { addressOf, dateDigits, FACETS, facetsOf, isOfficial, LANGUAGE, recordKey, recordOf } from './record.ts';
import type { SearchRecord } from './record.ts';
import { COMMON_FILE, commonPairs, WORTH_COUNTING } from './common-pairs.ts';
import type { BundleKind } from './types.ts';

/** One document of a bundle: id, key of its record, name of its fragment (without `.pf_fragment`), its facets with blanks between. */
export type Held = [id: string, key: string, fragment: string, facets?: string];

/** What a bundle holds; kept beside it as `<hash>.json`, never published. */
export interface BundleContents {
  hash: string;
  kind: BundleKind;
  /** Whether it holds official documents, others, or both. */
  official: 'all' | 'none' | 'some';
  /** First and last day, `yyyymmdd`; empty without dated documents. */
  oldest: string;
  newest: string;
  /** Characters of the bodies as HTML: at least those of their text. */
  characters: number;
  /** Name of the guard's fragment: it is never a result. */
  guard: string;
  documents: Held[];
}

/** The reader's page imports these from the engine, a bundle of its own; the others are data only. */
const ENGINE_FILES = ['pagefind.js', 'pagefind-worker.js', `wasm.${LANGUAGE}.pagefind`];
const DATA_FOLDERS = ['fragment', 'index', 'filter'];

/** Its fragment has one name everywhere, Pagefind's own: so it is not shown of the engine either, where bundles are merged to that. */
const GUARD_RECORD: SearchRecord = { url: '/', content: GUARD, language: LANGUAGE, meta: {}, filters: {} };

/**
 * Builds the bundle of these documents in `<folder>/<hash>`, with its contents in `<folder>/<hash>.json`.
 *
 * @param documents - at most some 14 million characters: the indexer takes about 250 bytes a character
 */
export async function writeBundle(folder: string, kind: BundleKind, documents: PublicDocument[]): Promise<BundleContents> {
  const index = await newIndex();
  try {
    // Results by date go by the numbers of the fragments, the highest first: so of equal dates the ids run backwards.
    const inOrder = [...documents].sort((a, b) => compare(dateOf(a), dateOf(b)) || compare(b.id, a.id));
    const pairs = commonPairs();
    for (const document of inOrder) {
      const record = recordOf(document);
      await add(index, record);
      if (inOrder.length >= WORTH_COUNTING) pairs.count(record);
    }
    await add(index, GUARD_RECORD);
    const staging = await write(index, folder, false);
    writeFileSync(join(staging, COMMON_FILE), JSON.stringify(pairs.table()));
    const fragments = numberFiles(staging, inOrder.map(addressOf));
    const held = inOrder.map((document): Held => [document.id, recordKey(document), fragmentOf(fragments, document), facetLine(document)]);
    const days = inOrder.map((document) => dateDigits(document.publishedAt).slice(0, 8)).filter((day) => day !== '');
    return keep(folder, staging, randomUUID(), {
      kind,
      official: officialOf(documents),
      oldest: days.at(0) ?? '',
      newest: days.at(-1) ?? '',
      characters: documents.reduce((total, { body }) => total + body.length, 0),
      guard: fragments.get(GUARD_RECORD.url) ?? '',
      documents: held,
    });
  } finally {
    await index.deleteIndex();
  }
}

/** Builds the engine: the code of the search and a bundle with nothing in it, to which the others are merged. Same bytes every time. */
export async function writeEngine(folder: string): Promise<BundleContents> {
  const index = await newIndex();
  try {
    await add(index, GUARD_RECORD);
    const staging = await write(index, folder, true);
    const [guard = ''] = readdirSync(join(staging, 'fragment')).map((name) => name.replace(/\.pf_fragment$/, ''));
    return keep(folder, staging, '', {
      kind: 'base',
      official: 'none',
      oldest: '',
      newest: '',
      characters: 0,
      guard,
      documents: [],
    });
  } finally {
    await index.deleteIndex();
  }
}

/** Ends the indexer; its memory goes back only then. The next build starts it again. */
export const closeIndexer = (): Promise<null> => close();

async function newIndex(): Promise<PagefindIndex> {
  // No `maxFragments`: one fragment is one page, so that a withdrawn page's text can be taken away by itself.
  const { index, errors } = await createIndex({});
  if (!index) throw new SearchError('SEARCH_INDEXER_FAILED', errors.join('; '));
  return index;
}

async function add(index: PagefindIndex, record: SearchRecord): Promise<void> {
  const { errors } = await index.addCustomRecord(record);
  if (errors.length > 0) throw new SearchError('SEARCH_INDEXER_FAILED', `${record.url}: ${errors.join('; ')}`);
}

async function write(index: PagefindIndex, folder: string, engine: boolean): Promise<string> {
  const staging = join(folder, `.building-${process.pid}-${staged++}`);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const { errors } = await index.writeFiles({ outputPath: staging });
  if (errors.length > 0) throw new SearchError('SEARCH_INDEXER_FAILED', errors.join('; '));
  for (const name of readdirSync(staging)) if (!belongs(name, engine)) rmSync(join(staging, name), { recursive: true });
  return staging;
}

let staged = 0;

const belongs = (name: string, engine: boolean): boolean =>
  name === 'pagefind-entry.json' ||
  name.endsWith('.pf_meta') ||
  DATA_FOLDERS.includes(name) ||
  (engine && ENGINE_FILES.includes(name));

/**
 * Gives the staged bundle its name. Content alone would not do: a bundle that lost a fragment, and one built anew with it, would meet at
 * one address. @param salt - empty for the engine, which every reader's browser keeps
 */
function keep(folder: string, staging: string, salt: string, contents: Omit<BundleContents, 'hash'>): BundleContents {
  const named = { hash: hashOf(staging, salt), ...contents };
  const place = join(folder, named.hash);
  rmSync(place, { recursive: true, force: true });
  renameSync(staging, place);
  writeFileSync(`${place}.json`, JSON.stringify(named));
  return named;
}

function hashOf(folder: string, salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const path of filesOf(folder)) {
    hash.update(`${path}\0`);
    hash.update(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest(),
    );
  }
  return hash.digest('hex').slice(0, 16);
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name],
    )
    .sort();

function fragmentOf(fragments: Map<string, string>, document: PublicDocument): string {
  const fragment = fragments.get(addressOf(document));
  if (!fragment) throw new SearchError('SEARCH_INDEXER_FAILED', `no fragment for ${document.id}`);
  return fragment;
}

const facetLine = (document: PublicDocument): string => {
  const facets = facetsOf(document);
  return FACETS.map((name) => facets[name]).join(' ');
};

function officialOf(documents: PublicDocument[]): BundleContents['official'] {
  const official = documents.filter(isOfficial).length;
  if (official === 0) return 'none';
  return official === documents.length ? 'all' : 'some';
}

const dateOf = (document: PublicDocument): string => dateDigits(document.publishedAt);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
