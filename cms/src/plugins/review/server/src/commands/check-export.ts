import type { Knex } from 'knex';
import type { ExportProof } from '../decisions/audit-export';
import { exportPublicKey, fingerprintOf, isSigned } from '../decisions/audit-export';
import { entryAt } from '../tables/audit-search';

export interface ExportCheck {
  ok: boolean;
  fingerprint: string;
  faults: string[];
}

const isProof = (value: unknown): value is ExportProof => {
  const given = value as Partial<ExportProof> | null;
  return (
    typeof given === 'object' &&
    given !== null &&
    given.format === 'gongkai-audit-export/1' &&
    typeof given.signature === 'string' &&
    typeof given.publicKey === 'string' &&
    Number.isInteger(given.first?.seq) &&
    Number.isInteger(given.last?.seq)
  );
};

/** Whether a proof was made here, and whether the chain still stands as it was exported. The files are compared by whoever has them. */
export const checkExport = async (knex: Knex, key: string, value: unknown): Promise<ExportCheck> => {
  const fingerprint = fingerprintOf(exportPublicKey(key));
  if (!isProof(value)) return { ok: false, fingerprint, faults: ['凭证的格式不对。'] };
  const faults: string[] = [];
  if (value.publicKey !== exportPublicKey(key)) faults.push('凭证不是用本网站的密钥签的。');
  else if (!isSigned(value)) faults.push('凭证的签名不对：内容被改动过。');
  for (const [name, seq, hash, of] of [
    ['首条', value.first.seq, value.first.previousHash, 'previousHash'],
    ['末条', value.last.seq, value.last.hash, 'hash'],
    ['导出时的链末端', value.head.seq, value.head.hash, 'hash'],
  ] as const) {
    const entry = seq === 0 ? null : await entryAt(knex, seq);
    if (seq !== 0 && entry?.[of] !== hash) faults.push(`${name}（第 ${seq} 号）与现在的审计链不一致。`);
  }
  return { ok: faults.length === 0, fingerprint, faults };
};
