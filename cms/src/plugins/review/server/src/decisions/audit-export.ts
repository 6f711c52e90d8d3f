import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import type { Json } from './canonical';
import { canonicalJson } from './canonical';

/**
 * 导出凭证. The seals of the chain are HMACs: nobody without the key can check them, and who has the key could forge them. So an
 * export carries a signature that anybody can check: Ed25519 (RFC 8032), its key derived from the audit key. What it proves: the file
 * is, byte for byte, what this portal exported; entries are whole and in order, by the links from each to the one before. What it
 * does not prove: that the portal itself had not rewritten its chain before; for that the heads kept outside the database are compared.
 */
export interface ExportProof {
  format: 'gongkai-audit-export/1';
  exportedAt: string;
  exportedBy: string;
  entries: number;
  first: { seq: number; previousHash: string };
  last: { seq: number; hash: string };
  /** Head of the chain and newest head outside the database when it was exported. */
  head: { seq: number; hash: string };
  anchor: { seq: number; hash: string } | null;
  /** SHA-256 of each file beside this one. */
  files: { [name: string]: string };
  algorithm: string;
  /** Ed25519 public key, SubjectPublicKeyInfo in base64. */
  publicKey: string;
  /** Over the canonical JSON of everything above, base64. */
  signature: string;
}

export const ALGORITHM =
  '每条记录的 hash = HMAC-SHA-256(密钥, 规范 JSON [seq, previousHash, at, actorId, actorName, action, object, detail])，previousHash 是前一条的 hash，首条之前是 64 个 0。' +
  '规范 JSON：键按码元排序，不留空白。本凭证的 signature = Ed25519 对「除 signature 外全部内容的规范 JSON」的签名。' +
  '核验：一、各文件的 SHA-256 与 files 相同；二、NDJSON 里 seq 逐一递增，每条的 previousHash 等于前一条的 hash；三、首尾与 first、last 相同；四、用 publicKey 验证 signature，publicKey 与网站管理单位公布的一致。' +
  '命令：npm run gongkai -- verify --export <解压后的文件夹>。';

/** PKCS#8 of an Ed25519 key is this and its 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKeyOf = (auditKey: string) => {
  const seed = Buffer.from(hkdfSync('sha256', auditKey, '', 'gongkai-audit-export/1', 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
};

/** The key an export is checked with; may be given to anybody. */
export const exportPublicKey = (auditKey: string): string =>
  createPublicKey(privateKeyOf(auditKey)).export({ format: 'der', type: 'spki' }).toString('base64');

/** First 16 hexadecimal digits of the key's SHA-256, for reading out over the telephone. */
export const fingerprintOf = (publicKey: string): string => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);

const signedBytes = (proof: Omit<ExportProof, 'signature'>): Buffer => Buffer.from(canonicalJson(proof as unknown as Json));

export const signExport = (auditKey: string, given: Omit<ExportProof, 'format' | 'algorithm' | 'publicKey' | 'signature'>): ExportProof => {
  const proof = { ...given, format: 'gongkai-audit-export/1' as const, algorithm: ALGORITHM, publicKey: exportPublicKey(auditKey) };
  return { ...proof, signature: sign(null, signedBytes(proof), privateKeyOf(auditKey)).toString('base64') };
};

/** Whether the signature of a proof is by the key it names; whether that key is the portal's is asked of the portal. */
export const isSigned = ({ signature, ...proof }: ExportProof): boolean => {
  const key = createPublicKey({ key: Buffer.from(proof.publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, signedBytes(proof), key, Buffer.from(signature, 'base64'));
};
