import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { strToU8, zipSync } from 'fflate';
import { environment } from '../../../../../environment';
import { ALGORITHM, signExport } from '../decisions/audit-export';
import { canonicalJson } from '../decisions/canonical';
import type { Actor } from '../decisions/roles';
import { throughDoor } from '../door';
import { invalid } from '../errors';
import { anchorFile } from '../stores';
import { readAnchors } from '../tables/anchor';
import type { AuditEntry } from '../tables/audit';
import { entryOf } from '../tables/audit';

/** One file of this many entries is some 30 MB; more are exported part by part, each beginning where the last ended. */
export const MOST_EXPORTED = 50_000;
const PAGE = 2000;

export interface AuditExport {
  name: string;
  bytes: Uint8Array;
}

const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const HEADS = ['序号', '时间', '经办人编号', '经办人', '操作', '对象', '内容', '前一条', '本条'];

const ndjsonLine = (entry: AuditEntry): string => `${JSON.stringify(entry)}\n`;
const csvLine = (entry: AuditEntry): string =>
  `${[entry.seq, entry.at, entry.actorId, entry.actorName, entry.action, entry.object, canonicalJson(entry.detail), entry.previousHash, entry.hash].map(cell).join(',')}\r\n`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const README = `审计记录导出

audit.ndjson  审计记录，一行一条，从小到大，字段原样
audit.csv     同样的内容，供表格软件打开
proof.json    凭证：范围、首尾、链的末端、库外留存、各文件的摘要、签名

怎样核验
${ALGORITHM}
`;

/**
 * 导出: a stretch of the chain without gaps (other filters would cut its links), with its proof. That it was exported, and what, is
 * itself an audit entry, which comes after the stretch and so is not in it.
 * @param first @param last numbers, both included
 */
export const exportAudit = async (strapi: Core.Strapi, actor: Actor, first: number, last: number): Promise<AuditExport> => {
  const knex = strapi.db.connection;
  if (last < first) throw invalid('INVALID', '这个范围里没有审计记录。', '请放宽日期或序号。');
  if (last - first + 1 > MOST_EXPORTED) {
    throw invalid('TOO_MANY', `一次最多导出 ${MOST_EXPORTED} 条，这个范围有 ${last - first + 1} 条。`, '请分段导出，后一段从前一段的末尾接着。');
  }
  let ndjson = '';
  let csv = `\uFEFF${HEADS.join(',')}\r\n`;
  let count = 0;
  let firstEntry: AuditEntry | undefined;
  let lastEntry: AuditEntry | undefined;
  for (let from = first; from <= last; from += PAGE) {
    const rows = (await knex('review_audit').whereBetween('seq', [from, Math.min(from + PAGE - 1, last)]).orderBy('seq')) as Parameters<typeof entryOf>[0][];
    for (const row of rows) {
      const entry = entryOf(row);
      firstEntry ??= entry;
      lastEntry = entry;
      ndjson += ndjsonLine(entry);
      csv += csvLine(entry);
      count += 1;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!firstEntry || !lastEntry) throw invalid('INVALID', '这个范围里没有审计记录。', '请放宽日期或序号。');
  const head = (await knex('review_audit_head').where({ id: 1 }).first('seq', 'hash')) as { seq: number | string; hash: string };
  const anchor = readAnchors(anchorFile()).at(-1);
  const proof = signExport(environment().auditKey, {
    exportedAt: new Date().toISOString(),
    exportedBy: actor.name,
    entries: count,
    first: { seq: firstEntry.seq, previousHash: firstEntry.previousHash },
    last: { seq: lastEntry.seq, hash: lastEntry.hash },
    head: { seq: Number(head.seq), hash: head.hash },
    anchor: anchor ? { seq: anchor.seq, hash: anchor.hash } : null,
    files: { 'audit.ndjson': sha256(ndjson), 'audit.csv': sha256(csv) },
  });
  const files = { 'audit.ndjson': ndjson, 'audit.csv': csv, 'proof.json': `${JSON.stringify(proof, null, 2)}\n`, 'README.txt': README };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 1 });
  await throughDoor(strapi, actor, async ({ audit }) =>
    audit('audit-export', 'audit', { first: firstEntry.seq, last: lastEntry.seq, entries: count, sha256: proof.files['audit.ndjson'] ?? '' }),
  );
  return { name: `audit-${firstEntry.seq}-${lastEntry.seq}.zip`, bytes };
};
