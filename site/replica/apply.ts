import type Database from 'better-sqlite3';
import { z } from 'zod';
import {
  documentSchema,
  type Change,
  type Column,
  type Department,
  type PublicDocument,
  type Withdrawal,
} from '../contract/index.ts';
import { reachOfColumn, reachOfDepartment, reachOfDocument, reachOfWithdrawal } from '../plan/index.ts';
import { refilePlaced } from './filings.ts';
import type { PendingWork } from './pending.ts';
import type { ReplicaReader } from './reader.ts';
import {
  forgetPrevious,
  forgetSetAside,
  keepPrevious,
  putCoded,
  putDocument,
  putSetAside,
  putWithdrawal,
  removeCoded,
  removeDocument,
  removeWithdrawal,
  setMeta,
} from './store.ts';

/** A document that could not go live: its line's number, a code and a reason in Chinese for the alarm. */
export interface SetAside {
  id: string;
  seq: number;
  code: string;
  reason: string;
}

export interface Applied {
  setAside: SetAside[];
  /** Documents whose public content came, changed or went. */
  documents: string[];
  /** A leak was withdrawn: its traces are being removed from the file. */
  leaked: boolean;
}

/** One transaction's work: what it changes, and the files it touches on the way. */
export class Taking {
  readonly paths = new Set<string>();
  readonly documents = new Set<string>();
  readonly touch = (path: string): void => void this.paths.add(path);
  readonly database: Database.Database;
  readonly reader: ReplicaReader;
  readonly version: number;
  /** False where a full build is due: then nothing needs to be found out about single pages. */
  readonly planned: boolean;

  constructor(database: Database.Database, reader: ReplicaReader, version: number, planned: boolean) {
    this.database = database;
    this.reader = reader;
    this.version = version;
    this.planned = planned;
  }

  /** Runs a change of one document; the pages that print it before and after are touched. */
  document(id: string, change: () => void): void {
    this.documents.add(id);
    this.#reach(id);
    change();
    this.#reach(id);
  }

  #reach(id: string): void {
    if (!this.planned) return;
    const document = this.reader.document(id);
    if (document) reachOfDocument(document, this.reader, this.touch);
    const withdrawal = this.reader.withdrawal(id);
    if (withdrawal) reachOfWithdrawal(withdrawal, this.touch);
  }

  /** Runs a change of a column or a department. */
  around(reach: () => void, change: () => void): void {
    if (this.planned) reach();
    change();
    if (this.planned) reach();
  }
}

export function applyChanges(
  database: Database.Database,
  reader: ReplicaReader,
  pending: PendingWork,
  changes: Change[],
  cursor: number,
): Applied {
  if (changes.length === 0 && cursor <= reader.cursor()) return { setAside: [], documents: [], leaked: false };
  const version = pending.next();
  const taking = new Taking(database, reader, version, !pending.coveredByFullBuild());
  const setAside: SetAside[] = [];
  let leaked = false;
  for (const change of changes) {
    switch (change.type) {
      case 'document.put': {
        const refused = takeDocument(taking, change);
        if (refused) setAside.push(refused);
        break;
      }
      case 'document.withdrawn':
        leaked = takeWithdrawal(taking, change.withdrawal, change.seq) || leaked;
        break;
      case 'column.put':
        takeColumn(taking, change.column.code, change.column);
        break;
      case 'column.removed':
        takeColumn(taking, change.code, null);
        break;
      case 'department.put':
        takeDepartment(taking, change.department.code, change.department);
        break;
      case 'department.removed':
        takeDepartment(taking, change.code, null);
        break;
    }
  }
  if (taking.paths.size > 0 || !taking.planned) pending.touch(taking.paths, taking.documents, version);
  if (leaked) setMeta(database, 'scrub', 'due');
  setMeta(database, 'cursor', String(Math.max(cursor, reader.cursor())));
  return { setAside, documents: [...taking.documents], leaked };
}

/** @returns why the line was refused; null where it was taken, or said nothing new */
function takeDocument(taking: Taking, change: Extract<Change, { type: 'document.put' }>): SetAside | null {
  const { database, reader } = taking;
  const { id, seq } = change;
  if (isOlder(database, id, seq)) return null;
  const parsed = documentSchema.safeParse(change.document);
  if (!parsed.success || parsed.data.id !== id) {
    const reason = parsed.success ? `内容里的编号 ${parsed.data.id} 与变更的编号 ${id} 不同` : z.prettifyError(parsed.error);
    const refused = { id, seq, code: 'CONTRACT', reason };
    putSetAside(database, refused);
    return refused;
  }
  forgetSetAside(database, id);
  const before = reader.document(id);
  const json = JSON.stringify(parsed.data);
  if (before && JSON.stringify(before) === json) return null;
  const seqBefore = before ? seqOf(database, id) : null;
  taking.document(id, () => {
    removeWithdrawal(database, id);
    keepPrevious(database, id, before ? { seq: seqBefore ?? seq, json: JSON.stringify(before) } : null, taking.version);
    replaceDocument(database, before, parsed.data, seq);
  });
  return null;
}

/** The month a document leaves has to be counted anew as well as the one it enters. */
export function replaceDocument(
  database: Database.Database,
  before: PublicDocument | null,
  after: PublicDocument,
  seq: number,
): void {
  if (before && (before.column !== after.column || before.month !== after.month)) removeDocument(database, before);
  putDocument(database, after, seq);
}

/** @returns whether it was a leak that is news to us */
function takeWithdrawal(taking: Taking, withdrawal: Withdrawal, seq: number): boolean {
  const { database, reader } = taking;
  const { id } = withdrawal;
  if (isOlder(database, id, seq)) return false;
  const json = JSON.stringify(withdrawal);
  const known = reader.withdrawal(id);
  forgetSetAside(database, id);
  forgetPrevious(database, id);
  if (known && JSON.stringify(known) === json) return false;
  taking.document(id, () => {
    const document = reader.document(id);
    if (document) removeDocument(database, document);
    putWithdrawal(database, id, seq, json);
  });
  return withdrawal.kind === 'leak';
}

function takeColumn(taking: Taking, code: string, after: Column | null): void {
  const { database, reader } = taking;
  const before = reader.column(code);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const how = {
    standing: before === null || after === null,
    words: JSON.stringify(wordsOf(before)) !== JSON.stringify(wordsOf(after)),
  };
  taking.around(
    () => reachOfColumn(code, reader, how, taking.touch),
    () => {
      if (after) putCoded(database, 'columns', after);
      else removeCoded(database, 'columns', code);
      if (how.standing) refilePlaced(database, code);
    },
  );
}

/** What documents' pages print of their column: everything but its place in the hall and its freshness limit. */
function wordsOf(column: Column | null): Omit<Column, 'position' | 'freshWithinDays'> | null {
  if (!column) return null;
  const { code, name, kind, description, keywords, columnType } = column;
  return { code, name, kind, description, keywords, columnType };
}

function takeDepartment(taking: Taking, code: string, after: Department | null): void {
  const { database, reader } = taking;
  const before = reader.department(code);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  taking.around(
    () => reachOfDepartment(code, reader, { name: before?.name !== after?.name }, taking.touch),
    () => (after ? putCoded(database, 'departments', after) : removeCoded(database, 'departments', code)),
  );
}

/** A line of an event before the one the row comes from: a portion of the feed that was read twice, out of order. */
function isOlder(database: Database.Database, id: string, seq: number): boolean {
  const known = seqOf(database, id);
  return known !== null && seq < known;
}

export function seqOf(database: Database.Database, id: string): number | null {
  const sql = 'SELECT max(seq) FROM (SELECT seq FROM documents WHERE id = ? UNION ALL SELECT seq FROM withdrawals WHERE id = ?)';
  return database.prepare<[string, string], number | null>(sql).pluck().get(id, id) ?? null;
}
