import type { Knex } from 'knex';
import type { Content } from '../content/content';
import type { Around } from '../decisions/particulars/faults';
import type { Particulars } from '../decisions/particulars/form';
import type { Before } from '../decisions/particulars/in-force';
import { tidied } from '../decisions/particulars/tidy';
import { columnKind } from './reference';
import { readRevision } from './revisions';
import type { StateRow } from './state';

/** 专项内容 that are public of a document; null: none, or nothing is public. */
const liveParticulars = async (knex: Knex, row: StateRow): Promise<Particulars | null> => {
  if (row.live_revision === null) return null;
  const revision = await readRevision(knex, row.document_id, row.live_revision);
  return (revision?.content as unknown as Content | undefined)?.particulars ?? null;
};

/** What was public of it and whether it was in force, before a release; null: nothing was public. */
export const beforeRelease = async (knex: Knex, row: StateRow): Promise<Before | null> =>
  row.live_revision === null ? null : { particulars: await liveParticulars(knex, row), since: row.in_force_at };

/** SQLite hands JSON over as text, PostgreSQL as what it says. */
const parsed = (stored: unknown): unknown => (typeof stored === 'string' ? (JSON.parse(stored) as unknown) : stored);

/** Codes of the other topics that are public. There are few: only columns of topics are looked through. */
export const otherTopicCodes = async (knex: Knex, documentId: string): Promise<string[]> => {
  const rows = (await knex('documents')
    .join('columns', 'columns.code', 'documents.column_code')
    .where('columns.kind', 'topics')
    .whereNotNull('documents.published_at')
    .whereNot('documents.document_id', documentId)
    .select('documents.particulars')) as { particulars: unknown }[];
  return rows.flatMap(({ particulars }) => {
    const topic = tidied(parsed(particulars));
    return topic?.type === 'topic' ? [topic.code] : [];
  });
};

/** Everything the findings about 专项内容 depend on. @param now - instant */
export const aroundParticulars = async (knex: Knex, row: StateRow, now: string): Promise<Around> => {
  const live = await liveParticulars(knex, row);
  const columns = (await knex('columns').select('code')) as { code: string }[];
  const kind = (await columnKind(knex, row.column_code)) ?? 'document';
  return {
    kind,
    now,
    liveUntil: live?.type === 'emergency' ? live.until : null,
    topicCodes: kind === 'topics' ? await otherTopicCodes(knex, row.document_id) : [],
    columns: columns.map(({ code }) => code),
  };
};
