import { lstatSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failpoint } from '../failpoint.ts';
import { flushNow, replaceFile } from './durability.ts';

/** `releases/<n>.json`: what is known of one release. */
export interface Release {
  /** From 1, rising; never given twice. */
  number: number;
  /** Hash of the root directory; null: the release held a leak and was destroyed, the record stays for what was withdrawn in it. */
  root: string | null;
  /** Newest publication event in it. */
  event: number;
  note: string;
  /** ISO 8601, when it went live. */
  at: string;
  /** Documents withdrawn by it: what a rollback to an earlier release must leave out. */
  withdrawn: string[];
  /** Number of the release it brought back; null for an ordinary one. */
  restores: number | null;
  /**
   * Files a rollback put back to an earlier state and no plan has made anew since. Plans are worked out from the replica, which
   * never went back: a later withdrawal has to look for the document in these files by itself.
   */
  outOfStep: string[];
}

export type LiveRelease = Release & { root: string };

const NEXT_CURRENT = 'current.new';

/** `releases/` and `current`: which trees exist as releases and which of them is live. */
export class Releases {
  readonly folder: string;
  readonly #site: string;

  constructor(site: string) {
    this.#site = site;
    this.folder = join(site, 'releases');
  }

  /** What is served; null before the first release. */
  current(): LiveRelease | null {
    const link = join(this.#site, 'current');
    if (!lstatSync(link, { throwIfNoEntry: false })) return null;
    return this.read(Number(basename(readlinkSync(link)))) as LiveRelease;
  }

  read(number: number): Release {
    return JSON.parse(readFileSync(this.#record(number), 'utf8')) as Release;
  }

  /** All that are kept, oldest first. */
  list(): Release[] {
    return this.#numbers().map((number) => this.read(number));
  }

  /** Records a tree as the next release and makes it live by one rename. */
  add(release: Omit<Release, 'number' | 'at' | 'root'> & { root: string }): LiveRelease {
    const next = { ...release, number: (this.#numbers().at(-1) ?? 0) + 1, at: new Date().toISOString() };
    try {
      this.write(next);
      symlinkSync(`../objects/${next.root}`, join(this.folder, String(next.number)));
      flushNow(this.folder);
      failpoint('after-record');
      this.#swap(next.number);
    } catch (thrown) {
      // A disk that filled up half way: no record may stay of a release that never was live.
      if (this.current()?.number !== next.number) this.remove(next.number);
      throw thrown;
    }
    failpoint('after-swap');
    return next;
  }

  #swap(number: number): void {
    const next = join(this.#site, NEXT_CURRENT);
    rmSync(next, { force: true });
    symlinkSync(`releases/${number}`, next);
    // Replaces the old link in one step; `ln -sfn` unlinks first, and a reader in between finds no site at all.
    renameSync(next, join(this.#site, 'current'));
    flushNow(this.#site);
  }

  write(release: Release): void {
    replaceFile(this.#record(release.number), `${JSON.stringify(release)}\n`);
  }

  /** Takes the tree away and keeps the record. */
  destroy(release: Release): void {
    rmSync(join(this.folder, String(release.number)), { force: true });
    this.write({ ...release, root: null });
  }

  /** Link first: a number without a link is a release nobody can go back to, a link without a record would be a riddle. */
  remove(number: number): void {
    rmSync(join(this.folder, String(number)), { force: true });
    rmSync(this.#record(number), { force: true });
  }

  /** Removes what a crash left: releases recorded but never live (their number is above the live one), half-written files. */
  sweep(): void {
    rmSync(join(this.#site, NEXT_CURRENT), { force: true });
    const live = this.current()?.number ?? 0;
    for (const name of readdirSync(this.folder)) {
      const number = Number(/^(\d+)(\.json)?$/.exec(name)?.[1] ?? Number.NaN);
      if (!(number <= live)) rmSync(join(this.folder, name), { force: true });
    }
  }

  #record(number: number): string {
    return join(this.folder, `${number}.json`);
  }

  #numbers(): number[] {
    const names = readdirSync(this.folder).filter((name) => /^\d+\.json$/.test(name));
    return names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b);
  }
}
