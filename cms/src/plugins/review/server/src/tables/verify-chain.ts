import type { Knex } from 'knex';
import { canonicalJson } from '../decisions/canonical';
import { readAnchors } from './anchor';
import { entryOf, sealOf } from './audit';
import { missingTriggers } from './definitions';

export interface Fault {
  seq: number | null;
  code: 'GAP' | 'CHANGED' | 'BROKEN_LINK' | 'HEAD_DIFFERS' | 'TAIL_CUT' | 'ANCHOR_DIFFERS' | 'TRIGGER_MISSING' | 'TABLE_MISSING' | 'UNREADABLE' | 'REVISION_CHANGED';
  message: string;
}

export interface Verification {
  ok: boolean;
  entries: number;
  head: { seq: number; hash: string } | null;
  faults: Fault[];
}

const PAGE = 1000;
const MOST_FAULTS = 200;

/**
 * @param onProgress told how many entries are checked, once a page
 * Recomputes the whole chain and compares it with its head and with the heads kept outside the database.
 * Finds a changed entry, a gap, a re-ordering, a forged or doubled entry, a cut tail, a missing table or trigger.
 */
export const verifyChain = async (knex: Knex, key: string, anchorFile: string, onProgress: (checked: number) => void = () => undefined): Promise<Verification> => {
  const faults: Fault[] = [];
  const fault = (seq: number | null, code: Fault['code'], message: string) => {
    if (faults.length < MOST_FAULTS) faults.push({ seq, code, message });
  };
  if (!(await knex.schema.hasTable('review_audit')) || !(await knex.schema.hasTable('review_audit_head'))) {
    fault(null, 'TABLE_MISSING', '审计表不存在。');
    return { ok: false, entries: 0, head: null, faults };
  }
  for (const trigger of await missingTriggers(knex)) fault(null, 'TRIGGER_MISSING', `保护审计表的触发器 ${trigger} 不存在。`);

  const anchors = new Map(readAnchors(anchorFile).map((head) => [head.seq, head.hash]));
  let previousHash = '0'.repeat(64);
  let last = 0;
  let entries = 0;
  for (;;) {
    const rows = (await knex('review_audit').where('seq', '>', last).orderBy('seq').limit(PAGE)) as Parameters<typeof entryOf>[0][];
    for (const row of rows) {
      const seq = Number(row.seq);
      entries += 1;
      if (seq !== last + 1) fault(seq, 'GAP', `第 ${last + 1} 至 ${seq - 1} 号审计记录缺失。`);
      last = seq;
      let entry;
      try {
        entry = entryOf(row);
      } catch {
        fault(seq, 'UNREADABLE', `第 ${seq} 号审计记录无法读取。`);
        previousHash = row.hash;
        continue;
      }
      if (entry.previousHash !== previousHash) fault(seq, 'BROKEN_LINK', `第 ${seq} 号审计记录与前一条不相接。`);
      // The text as it stands must be the canonical one: otherwise blanks could be slipped in without touching the seal.
      if (sealOf(key, entry) !== entry.hash || canonicalJson(entry.detail) !== row.detail) fault(seq, 'CHANGED', `第 ${seq} 号审计记录被改动。`);
      const anchored = anchors.get(seq);
      if (anchored !== undefined && anchored !== entry.hash) fault(seq, 'ANCHOR_DIFFERS', `第 ${seq} 号审计记录与库外留存的不一致。`);
      previousHash = entry.hash;
    }
    onProgress(entries);
    // SQLite answers without ever letting go of the process: everybody else gets a turn between two pages.
    await new Promise((resolve) => setImmediate(resolve));
    if (rows.length < PAGE) break;
  }
  const first = (await knex('review_audit').min({ seq: 'seq' }).first()) as { seq: number | string | null } | undefined;
  if (first?.seq != null && Number(first.seq) < 1) fault(Number(first.seq), 'GAP', '审计记录出现小于 1 的编号。');
  const head = (await knex('review_audit_head').where({ id: 1 }).first('seq', 'hash')) as { seq: number | string; hash: string } | undefined;
  if (!head || Number(head.seq) !== last || head.hash !== previousHash) {
    fault(last, 'HEAD_DIFFERS', `审计链末端应为第 ${head ? Number(head.seq) : '（无）'} 号，表中是第 ${last} 号。`);
  }
  const furthest = Math.max(0, ...anchors.keys());
  if (furthest > last) fault(last, 'TAIL_CUT', `库外留存到第 ${furthest} 号，表中只到第 ${last} 号：末尾被截断。`);
  return { ok: faults.length === 0, entries, head: { seq: last, hash: previousHash }, faults };
};
