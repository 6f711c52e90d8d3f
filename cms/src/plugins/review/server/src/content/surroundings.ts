import type { Knex } from 'knex';
import type { Surroundings } from '../decisions/effects';
import type { StateRow } from '../tables/state';
import { readRevision } from '../tables/revisions';
import { forceAfter } from '../decisions/particulars/in-force';
import { beforeRelease } from '../tables/particulars';
import type { Content } from './content';

/** Releases of the site that are kept (docs/glossary.md, "release"). */
const KEPT_RELEASES = 5;
const RELATIONS = ['interprets', 'amends', 'repeals'] as const;

const namesOf = async (knex: Knex, table: 'columns' | 'departments', codes: string[]): Promise<Map<string, string>> =>
  new Map(((await knex(table).whereIn('code', codes).select('code', 'name')) as { code: string; name: string }[]).map(({ code, name }) => [code, name]));

/** Published documents that name this one, in any of the three ways. */
const incoming = async (knex: Knex, publicId: string): Promise<Surroundings['incoming']> => {
  const query = knex('documents').whereNotNull('published_at').select('title', ...RELATIONS);
  query.andWhere((where) => RELATIONS.forEach((kind) => void where.orWhereRaw('CAST(?? AS TEXT) LIKE ?', [kind, `%"${publicId}"%`])));
  const rows = (await query.limit(50)) as ({ title: string } & Record<(typeof RELATIONS)[number], unknown>)[];
  return rows.flatMap((row) => RELATIONS.filter((kind) => JSON.stringify(row[kind] ?? '').includes(publicId)).map((kind) => ({ title: row.title, kind })));
};

const keptWith = async (knex: Knex, row: StateRow): Promise<number> => {
  if (row.live_release === null) return 0;
  const kept = (await knex('publication_acknowledgement').orderBy('release', 'desc').limit(KEPT_RELEASES).select('release')) as { release: number | string }[];
  return kept.filter(({ release }) => Number(release) >= (row.live_release ?? 0)).length;
};

/** What the document's effects depend on. @param target - code of the column a command is about */
export const surroundingsOf = async (knex: Knex, row: StateRow, target: string | null): Promise<Surroundings> => {
  const revision = row.revision ?? row.live_revision;
  const content = (revision === null ? null : (await readRevision(knex, row.document_id, revision))?.content) as unknown as Content | null;
  const column = row.live_column ?? row.column_code;
  const columns = await namesOf(knex, 'columns', [column, ...row.further_columns, ...(target ? [target] : [])]);
  const departments = await namesOf(knex, 'departments', [row.department_code]);
  const repeals = content?.relations.repeals ?? [];
  const repealed = repeals.length === 0 ? [] : ((await knex('review_state').whereIn('public_id', repeals).whereNotNull('live_revision').select('title')) as { title: string }[]);
  const particulars = content?.particulars ?? null;
  const force = forceAfter(particulars, await beforeRelease(knex, row), new Date().toISOString());
  const nameOf = (code: string): string => columns.get(code) ?? code;
  return {
    title: row.title,
    live: row.live_revision !== null,
    column: nameOf(column),
    furtherColumns: row.further_columns.map(nameOf),
    formerAddresses: row.former_columns.filter((code) => code !== column).length,
    month: row.month,
    department: departments.get(row.department_code) ?? row.department_code,
    attachments: content?.attachments.length ?? 0,
    pictures: content?.images.length ?? 0,
    incoming: await incoming(knex, row.public_id),
    repeals: repealed.map(({ title }) => title),
    pinned: row.pinned_at !== null,
    ...(force ? { emergency: { until: force.until } } : {}),
    inForce: row.in_force_at !== null,
    keptReleases: await keptWith(knex, row),
    target: target ? nameOf(target) : null,
  };
};
