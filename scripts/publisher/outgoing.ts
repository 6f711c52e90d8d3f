import type { Change, PublicDocument } from '@gongkai/site/contract';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './tree/durability.ts';

interface Outgoing {
  /** Documents withdrawn whose withdrawal is not finished: not live yet, or older releases not purged yet. */
  withdrawals: { id: string; kind: 'error' | 'leak' | 'expired' }[];
  /** Hashes of files no document of ours has any more. */
  blobs: string[];
}

/** What the list asks of the replica. */
export interface BeforeReader {
  document(id: string): PublicDocument | null;
  withdrawal(id: string): { kind: 'error' | 'leak' | 'expired' } | null;
}

/**
 * What is on its way out. Written before the replica takes the change in, for afterwards nobody knows any more which files the
 * document had; struck off only when the last trace is gone. So a crash in between leaves work behind, never a leak.
 */
export class OutgoingList {
  readonly #file: string;
  #list: Outgoing;

  constructor(publisherFolder: string) {
    this.#file = join(publisherFolder, 'outgoing.json');
    this.#list = existsSync(this.#file)
      ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Outgoing)
      : { withdrawals: [], blobs: [] };
  }

  get withdrawn(): string[] {
    return this.#list.withdrawals.map(({ id }) => id);
  }

  get leaked(): string[] {
    return this.#list.withdrawals.filter(({ kind }) => kind === 'leak').map(({ id }) => id);
  }

  get blobs(): readonly string[] {
    return this.#list.blobs;
  }

  note(changes: Change[], before: BeforeReader): void {
    const withdrawals = changes.flatMap((change) => newWithdrawal(change, before));
    const blobs = changes.flatMap((change) => filesLost(change, before));
    if (withdrawals.length === 0 && blobs.length === 0) return;
    const known = new Map([...this.#list.withdrawals, ...withdrawals].map((each) => [each.id, each]));
    this.#write({ withdrawals: [...known.values()], blobs: [...new Set([...this.#list.blobs, ...blobs])] });
  }

  /** All of it is done. */
  clear(): void {
    if (this.#list.withdrawals.length + this.#list.blobs.length > 0) this.#write({ withdrawals: [], blobs: [] });
  }

  #write(list: Outgoing): void {
    replaceFile(this.#file, `${JSON.stringify(list)}\n`);
    this.#list = list;
  }
}

function newWithdrawal(change: Change, before: BeforeReader): Outgoing['withdrawals'] {
  if (change.type !== 'document.withdrawn') return [];
  const { id, kind } = change.withdrawal;
  return before.withdrawal(id)?.kind === kind ? [] : [{ id, kind }];
}

/** Also files a correction took away: were the document to leak later, nobody would know they had been its own. */
function filesLost(change: Change, before: BeforeReader): string[] {
  if (change.type !== 'document.put' && change.type !== 'document.withdrawn') return [];
  const document = before.document(change.type === 'document.put' ? change.id : change.withdrawal.id);
  if (!document) return [];
  const kept = change.type === 'document.put' ? JSON.stringify(change.document) : '';
  return filesOf(document).filter((sha256) => !kept.includes(sha256));
}

function filesOf(document: PublicDocument): string[] {
  const renditions = document.images.flatMap((image) => image.renditions);
  return [...document.attachments, ...renditions].map(({ sha256 }) => sha256);
}
