import { hrefOf, feedFile } from '../plan/addresses.ts';
import { FEED } from '../plan/machine-readable.ts';
import type { Card } from '../replica/card.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { standingColumn } from './column.ts';
import { columnHref, documentHref, validityMark } from './lists.ts';
import { NEWEST, SITE } from './site.ts';
import type { AtomFeed } from './types.ts';

/** Atom demands a moment even of a feed without entries; any fixed one will do, the clock will not. */
const NEVER = '2000-01-01T00:00:00.000Z';

type Entry = AtomFeed['entries'][number];

/** Atom has no field for it: who reads the feed must see what is no longer in force. */
const feedTitle = (card: Card): string =>
  card.validity === 'invalid' || card.validity === 'repealed' ? `〔${validityMark(card.validity)?.label}〕${card.title}` : card.title;

/** Newest documents of a column, for an Atom feed. @throws SiteError `NOT_FOUND` */
export function columnFeed(r: ReplicaReader, code: string): AtomFeed {
  const column = standingColumn(r, code);
  const self = r.siteUrl + hrefOf(feedFile(code));
  // Of a document from another column only the code: that column's name may change without this feed.
  const entries = r.newestOfColumn(code, NEWEST).map((card) => entryOf(r, card, { term: card.column }));
  return {
    id: self,
    title: `${column.name} - ${SITE.name}`,
    subtitle: column.description,
    self,
    alternate: r.siteUrl + columnHref(code),
    updated: newestOf(entries),
    entries,
  };
}

/** Newest documents of the whole site. Columns are asked one by one: each answers from its index. */
export function siteFeed(r: ReplicaReader): AtomFeed {
  const self = r.siteUrl + hrefOf(FEED);
  const names = new Map(r.columns().map(({ code, name }) => [code, name]));
  const cards = [...names.keys()].flatMap((code) => r.newestOfColumn(code, NEWEST).filter(({ column }) => column === code));
  const entries = cards
    .sort((one, other) => compare(other.publishedAt ?? '', one.publishedAt ?? '') || compare(one.id, other.id))
    .slice(0, NEWEST)
    .map((card) => entryOf(r, card, { term: card.column, label: names.get(card.column)! }));
  return {
    id: self,
    title: `最新公开 - ${SITE.name}`,
    subtitle: SITE.description,
    self,
    alternate: `${r.siteUrl}/`,
    updated: newestOf(entries),
    entries,
  };
}

function entryOf(r: ReplicaReader, card: Card, category: Entry['category']): Entry {
  return {
    // By document, not by address: a moved document is the same entry to feed readers.
    id: `${r.siteUrl}/#${card.id}`,
    title: feedTitle(card),
    href: r.siteUrl + documentHref(card),
    updated: card.updatedAt,
    published: card.publishedAt ?? card.updatedAt,
    summary: card.summary,
    source: card.source,
    category,
  };
}

const newestOf = (entries: Entry[]): string =>
  entries.map(({ updated }) => updated).reduce((newest, each) => (each > newest ? each : newest), NEVER);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
