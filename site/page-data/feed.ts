import { hrefOf, feedFile } from '../plan/addresses.ts';
import type { Card } from '../replica/card.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { standingColumn } from './column.ts';
import { columnHref, documentHref, validityMark } from './lists.ts';
import { NEWEST, SITE } from './site.ts';
import type { AtomFeed } from './types.ts';

/** Atom demands a moment even of a feed without entries; any fixed one will do, the clock will not. */
const NEVER = '2000-01-01T00:00:00.000Z';

/** Atom has no field for it: who reads the feed must see what is no longer in force. */
const feedTitle = (card: Card): string =>
  card.validity === 'invalid' || card.validity === 'repealed' ? `〔${validityMark(card.validity)?.label}〕${card.title}` : card.title;

/** Newest documents of a column, for an Atom feed. @throws SiteError `NOT_FOUND` */
export function columnFeed(r: ReplicaReader, code: string): AtomFeed {
  const column = standingColumn(r, code);
  const self = r.siteUrl + hrefOf(feedFile(code));
  const entries = r.newestOfColumn(code, NEWEST).map((card) => ({
    // By document, not by address: a moved document is the same entry to feed readers.
    id: `${r.siteUrl}/#${card.id}`,
    title: feedTitle(card),
    href: r.siteUrl + documentHref(card),
    updated: card.updatedAt,
    published: card.publishedAt ?? card.updatedAt,
    summary: card.summary,
    source: card.source,
  }));
  return {
    id: self,
    title: `${column.name} - ${SITE.name}`,
    subtitle: column.description,
    self,
    alternate: r.siteUrl + columnHref(code),
    updated: entries.map(({ updated }) => updated).reduce((newest, each) => (each > newest ? each : newest), NEVER),
    entries,
  };
}
