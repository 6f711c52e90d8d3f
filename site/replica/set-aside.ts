import type Database from 'better-sqlite3';
import type { PublicDocument } from '../contract/index.ts';
import { replaceDocument, seqOf, Taking, type SetAside } from './apply.ts';
import type { PendingWork } from './pending.ts';
import type { ReplicaReader } from './reader.ts';
import { forgetPrevious, putSetAside, removeDocument } from './store.ts';

/**
 * Puts back what readers saw before, inside a transaction. A document that was never live goes; so does one whose last good content is
 * no longer kept, since it is settled: a page that cannot be rendered cannot stay in a full build.
 */
export function restorePrevious(
  database: Database.Database,
  reader: ReplicaReader,
  pending: PendingWork,
  id: string,
  reason: string,
): SetAside | null {
  const present = reader.document(id);
  const seq = seqOf(database, id);
  if (!present || seq === null) return null;
  const kept = database
    .prepare<[string], { seq: number | null; json: string | null }>('SELECT seq, json FROM previous WHERE id = ?')
    .get(id);
  const version = pending.next();
  const taking = new Taking(database, reader, version, !pending.coveredByFullBuild());
  taking.document(id, () => {
    if (kept?.json != null) replaceDocument(database, present, JSON.parse(kept.json) as PublicDocument, kept.seq ?? seq);
    else removeDocument(database, present);
  });
  forgetPrevious(database, id);
  pending.touch(taking.paths, taking.documents, version);
  const aside = { id, seq, code: 'RENDER', reason };
  putSetAside(database, aside);
  return aside;
}
