import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Keys and tokens of one installation. Nobody types them: they are made at the first start, or come from the environment. */
export interface Secrets {
  /** Four cookie keys of Strapi, parted by commas. */
  appKeys: string;
  adminJwtSecret: string;
  apiTokenSalt: string;
  transferTokenSalt: string;
  encryptionKey: string;
  /** Key of the audit chain: losing it makes the chain unverifiable, so it is never made anew beside an existing database. */
  auditKey: string;
  feedToken: string;
  operatorToken: string;
  /** Standard Webhooks form: `whsec_` and base64. */
  webhookSecret: string;
  mediaKey: string;
}

export const SECRET_VARIABLES = {
  appKeys: 'APP_KEYS',
  adminJwtSecret: 'ADMIN_JWT_SECRET',
  apiTokenSalt: 'API_TOKEN_SALT',
  transferTokenSalt: 'TRANSFER_TOKEN_SALT',
  encryptionKey: 'ENCRYPTION_KEY',
  auditKey: 'AUDIT_KEY',
  feedToken: 'FEED_TOKEN',
  operatorToken: 'OPERATOR_TOKEN',
  webhookSecret: 'WEBHOOK_SECRET',
  mediaKey: 'MEDIA_KEY',
} as const satisfies Record<keyof Secrets, string>;

const names = Object.keys(SECRET_VARIABLES) as (keyof Secrets)[];

const SECRET_BYTES = 32;
const SHORTEST_SECRET = 16;
const OWNER_ONLY = 0o600;

const makeSecret = (name: keyof Secrets): string => {
  if (name === 'appKeys') return Array.from({ length: 4 }, () => randomBytes(SECRET_BYTES).toString('base64')).join(',');
  if (name === 'webhookSecret') return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  // Tokens travel in headers and addresses, where + / = would have to be escaped.
  return randomBytes(SECRET_BYTES).toString('base64url');
};

/** @returns what is wrong with one secret, or null. Never contains the secret itself. */
export const faultOfSecret = (name: keyof Secrets, value: string): string | null => {
  if (value.length < SHORTEST_SECRET) return `${SECRET_VARIABLES[name]}：太短，至少 ${SHORTEST_SECRET} 个字符`;
  if (name === 'webhookSecret' && !/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(value)) {
    return `${SECRET_VARIABLES[name]}：应为 whsec_ 加 base64（Standard Webhooks 的格式）`;
  }
  return null;
};

const readStored = (file: string): Partial<Record<keyof Secrets, string>> => {
  if (!existsSync(file)) return {};
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof stored !== 'object' || stored === null) throw new Error('应为一个 JSON 对象');
  return Object.fromEntries(
    Object.entries(stored).filter(
      (entry): entry is [keyof Secrets, string] => names.some((name) => name === entry[0]) && typeof entry[1] === 'string',
    ),
  );
};

/** A file others may read is not a secret: it is closed again, and the operator is told. */
const closeToOthers = (file: string): string | null => {
  if (!existsSync(file) || process.platform === 'win32') return null;
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return null;
  chmodSync(file, OWNER_ONLY);
  return `${file} 的权限原为 ${mode.toString(8)}，别的用户可以读到密钥，已改为 600。`;
};

/** A new audit key beside an old chain would make every entry look forged, and a new encryption key lose what is encrypted. */
const faultOfLostFile = (dataFolder: string, file: string): string | null =>
  !existsSync(file) && existsSync(join(dataFolder, 'cms', 'audit', 'head.ndjson'))
    ? `${file}：不见了，而数据还在；请从备份恢复这个文件（其中有审计链的密钥），或用环境变量给出原来的密钥`
    : null;

/** Written beside and renamed, so that a power cut leaves either the old file or the new one. */
const store = (file: string, secrets: Secrets): void => {
  const draft = `${file}.${process.pid}`;
  const descriptor = openSync(draft, 'w', OWNER_ONLY);
  try {
    writeSync(descriptor, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
};

export interface SecretsFound {
  secrets: Secrets | null;
  /** Variables that are neither in the environment nor in the file. */
  missing: string[];
  faults: string[];
  warnings: string[];
}

/**
 * Secrets from the environment first, from `<data>/secrets.json` otherwise.
 * @param make make and store what is missing; only `start` does.
 */
export const findSecrets = (dataFolder: string, environment: NodeJS.ProcessEnv, make: boolean): SecretsFound => {
  const file = join(dataFolder, 'secrets.json');
  const found: SecretsFound = { secrets: null, missing: [], faults: [], warnings: [] };
  let stored: Partial<Record<keyof Secrets, string>>;
  try {
    const warning = closeToOthers(file);
    if (warning) found.warnings.push(warning);
    stored = readStored(file);
    const lost = make ? faultOfLostFile(dataFolder, file) : null;
    if (lost && !environment[SECRET_VARIABLES.auditKey]) {
      found.faults.push(lost);
      return found;
    }
  } catch (error) {
    found.faults.push(
      `${file}：读不出来（${error instanceof Error ? error.message : String(error)}）；请从备份恢复，不要删除：其中有审计链的密钥`,
    );
    return found;
  }
  const values: Partial<Record<keyof Secrets, string>> = {};
  const kept = { ...stored };
  for (const name of names) {
    const given = environment[SECRET_VARIABLES[name]]?.trim();
    const value = given || stored[name] || (make ? makeSecret(name) : undefined);
    if (value === undefined) {
      found.missing.push(SECRET_VARIABLES[name]);
      continue;
    }
    values[name] = value;
    const fault = faultOfSecret(name, value);
    if (fault) found.faults.push(fault);
    // A secret handed over by the environment stays there: copying it to disk would widen who can read it.
    if (!given) kept[name] = value;
  }
  if (found.missing.length > 0 || found.faults.length > 0) return found;
  if (make && names.some((name) => kept[name] !== stored[name])) store(file, kept as Secrets);
  found.secrets = values as Secrets;
  return found;
};
