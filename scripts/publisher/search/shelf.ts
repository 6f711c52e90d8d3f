import { setImmediate as breathe } from 'node:timers/promises';
import { HOT_DOCUMENTS_MAX } from './compaction.ts';
import type { ShelfState } from './compaction.ts';
import { Coverage } from './coverage.ts';
import type { Shelved } from './coverage.ts';
import { bundlePath, fragmentPath, POINTER_PATH, pointerOf } from './pointer.ts';
import { recordKey } from './record.ts';
import type { ShelfFiles, ShelfRecord } from './shelf-files.ts';
import type { SearchFiles, SearchReplica } from './types.ts';
import { writeBundle } from './write-bundle.ts';
import type { BundleContents } from './write-bundle.ts';

/** A bundle out of use stays in the release this long, for searches that began with it. Never when something it holds was withdrawn. */
const GRACE_MS = 3 * 60_000;
/** Retired bundles whose names are kept, so that a release made from an older one drops them too. */
const RETIRED_REMEMBERED = 200;
const COMPARED_AT_ONCE = 200;
/** Cursor of a shelf that has to be compared with the whole replica. */
export const UNKNOWN = -1;

/**
 * All bundles of the search, in memory and on disk. States of a document: answered by a bundle; waiting (live, in no bundle: a
 * background build will take it in); not public. States of a bundle: in use; retired (out of use, still in the release for
 * `GRACE_MS`); deleted.
 */
export class Shelf {
  readonly #replica: SearchReplica;
  readonly #files: ShelfFiles;
  readonly #record: ShelfRecord;
  readonly #waiting: Set<string>;
  readonly coverage: Coverage;

  constructor(replica: SearchReplica, files: ShelfFiles, record: ShelfRecord) {
    this.#replica = replica;
    this.#files = files;
    this.#record = record;
    this.#waiting = new Set(record.waiting);
    // Saved in the order they are asked, taken in the other way round: the last one in stands first.
    this.coverage = new Coverage([...record.bundles].reverse());
    const known = [record.engine, ...record.bundles.map(({ contents }) => contents)].map(({ hash }) => hash);
    files.sweep(new Set([...known, ...record.retired.map(({ hash }) => hash)]));
    if (record.cursor !== replica.cursor()) record.cursor = UNKNOWN;
  }

  /** Newest event of the replica this shelf shows; `UNKNOWN` when that cannot be told. */
  get cursor(): number {
    return this.#record.cursor;
  }

  get waiting(): string[] {
    return [...this.#waiting];
  }

  /** Takes in the present state of these documents: what is stale goes, what is new goes into the hot bundle or waits. */
  async takeIn(ids: Iterable<string>, cursor: number): Promise<void> {
    // Until this is done nobody knows what the shelf shows: should the disk be full now, the next time compares everything.
    this.#record.cursor = UNKNOWN;
    const fresh = new Set<string>();
    const leaked = new Set<Shelved>();
    for (const id of ids) {
      if (this.#compare(id)) fresh.add(id);
      if (this.isLeak(id)) for (const bundle of this.coverage.bundles) if (bundle.byId.has(id)) leaked.add(bundle);
    }
    for (const bundle of leaked) for (const id of this.#giveUp(bundle)) fresh.add(id);
    await this.#renewHot(fresh);
    this.#retireEmpty();
    this.#record.cursor = cursor;
    this.#save();
  }

  /** Takes in what was built in the background. @param changed - documents that changed since that build began */
  adopt(built: BundleContents[], changed: ReadonlySet<string>): void {
    for (const contents of built) {
      // It may hold a leak, whose text could be put together again from its index: as if it had never been built.
      if (contents.documents.some(([id]) => changed.has(id) && this.isLeak(id))) this.#refuse(contents);
      else this.coverage.adopt(contents, changed);
    }
    for (const id of changed) this.#compare(id);
    for (const id of this.#waiting) if (this.coverage.answers(id)) this.#waiting.delete(id);
    this.#retireEmpty();
    this.#save();
  }

  /** Ids whose present state is not what the shelf says. */
  async differing(): Promise<string[]> {
    const unseen = this.coverage.ids();
    const differing: string[] = [];
    for (let after = ''; ;) {
      const documents = this.#replica.documents({ after, limit: COMPARED_AT_ONCE });
      const last = documents.at(-1);
      if (!last) return [...differing, ...unseen];
      after = last.id;
      for (const document of documents) {
        unseen.delete(document.id);
        const key = this.#replica.column(document.column) ? recordKey(document) : null;
        if (!this.coverage.shows(document.id, key)) differing.push(document.id);
      }
      // Thousands of documents are read here: the publisher answers its requests in between.
      await breathe();
    }
  }

  /** What a release has to hold now. */
  files(): SearchFiles {
    const { engine, retired } = this.#record;
    const bundles = this.coverage.bundles;
    const put = [engine, ...bundles.map(({ contents }) => contents)].map(({ hash }) => ({
      path: bundlePath(hash),
      folder: this.#files.folder(hash),
    }));
    const remove = bundles.flatMap(({ contents, byId, gone }) =>
      [...gone].map((id) => fragmentPath(contents.hash, byId.get(id)?.fragment ?? '')),
    );
    const drop = retired.filter(({ at }) => at === 0).map(({ hash }) => bundlePath(hash));
    return { put, drop, remove, pointer: { path: POINTER_PATH, content: pointerOf(engine.hash, bundles, this.#waiting.size) } };
  }

  state(): ShelfState {
    const bundles = this.coverage.bundles.map(({ contents, byId, leftOut }) => ({
      hash: contents.hash,
      kind: contents.kind,
      official: contents.official,
      live: byId.size - leftOut.size,
      dead: leftOut.size,
      characters: contents.characters,
    }));
    return { bundles, waiting: this.#waiting.size };
  }

  isLeak(id: string): boolean {
    return this.#replica.withdrawal(id)?.kind === 'leak';
  }

  /** Compares one document's present state with the bundles. @returns whether it is public and no bundle answers for it */
  #compare(id: string): boolean {
    const key = this.#presentKey(id);
    const { answered, stale } = this.coverage.note(id, key);
    for (const bundle of stale) this.#takeFragmentOut(bundle, id);
    if (stale.length > 0 || key === null) this.#hurryRetired(id);
    if (key === null) this.#waiting.delete(id);
    return key !== null && !answered;
  }

  #presentKey(id: string): string | null {
    const document = this.#replica.document(id);
    return document && this.#replica.column(document.column) ? recordKey(document) : null;
  }

  #takeFragmentOut(bundle: Shelved, id: string): void {
    const held = bundle.byId.get(id);
    if (!held) return;
    bundle.gone.add(id);
    this.#files.removeFragment(bundle.contents.hash, held.fragment);
  }

  /**
   * Takes a bundle that holds a leak out of use at once: its index keeps every pair with its place, so the text could be put together
   * again from it. @returns the documents it answered for
   */
  #giveUp(bundle: Shelved): string[] {
    const documents = this.coverage.answeredBy([bundle]);
    this.coverage.retire(bundle);
    this.#drop(bundle.contents.hash);
    return documents;
  }

  #refuse(contents: BundleContents): void {
    this.#drop(contents.hash);
    for (const [id] of contents.documents) if (!this.coverage.answers(id) && this.#presentKey(id) !== null) this.#waiting.add(id);
  }

  #drop(hash: string): void {
    this.#record.retired.push({ hash, at: 0 });
    this.#files.delete(hash);
  }

  /** Retired bundles that hold this document do not wait for the end of their time. */
  #hurryRetired(id: string): void {
    for (const retired of this.#record.retired) {
      if (retired.at === 0 || !this.#files.contents(retired.hash)?.documents.some(([held]) => held === id)) continue;
      retired.at = 0;
      this.#files.delete(retired.hash);
    }
  }

  /** Builds the hot bundle anew if it is not what it should be. */
  async #renewHot(fresh: Set<string>): Promise<void> {
    const hot = this.coverage.ofKind('hot');
    const wanted = [...new Set([...this.coverage.answeredBy(hot), ...fresh])];
    if (wanted.length > HOT_DOCUMENTS_MAX) {
      for (const id of fresh) this.#waiting.add(id);
      return;
    }
    const spoilt = hot.some(({ gone, leftOut }) => gone.size > 0 || leftOut.size > 0);
    if (fresh.size === 0 && !spoilt) return;
    const documents = wanted.flatMap((id) => this.#replica.document(id) ?? []);
    const contents = documents.length > 0 ? await writeBundle(this.#files.bundles, 'hot', documents) : null;
    for (const bundle of hot) this.#retire(bundle);
    if (contents) this.coverage.adopt(contents);
    for (const id of wanted) this.#waiting.delete(id);
  }

  #retireEmpty(): void {
    for (const bundle of this.coverage.empty()) this.#retire(bundle);
  }

  #retire(bundle: Shelved): void {
    this.coverage.retire(bundle);
    if (bundle.gone.size > 0) this.#drop(bundle.contents.hash);
    else this.#record.retired.push({ hash: bundle.contents.hash, at: Date.now() });
  }

  #save(): void {
    const record = this.#record;
    for (const retired of record.retired) {
      if (retired.at === 0 || Date.now() - retired.at < GRACE_MS) continue;
      retired.at = 0;
      this.#files.delete(retired.hash);
    }
    record.retired = record.retired.slice(-RETIRED_REMEMBERED);
    record.bundles = [...this.coverage.bundles];
    record.waiting = [...this.#waiting];
    this.#files.save(record);
  }
}
