import type Database from 'better-sqlite3';
import type { Column, Department, PublicDocument, Withdrawal } from '../contract/index.ts';
import type { PlanState } from '../plan/state.ts';
import type { Card } from './card.ts';
import { RoomsReader } from './rooms-reader.ts';

export type RelationKind = 'interprets' | 'amends' | 'repeals';

/** Documents shown by one column in one month, its own and others'. `updated`: newest moment any of them was released. */
export interface MonthCount {
  column: string;
  month: string;
  documents: number;
  /** How many of them have their address in this column. */
  own: number;
  updated: string;
}

const NEWEST_FIRST = 'ORDER BY published DESC, id';
const STANDING = 'column_code IN (SELECT code FROM columns)';

/** Documents shown in a column though they stand in another one that is standing; `where` speaks of `p`, the placement. */
const placed = (where: string): string =>
  `SELECT d.card, d.published, d.id FROM placements p JOIN documents d ON d.id = p.id
   WHERE ${where} AND d.column_code IN (SELECT code FROM columns)`;

/** Counts of months, a column's own documents and those shown besides; `where` speaks of `column_code` and `month`, twice. */
const counts = (where: string, order: string): string =>
  `SELECT column_code AS "column", month, sum(documents) AS documents, sum(own) AS own, max(updated) AS updated FROM (
     SELECT column_code, month, documents, documents AS own, updated FROM months WHERE ${where}
     UNION ALL
     SELECT p.column_code, p.month, 1, 0, d.updated FROM placements p JOIN documents d ON d.id = p.id
     WHERE ${where.replace(/\b(column_code|month)\b/g, 'p.$1')} AND d.column_code IN (SELECT code FROM columns)
   ) GROUP BY column_code, month ORDER BY ${order}`;

/**
 * What pages read. Every answer comes from an index and costs what it returns, with 2,000 documents or 200,000.
 * Lists are newest first (moment of first release, then id); documents without a date come last.
 */
export class ReplicaReader implements PlanState {
  /** Public address of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** What topics, leaders, the hall's rooms and the catalogue read. */
  readonly rooms: RoomsReader;
  protected readonly database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(database: Database.Database, siteUrl: string) {
    this.database = database;
    this.rooms = new RoomsReader(database);
    this.siteUrl = siteUrl.replace(/\/+$/, '');
  }

  /** From here on this reader sees one state of the replica, whatever is written meanwhile, until `let()` or `close()`. */
  hold(): void {
    this.database.exec('BEGIN');
    this.cursor(); // SQLite takes the snapshot at the first read
  }

  let(): void {
    if (this.database.inTransaction) this.database.exec('COMMIT');
  }

  close(): void {
    this.database.close();
  }

  /** Number of the newest event taken in; 0 for an empty replica. */
  cursor(): number {
    return Number(this.meta('cursor') ?? 0);
  }

  columns(): Column[] {
    return this.many<Column>('SELECT json FROM columns ORDER BY position, code');
  }

  column(code: string): Column | null {
    return this.one<Column>('SELECT json FROM columns WHERE code = ?', code);
  }

  departments(): Department[] {
    return this.many<Department>('SELECT json FROM departments ORDER BY position, code');
  }

  department(code: string): Department | null {
    return this.one<Department>('SELECT json FROM departments WHERE code = ?', code);
  }

  document(id: string): PublicDocument | null {
    return this.one<PublicDocument>('SELECT json FROM contents WHERE number = (SELECT number FROM documents WHERE id = ?)', id);
  }

  card(id: string): Card | null {
    return this.one<Card>('SELECT card AS json FROM documents WHERE id = ?', id);
  }

  /** All documents in a stable order (by id), in portions. @param options.after - id of the last one of the portion before */
  documents(options: { after?: string; limit: number }): PublicDocument[] {
    return this.many<PublicDocument>(
      'SELECT json FROM documents JOIN contents USING (number) WHERE id > ? ORDER BY id LIMIT ?',
      options.after ?? '',
      options.limit,
    );
  }

  newestOfColumn(code: string, limit: number): Card[] {
    return this.many<Card>(
      `SELECT card AS json FROM (
         SELECT * FROM (SELECT card, published, id FROM documents WHERE column_code = ? ${NEWEST_FIRST} LIMIT ?)
         UNION ALL SELECT * FROM (${placed('p.column_code = ?')})
       ) ${NEWEST_FIRST} LIMIT ?`,
      code,
      limit,
      code,
      limit,
    );
  }

  /** Pinned documents of a column, the last one pinned first. */
  pinnedOfColumn(code: string): Card[] {
    return this.many<Card>(
      'SELECT card AS json FROM documents WHERE column_code = ? AND pinned IS NOT NULL ORDER BY pinned DESC, id',
      code,
    );
  }

  newestOfDepartment(code: string, limit: number): Card[] {
    return this.many<Card>(
      `SELECT card AS json FROM documents WHERE department_code = ? AND column_code IN (SELECT code FROM columns) ${NEWEST_FIRST} LIMIT ?`,
      code,
      limit,
    );
  }

  itemsOfMonth(column: string, month: string): Card[] {
    return this.many<Card>(
      `SELECT card AS json FROM (
         SELECT card, published, id FROM documents WHERE column_code = ? AND month = ?
         UNION ALL ${placed('p.column_code = ? AND p.month = ?')}
       ) ${NEWEST_FIRST}`,
      column,
      month,
      column,
      month,
    );
  }

  /** Months of a column that show documents, newest first. */
  monthsOfColumn(column: string): MonthCount[] {
    return this.all<MonthCount>(counts('column_code = ?', 'month DESC'), column, column);
  }

  /** Months of all standing columns, newest first. */
  months(): MonthCount[] {
    return this.all<MonthCount>(counts(STANDING, 'month DESC, column_code'));
  }

  columnsOfMonth(month: string): MonthCount[] {
    return this.all<MonthCount>(counts(`month = ? AND ${STANDING}`, 'column_code'), month, month);
  }

  /** Addresses of the documents of one month in all standing columns, for the sitemap. */
  addressesOfMonth(month: string): { column: string; id: string; updated: string }[] {
    return this.all(
      `SELECT column_code AS "column", id, updated FROM documents
       WHERE month = ? AND column_code IN (SELECT code FROM columns) ORDER BY column_code, id`,
      month,
    );
  }

  /** Documents that name this one, newest first. */
  incoming(id: string): { kind: RelationKind; card: Card }[] {
    return this.all<{ kind: RelationKind; card: string }>(
      `SELECT kind, card FROM relations JOIN documents ON id = source
       WHERE target = ? AND column_code IN (SELECT code FROM columns) ORDER BY published DESC, id`,
      id,
    ).map(({ kind, card }) => ({ kind, card: JSON.parse(card) as Card }));
  }

  documentsOfColumn(code: string): string[] {
    return this.strings('SELECT id FROM documents WHERE column_code = ?', code);
  }

  documentsOfDepartment(code: string): string[] {
    return this.strings('SELECT id FROM documents WHERE department_code = ?', code);
  }

  monthsOfDepartment(code: string): { column: string; month: string }[] {
    return this.all('SELECT DISTINCT column_code AS "column", month FROM documents WHERE department_code = ?', code);
  }

  placementsOfDepartment(code: string): { column: string; month: string }[] {
    return this.all('SELECT DISTINCT column_code AS "column", month FROM placements WHERE department_code = ?', code);
  }

  columnsOfDepartment(code: string): string[] {
    return this.strings(
      'SELECT code FROM columns WHERE EXISTS (SELECT 1 FROM documents WHERE department_code = ? AND column_code = code) ORDER BY position, code',
      code,
    );
  }

  departmentsOfColumn(code: string): string[] {
    return this.strings(
      'SELECT code FROM departments WHERE EXISTS (SELECT 1 FROM documents WHERE department_code = code AND column_code = ?) ORDER BY position, code',
      code,
    );
  }

  withdrawal(id: string): Withdrawal | null {
    return this.one<Withdrawal>('SELECT json FROM withdrawals WHERE id = ?', id);
  }

  withdrawals(): Withdrawal[] {
    return this.many<Withdrawal>('SELECT json FROM withdrawals ORDER BY id');
  }

  /** Documents that stood in another column before. */
  movedDocuments(): PublicDocument[] {
    return this.many<PublicDocument>(
      'SELECT json FROM documents JOIN contents USING (number) WHERE moved IS NOT NULL ORDER BY id',
    );
  }

  /** Every document's address, for a full build. */
  *addresses(): Iterable<{ column: string; month: string; id: string }> {
    yield* this.prepared(
      'SELECT column_code AS "column", month, id FROM documents WHERE column_code IN (SELECT code FROM columns) ORDER BY column_code, month, id',
    ).iterate() as Iterable<{ column: string; month: string; id: string }>;
  }

  /** Documents with attachments or pictures. */
  *documentsWithFiles(): Iterable<PublicDocument> {
    const rows = this.prepared(
      `SELECT json FROM documents JOIN contents USING (number)
       WHERE column_code IN (SELECT code FROM columns)
       AND (json_array_length(json, '$.attachments') > 0 OR json_array_length(json, '$.images') > 0) ORDER BY id`,
    ).iterate() as Iterable<{ json: string }>;
    for (const { json } of rows) yield JSON.parse(json) as PublicDocument;
  }

  protected meta(key: string): string | null {
    const row = this.prepared('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined;
    return row?.value ?? null;
  }

  protected prepared(sql: string): Database.Statement<unknown[], unknown> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.database.prepare<unknown[], unknown>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  private one<T>(sql: string, ...values: unknown[]): T | null {
    const row = this.prepared(sql).get(...values) as { json: string } | undefined;
    return row ? (JSON.parse(row.json) as T) : null;
  }

  private many<T>(sql: string, ...values: unknown[]): T[] {
    return (this.prepared(sql).all(...values) as { json: string }[]).map(({ json }) => JSON.parse(json) as T);
  }

  private all<T>(sql: string, ...values: unknown[]): T[] {
    return this.prepared(sql).all(...values) as T[];
  }

  private strings(sql: string, ...values: unknown[]): string[] {
    return (
      this.prepared(sql)
        .raw()
        .all(...values) as [string][]
    ).map(([text]) => text);
  }
}
