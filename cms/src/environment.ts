/**
 * What the CMS takes from its environment, read once and checked together. The operators' command hands it over complete
 * (`scripts/settings.ts`); started by hand it says everything that is missing in one message.
 */
export interface Environment {
  /** Data folder, absolute. */
  dataFolder: string;
  host: string;
  port: number;
  databaseUrl: string | null;
  siteUrl: string;
  publisherUrl: string;
  appKeys: string[];
  adminJwtSecret: string;
  apiTokenSalt: string;
  transferTokenSalt: string;
  encryptionKey: string;
  auditKey: string;
  feedToken: string;
  operatorToken: string;
  webhookSecret: string;
  mediaKey: string;
  /** clamd, where files are scanned for viruses: `tcp://host:3310` or `unix:/path`. Null: they are not, and the admin says so. */
  clamav: string | null;
}

const SHORTEST_SECRET = 16;

/**
 * Reads and checks the environment.
 * @throws Error with every fault in it, one a line.
 */
export const readEnvironment = (env: NodeJS.ProcessEnv): Environment => {
  const faults: string[] = [];
  const text = (name: string): string => {
    const value = env[name]?.trim() ?? '';
    if (value === '') faults.push(`${name}：没有设置`);
    return value;
  };
  const secret = (name: string): string => {
    const value = text(name);
    if (value !== '' && value.length < SHORTEST_SECRET) faults.push(`${name}：太短，至少 ${SHORTEST_SECRET} 个字符`);
    return value;
  };
  const address = (name: string): string => {
    const value = text(name);
    if (value !== '' && !URL.canParse(value)) faults.push(`${name}：不是有效的网址（${value}）`);
    return value.replace(/\/$/, '');
  };
  const port = Number(text('PORT'));
  if (!Number.isInteger(port) || port < 1 || port > 65535) faults.push('PORT：应为 1 到 65535 的整数');
  const databaseUrl = env.DATABASE_URL?.trim() || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) faults.push('DATABASE_URL：应以 postgres:// 开头');
  const clamav = env.CLAMAV?.trim() || null;
  if (clamav && !/^(tcp:\/\/[^/:]+(:\d+)?|unix:\/.+)$/.test(clamav)) faults.push('CLAMAV：应为 tcp://主机:端口 或 unix:/套接字路径');
  const environment: Environment = {
    dataFolder: text('GONGKAI_DATA'),
    host: text('HOST'),
    port,
    databaseUrl,
    siteUrl: address('SITE_URL'),
    publisherUrl: address('PUBLISHER_URL'),
    appKeys: secret('APP_KEYS').split(','),
    adminJwtSecret: secret('ADMIN_JWT_SECRET'),
    apiTokenSalt: secret('API_TOKEN_SALT'),
    transferTokenSalt: secret('TRANSFER_TOKEN_SALT'),
    encryptionKey: secret('ENCRYPTION_KEY'),
    auditKey: secret('AUDIT_KEY'),
    feedToken: secret('FEED_TOKEN'),
    operatorToken: secret('OPERATOR_TOKEN'),
    webhookSecret: secret('WEBHOOK_SECRET'),
    mediaKey: secret('MEDIA_KEY'),
    clamav,
  };
  if (faults.length > 0) {
    throw new Error(`CMS 的设置有 ${faults.length} 处问题：\n  ${faults.join('\n  ')}\n请用 npm start 启动，或按 docs/operations.zh-CN.md 逐项设置。`);
  }
  return environment;
};

let known: Environment | undefined;

/** The environment of this process, read at first use. */
export const environment = (): Environment => (known ??= readEnvironment(process.env));
