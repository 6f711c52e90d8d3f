import type Database from 'better-sqlite3';
import type { Change } from '../contract/index.ts';
import { planFor, planOfEverything, type Plan } from '../plan/index.ts';
import { applyChanges, type Applied, type SetAside } from './apply.ts';
import { PendingWork } from './pending.ts';
import { ReplicaReader } from './reader.ts';
import { scrub } from './scrub.ts';
import { restorePrevious } from './set-aside.ts';
import { openForReading, openForWriting } from './tables.ts';

/**
 * The public copy: all public content, what is still to be rendered from it, and the cursor of the feed, in one SQLite file written by
 * one process. What is promised: after a crash at any moment the file holds the state before a call or the state after it.
 */
export class Replica extends ReplicaReader {
  readonly #pending: PendingWork;

  constructor(database: Database.Database, siteUrl: string) {
    super(database, siteUrl);
    this.#pending = new PendingWork(database);
    this.#pending.rebuildForAddress(this.siteUrl);
    // The process ended between a leak's release and the wiping of the file.
    if (!this.#pending.any()) scrub(database, 'file');
  }

  /**
   * Takes lines of the feed in, in one transaction: content, cursor, and the pages that have to be rendered.
   *
   * @param changes - parsed lines, in the feed's order; taking one twice changes nothing
   * @param cursor - of the feed's last line; default: the highest number among the changes
   * @returns documents that fail the contract: they are left as they were before
   */
  apply(changes: Change[], cursor = Math.max(0, ...changes.map(({ seq }) => seq))): Applied {
    const applied = this.database
      .transaction(() => applyChanges(this.database, this, this.#pending, changes, cursor))
      .immediate();
    if (applied.leaked) scrub(this.database, 'log');
    return applied;
  }

  /**
   * A document's page could not be rendered: the content before comes back, or, where there is none, the document goes.
   *
   * @returns null where the document is not there (any more)
   */
  setAside(id: string, reason: string): SetAside | null {
    return this.database.transaction(() => restorePrevious(this.database, this, this.#pending, id, reason)).immediate();
  }

  /** Documents set aside that were not put right since. */
  setAsides(): SetAside[] {
    return this.prepared('SELECT id, seq, code, reason FROM set_aside ORDER BY seq, id').all() as SetAside[];
  }

  /** What is to be rendered, deleted and copied for all that was taken in and not settled. Survives a crash. */
  pending(): Plan {
    const work = this.#pending.hand();
    if (work.everything) return this.#everything(work.version);
    return { ...planFor(work.paths, this), everything: false, version: work.version, documents: work.documents };
  }

  hasPending(): boolean {
    return this.#pending.any();
  }

  /** The plan of a full build. */
  everything(): Plan {
    return this.#everything(this.#pending.hand().version);
  }

  /** After the swap: the work of this plan is done. What came since stays pending. */
  settle(plan: Pick<Plan, 'version'>): void {
    this.database.transaction(() => this.#pending.settle(plan.version)).immediate();
    scrub(this.database, 'file');
  }

  override close(): void {
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    super.close();
  }

  #everything(version: number): Plan {
    return { ...planOfEverything(this), everything: true, version, documents: [] };
  }
}

export interface ReplicaOptions {
  /** Public address of the site. */
  siteUrl: string;
}

/** Opens the replica for the process that writes it, and makes it where there is none. */
export function openReplica(file: string, options: ReplicaOptions): Replica {
  return new Replica(openForWriting(file), options.siteUrl);
}

/** Opens the replica for reading only. @throws SiteError `REPLICA_MISSING` */
export function readReplica(file: string, options: ReplicaOptions): ReplicaReader {
  return new ReplicaReader(openForReading(file), options.siteUrl);
}
