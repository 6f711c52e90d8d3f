import type { Knex } from 'knex';
import type { Kind, RegisterEntry } from '../decisions/register';

type Row = Record<string, string | number | null>;

const COLUMNS: Record<keyof Omit<RegisterEntry, 'links' | 'published'>, string> = {
  id: 'id',
  kind: 'kind',
  year: 'year',
  number: 'number',
  day: 'day',
  receivedAt: 'received_at',
  department: 'department',
  fromOrgan: 'from_organ',
  toOrgan: 'to_organ',
  documentNumber: 'document_number',
  title: 'title',
  copies: 'copies',
  secrecy: 'secrecy',
  urgency: 'urgency',
  writtenOn: 'written_on',
  dueOn: 'due_on',
  relay: 'relay',
  disclosure: 'disclosure',
  relayDueAt: 'relay_due_at',
  disclosureDueOn: 'disclosure_due_on',
  notes: 'notes',
  signedBy: 'signed_by',
  signedAt: 'signed_at',
  fileNumber: 'file_number',
  filedAt: 'filed_at',
  voidedAt: 'voided_at',
  voidReason: 'void_reason',
  version: 'version',
  createdByName: 'created_by_name',
  createdAt: 'created_at',
  changedByName: 'changed_by_name',
  changedAt: 'changed_at',
};

const NAMES = Object.entries(COLUMNS) as [keyof RegisterEntry, string][];

const toTable = (entry: Partial<RegisterEntry>): Row =>
  Object.fromEntries(NAMES.filter(([name]) => entry[name] !== undefined).map(([name, column]) => [column, entry[name] as string | number | null]));

const fromTable = (row: Row): Omit<RegisterEntry, 'links' | 'published'> =>
  Object.fromEntries(NAMES.map(([name, column]) => [name, row[column] ?? null])) as unknown as Omit<RegisterEntry, 'links' | 'published'>;

const IDS_PER_QUERY = 400;

/** Adds to rows what was published from them, and whether one of it is public now. */
const withLinks = async (knex: Knex, rows: Row[]): Promise<RegisterEntry[]> => {
  const links: { entry_id: string; public_id: string; live: number | null }[] = [];
  const ids = rows.map((row) => String(row.id));
  for (let from = 0; from < ids.length; from += IDS_PER_QUERY) {
    links.push(
      ...((await knex('office_register_link')
        .leftJoin('review_state', 'review_state.public_id', 'office_register_link.public_id')
        .whereIn('entry_id', ids.slice(from, from + IDS_PER_QUERY))
        .orderBy('linked_at')
        .select('entry_id', 'office_register_link.public_id', 'review_state.live_revision as live')) as typeof links),
    );
  }
  return rows.map((row) => {
    const own = links.filter(({ entry_id }) => entry_id === row.id);
    return { ...fromTable(row), links: own.map(({ public_id }) => public_id), published: own.some(({ live }) => live !== null) };
  });
};

/** The next number of a kind and year, inside the door's transaction: what is rolled back leaves no gap, what was given is never given again. */
export const nextNumber = async (trx: Knex.Transaction, kind: Kind, year: string): Promise<number> => {
  const row = (await trx('office_register_number').where({ kind, year }).first('last')) as { last: number } | undefined;
  const last = (row?.last ?? 0) + 1;
  if (row) await trx('office_register_number').where({ kind, year }).update({ last });
  else await trx('office_register_number').insert({ kind, year, last });
  return last;
};

export const insertEntry = async (trx: Knex.Transaction, entry: RegisterEntry): Promise<void> => {
  await trx('office_register').insert(toTable(entry));
};

/** @returns false when somebody else was first. */
export const updateEntry = async (trx: Knex.Transaction, entry: RegisterEntry, changes: Partial<RegisterEntry>): Promise<boolean> =>
  (await trx('office_register')
    .where({ id: entry.id, version: entry.version })
    .update(toTable({ ...changes, version: entry.version + 1 }))) === 1;

export const readEntry = async (knex: Knex, id: string): Promise<RegisterEntry | null> => {
  const row = (await knex('office_register').where({ id }).first()) as Row | undefined;
  return row ? ((await withLinks(knex, [row]))[0] ?? null) : null;
};

export interface RegisterFilter {
  kind?: Kind;
  year?: string;
  q?: string;
  department?: string;
  /** Departments the person sees; null: all. */
  seen: string[] | null;
  state?: 'open' | 'filed' | 'void' | 'unsigned' | 'relay';
  /** Entries of this number and below come next. */
  before?: number;
  limit: number;
}

const filtered = (knex: Knex, { kind, year, q, department, seen, state }: RegisterFilter): Knex.QueryBuilder => {
  const query = knex('office_register');
  if (kind) query.where({ kind });
  if (year) query.where({ year });
  if (department) query.where({ department });
  if (seen) query.whereIn('department', seen);
  if (state === 'void') query.whereNotNull('voided_at');
  else if (state) query.whereNull('voided_at');
  if (state === 'open') query.whereNull('filed_at');
  if (state === 'filed') query.whereNotNull('filed_at');
  if (state === 'unsigned') query.whereNull('signed_at');
  if (state === 'relay') query.whereNotNull('relay');
  if (q) {
    const like = `%${q.replace(/[%_]/g, '')}%`;
    query.where((either) => void either.where('title', 'like', like).orWhere('document_number', 'like', like).orWhere('from_organ', 'like', like).orWhere('to_organ', 'like', like));
  }
  return query;
};

/** Entries of one kind and year, newest number first. */
export const listEntries = async (knex: Knex, filter: RegisterFilter): Promise<RegisterEntry[]> => {
  const query = filtered(knex, filter).orderBy('number', 'desc').limit(filter.limit);
  if (filter.before) query.where('number', '<', filter.before);
  return withLinks(knex, (await query) as Row[]);
};

export interface RegisterCount {
  total: number;
  voided: number;
  filed: number;
  unsigned: number;
  copies: number;
}

/** 统计: counted by the same filter; voided entries keep their number but are not counted as documents. */
export const countEntries = async (knex: Knex, filter: RegisterFilter): Promise<RegisterCount> => {
  const row = (await filtered(knex, filter)
    .select(
      knex.raw('count(*) as total'),
      knex.raw('sum(case when voided_at is not null then 1 else 0 end) as voided'),
      knex.raw('sum(case when voided_at is null and filed_at is not null then 1 else 0 end) as filed'),
      knex.raw('sum(case when voided_at is null and signed_at is null then 1 else 0 end) as unsigned'),
      knex.raw('sum(case when voided_at is null then copies else 0 end) as copies'),
    )
    .first()) as Record<keyof RegisterCount, number | string | null>;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value ?? 0)])) as unknown as RegisterCount;
};

/** Years there are entries of. */
export const yearsOf = async (knex: Knex): Promise<string[]> =>
  ((await knex('office_register_number').distinct('year').orderBy('year', 'desc')) as { year: string }[]).map(({ year }) => year);

const MOST_OPEN = 2000;

/** Entries that may still owe something. */
export const openEntries = async (knex: Knex, seen: string[] | null): Promise<RegisterEntry[]> => {
  const query = knex('office_register')
    .whereNull('voided_at')
    .where((either) => void either.whereNotNull('relay_due_at').orWhereNotNull('disclosure_due_on').orWhere((due) => void due.whereNotNull('due_on').whereNull('filed_at')))
    .orderBy([{ column: 'day', order: 'desc' }])
    .limit(MOST_OPEN);
  if (seen) query.whereIn('department', seen);
  return (await withLinks(knex, (await query) as Row[])).filter((entry) => !entry.published || (entry.dueOn !== null && entry.filedAt === null));
};

export const addLink = async (trx: Knex.Transaction, entryId: string, publicId: string, by: { name: string; at: string }): Promise<void> => {
  await trx('office_register_link').insert({ entry_id: entryId, public_id: publicId, linked_at: by.at, linked_by_name: by.name });
};

export const removeLink = async (trx: Knex.Transaction, entryId: string, publicId: string): Promise<void> => {
  await trx('office_register_link').where({ entry_id: entryId, public_id: publicId }).delete();
};

/** Entries a public document was published from. */
export const entriesOfDocument = async (knex: Knex, publicId: string): Promise<RegisterEntry[]> => {
  const rows = (await knex('office_register')
    .join('office_register_link', 'office_register_link.entry_id', 'office_register.id')
    .where('office_register_link.public_id', publicId)
    .select('office_register.*')) as Row[];
  return withLinks(knex, rows);
};
