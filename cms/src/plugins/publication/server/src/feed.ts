import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Content } from '../../../review/server/src/content/content';
import { keywordsOf } from '../../../review/server/src/content/content';
import type { StateRow } from '../../../review/server/src/tables/state';
import { fromTable } from '../../../review/server/src/tables/state';

interface EventRow {
  seq: number | string;
  at: string;
  object: string;
}

interface Numbered {
  seq: number;
  at: string;
}

export interface FeedPage {
  lines: object[];
  cursor: number;
  more: boolean;
}

const IDS_PER_QUERY = 400;

const inParts = async <T>(ids: string[], ask: (part: string[]) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_QUERY) found.push(...(await ask(ids.slice(from, from + IDS_PER_QUERY))));
  return found;
};

/**
 * A page of the change feed: events after the cursor, folded to the present public state of each object they touch, under the number
 * of its newest event. An object that is touched again further on is left to that page. States instead of history: what was withdrawn
 * is never sent, however far back a reader starts.
 */
export const changesAfter = async (knex: Knex, after: number, limit: number): Promise<FeedPage> => {
  const events = (await knex('publication_event').where('seq', '>', after).orderBy('seq').limit(limit).select('seq', 'at', 'object')) as EventRow[];
  if (events.length === 0) return { lines: [], cursor: after, more: false };
  const cursor = Number(events.at(-1)?.seq);
  const newest = new Map<string, Numbered>();
  for (const event of events) newest.set(event.object, { seq: Number(event.seq), at: event.at });
  const touchedAgain = await inParts([...newest.keys()], (part) =>
    knex('publication_event').where('seq', '>', cursor).whereIn('object', part).distinct('object') as unknown as Promise<{ object: string }[]>,
  );
  for (const { object } of touchedAgain) newest.delete(object);
  const of = (type: string) => [...newest.keys()].filter((object) => object.startsWith(`${type}:`)).map((object) => object.slice(type.length + 1));
  const at = (type: string, key: string) => newest.get(`${type}:${key}`) as Numbered;
  const lines = [
    ...(await columnLines(knex, of('column'), (key) => at('column', key))),
    ...(await departmentLines(knex, of('department'), (key) => at('department', key))),
    ...(await documentLines(knex, of('document'), (key) => at('document', key))),
  ].sort((a, b) => a.seq - b.seq);
  return { lines, cursor, more: events.length === limit };
};

type At = (key: string) => Numbered;
type Line = Numbered & { type: string };

const columnLines = async (knex: Knex, codes: string[], at: At): Promise<Line[]> => {
  const rows = await inParts(codes, (part) => knex('columns').whereIn('code', part) as unknown as Promise<Record<string, unknown>[]>);
  const found = new Map(rows.map((row) => [row.code as string, row]));
  return codes.map((code) => {
    const row = found.get(code);
    if (!row) return { ...at(code), type: 'column.removed', code };
    const column = {
      code,
      name: row.name,
      kind: row.kind,
      freshWithinDays: row.fresh_within_days ?? null,
      description: row.description,
      keywords: keywordsOf(String(row.keywords ?? '')),
      columnType: row.column_type,
      position: row.position,
    };
    return { ...at(code), type: 'column.put', column };
  });
};

const leadersOf = (value: unknown): unknown[] => {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? parsed : [];
};

const departmentLines = async (knex: Knex, codes: string[], at: At): Promise<Line[]> => {
  const rows = await inParts(codes, (part) => knex('departments').whereIn('code', part) as unknown as Promise<Record<string, unknown>[]>);
  const found = new Map(rows.map((row) => [row.code as string, row]));
  return codes.map((code) => {
    const row = found.get(code);
    if (!row) return { ...at(code), type: 'department.removed', code };
    const department = {
      code,
      name: row.name,
      kind: row.kind,
      duties: row.duties ?? '',
      address: row.address ?? '',
      phone: row.phone ?? '',
      officeHours: row.office_hours ?? '',
      leaders: leadersOf(row.leaders),
      position: row.position,
    };
    return { ...at(code), type: 'department.put', department };
  });
};

/** A document in the form of the contract: what is sent once it is live. */
export const documentOf = (row: StateRow, content: Content, contentHash: string) => ({
  id: row.public_id,
  month: row.month,
  publishedAt: row.published_at,
  updatedAt: row.released_at,
  indexNumber: row.index_number,
  corrections: row.corrections,
  formerColumns: row.former_columns,
  furtherColumns: row.further_columns,
  pinnedAt: row.pinned_at,
  event: row.live_event,
  contentHash,
  ...content,
  particulars: content.particulars ?? null,
  inForce: row.in_force_at !== null,
});

const documentLines = async (knex: Knex, ids: string[], at: At): Promise<Line[]> => {
  const states = (await inParts(ids, (part) => knex('review_state').whereIn('document_id', part) as unknown as Promise<Record<string, unknown>[]>)).map(fromTable);
  const live = states.filter((row) => row.live_revision !== null);
  const revisions = (await inParts(
    live.map((row) => row.document_id),
    (part) => knex('review_revision').whereIn('document_id', part).select('document_id', 'revision', 'content', 'content_hash') as unknown as Promise<{ document_id: string; revision: number; content: string; content_hash: string }[]>,
  )) as { document_id: string; revision: number; content: string; content_hash: string }[];
  const contents = new Map(revisions.map((row) => [`${row.document_id} ${row.revision}`, row]));
  return states.map((row): Line => {
    const numbered = at(row.document_id);
    if (row.live_revision === null) {
      const withdrawal = {
        id: row.public_id,
        column: row.live_column,
        month: row.month,
        formerColumns: row.former_columns,
        kind: row.withdrawal_kind ?? 'error',
        at: row.withdrawn_at,
      };
      return { ...numbered, type: 'document.withdrawn', withdrawal } as Line;
    }
    const revision = contents.get(`${row.document_id} ${row.live_revision}`);
    if (!revision) throw new Error(`review_revision: ${row.document_id} revision ${row.live_revision} is missing`);
    const document = documentOf(row, JSON.parse(revision.content) as Content, revision.content_hash);
    return { ...numbered, type: 'document.put', id: row.public_id, document } as Line;
  });
};

/** NDJSON text of a page. */
export const feedText = (page: FeedPage): string =>
  [...page.lines, { end: true, cursor: page.cursor, more: page.more }].map((line) => `${JSON.stringify(line)}\n`).join('');

export type { Core };
