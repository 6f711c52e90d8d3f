import type Database from 'better-sqlite3';

/**
 * Work that is taken in and not yet live: names of files and ids of documents, each with the number (version) of the transaction that
 * touched it last. Only names are kept, never text: what to do with a file is decided from the present state when a plan is made.
 */
export class PendingWork {
  readonly #database: Database.Database;
  /** Version of the newest plan handed out by this process: a builder may be at work on it. */
  #handed = 0;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Number for the transaction that is under way. */
  next(): number {
    const version = this.#version() + 1;
    this.#set('version', String(version));
    return version;
  }

  /** While a full build is due and nobody has begun it, single files need no names: it will take everything anyway. */
  coveredByFullBuild(): boolean {
    const everything = this.#everything();
    return everything !== null && everything > this.#handed;
  }

  touch(paths: Iterable<string>, documents: Iterable<string>, version: number): void {
    if (this.coveredByFullBuild()) {
      this.demandEverything(version);
      return;
    }
    const path = this.#database.prepare('INSERT OR REPLACE INTO pending_paths VALUES (?, ?)');
    for (const each of paths) path.run(each, version);
    const document = this.#database.prepare('INSERT OR REPLACE INTO pending_documents VALUES (?, ?)');
    for (const each of documents) document.run(each, version);
  }

  demandEverything(version: number): void {
    this.#set('everything', String(version));
  }

  /** Every page prints the site's address: another address, or the first one, is a full build. */
  rebuildForAddress(siteUrl: string): void {
    if (this.#get('siteUrl') === siteUrl) return;
    this.#database.transaction(() => {
      this.#set('siteUrl', siteUrl);
      this.demandEverything(this.next());
    })();
  }

  any(): boolean {
    return this.#everything() !== null || this.#database.prepare('SELECT 1 FROM pending_paths LIMIT 1').get() !== undefined;
  }

  hand(): { version: number; everything: boolean; paths: string[]; documents: string[] } {
    this.#handed = this.#version();
    return {
      version: this.#handed,
      everything: this.#everything() !== null,
      paths: this.#database.prepare<[], string>('SELECT path FROM pending_paths').pluck().all(),
      documents: this.#database.prepare<[], string>('SELECT id FROM pending_documents ORDER BY id').pluck().all(),
    };
  }

  settle(version: number): void {
    for (const table of ['pending_paths', 'pending_documents', 'previous']) {
      this.#database.prepare(`DELETE FROM ${table} WHERE version <= ?`).run(version);
    }
    const everything = this.#everything();
    if (everything !== null && everything <= version) this.#database.prepare("DELETE FROM meta WHERE key = 'everything'").run();
  }

  #everything(): number | null {
    const version = this.#get('everything');
    return version === null ? null : Number(version);
  }

  #version(): number {
    return Number(this.#get('version') ?? 0);
  }

  #get(key: string): string | null {
    return this.#database.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key) ?? null;
  }

  #set(key: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
  }
}
