import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { Fault } from '../fault.ts';
import type { Settings } from '../settings.ts';

/** What `proof.json` of an export says (cms: decisions/audit-export.ts). */
const proofSchema = z.looseObject({
  format: z.literal('gongkai-audit-export/1'),
  entries: z.int(),
  first: z.object({ seq: z.int(), previousHash: z.string() }),
  last: z.object({ seq: z.int(), hash: z.string() }),
  files: z.record(z.string(), z.string()),
  publicKey: z.string(),
  signature: z.string(),
});

const entrySchema = z.looseObject({ seq: z.int(), previousHash: z.string(), hash: z.string() });

export interface ExportFiles {
  [name: string]: Buffer;
}

/** Files of an export: of its zip, or of the folder it was unpacked to. */
export const readExport = (path: string): ExportFiles => {
  try {
    if (!statSync(path).isDirectory()) return Object.fromEntries(Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, Buffer.from(bytes)]));
    return Object.fromEntries(['proof.json', 'audit.ndjson', 'audit.csv'].map((name) => [name, readFileSync(join(path, name))]));
  } catch (error) {
    throw new Fault('EXPORT_UNREADABLE', `读不出导出的审计记录：${path}（${error instanceof Error ? error.message : String(error)}）`, '请给出导出的 zip，或解压后的文件夹。', { cause: error });
  }
};

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The same canonical form as the CMS signs: keys in code-unit order, no blanks. */
const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`).join(',')}}`;
};

const faultsOfChain = (ndjson: string, first: { seq: number; previousHash: string }, last: { seq: number; hash: string }): { entries: number; faults: string[] } => {
  const faults: string[] = [];
  const fault = (message: string) => void (faults.length < 20 && faults.push(message));
  let seq = first.seq - 1;
  let hash = first.previousHash;
  let entries = 0;
  for (const line of ndjson.split('\n')) {
    if (line === '') continue;
    entries += 1;
    const parsed = entrySchema.safeParse(parsedOrNull(line));
    if (!parsed.success) {
      fault(`第 ${entries} 行不是审计记录。`);
      continue;
    }
    const entry = parsed.data;
    if (entry.seq !== seq + 1) fault(`第 ${seq + 1} 号之后是第 ${entry.seq} 号。`);
    if (entry.previousHash !== hash) fault(`第 ${entry.seq} 号与前一条不相接。`);
    seq = entry.seq;
    hash = entry.hash;
  }
  if (seq !== last.seq || hash !== last.hash) fault('末条与凭证不一致。');
  return { entries, faults };
};

export interface ExportFinding {
  entries: number;
  faults: string[];
  proof: unknown;
  /** First 16 hexadecimal digits of the SHA-256 of the key the proof is signed with. */
  fingerprint: string;
}

const parsedOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** What can be checked without the portal: digests, links, signature. Whose key it is has to be compared with what the portal says. */
export const checkOffline = (files: ExportFiles): ExportFinding => {
  const text = parsedOrNull(files['proof.json']?.toString('utf8') ?? '');
  const parsed = proofSchema.safeParse(text);
  if (!parsed.success) return { entries: 0, faults: ['凭证（proof.json）的格式不对。'], proof: text, fingerprint: '' };
  const proof = parsed.data;
  const faults: string[] = [];
  for (const [name, digest] of Object.entries(proof.files)) {
    const bytes = files[name];
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== digest) faults.push(`${name} 与凭证里的摘要不一致：文件被改动过。`);
  }
  const chain = faultsOfChain(files['audit.ndjson']?.toString('utf8') ?? '', proof.first, proof.last);
  faults.push(...chain.faults);
  if (chain.entries !== proof.entries) faults.push(`凭证记 ${proof.entries} 条，文件里有 ${chain.entries} 条。`);
  const { signature, ...signed } = text as { signature: string } & { [key: string]: Json };
  const spki = Buffer.from(proof.publicKey, 'base64');
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  if (!verify(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, 'base64'))) faults.push('凭证的签名不对：内容被改动过。');
  return { entries: chain.entries, faults, proof: text, fingerprint: createHash('sha256').update(spki).digest('hex').slice(0, 16) };
};

const answerSchema = z.object({ ok: z.boolean(), fingerprint: z.string(), faults: z.array(z.string()) });

const askCms = async (settings: Settings, proof: unknown): Promise<z.output<typeof answerSchema>> => {
  const address = `${settings.cmsUrl}/api/review/verify-export`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${settings.secrets.operatorToken}` };
  try {
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(proof) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return answerSchema.parse(await response.json());
  } catch (error) {
    throw new Fault('VERIFY_CMS_UNREACHABLE', `内容管理系统没有核对凭证：${address}`, '请先运行 npm start；没有系统时可用 --offline 只核对文件。', { cause: error });
  }
};

/** Verifies an export. @param settings null: without the portal. @returns true when nothing is wrong */
export const verifyExport = async (path: string, settings: Settings | null, json: boolean): Promise<boolean> => {
  const { entries, faults, proof, fingerprint } = checkOffline(readExport(path));
  const asked = settings ? await askCms(settings, proof) : null;
  const every = [...faults, ...(asked?.faults ?? []).filter((fault) => !faults.includes(fault))];
  if (json) {
    console.log(JSON.stringify({ ok: every.length === 0, entries, fingerprint, portal: asked !== null, faults: every }));
  } else {
    console.log(`${every.length === 0 ? '✓' : '✗'} 审计导出：${entries} 条记录${every.length === 0 ? '，没有发现问题' : `，${every.length} 处问题`}`);
    every.forEach((fault) => console.log(`    ${fault}`));
    console.log(asked ? `    与现在的审计链一致与否已核对，签名公钥指纹 ${fingerprint}` : `    只核对了文件；签名公钥指纹 ${fingerprint}，请与网站管理单位公布的比对`);
  }
  return every.length === 0;
};
