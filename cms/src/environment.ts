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
  /** Address of the CMS as people reach it; for links in mails. */
  cmsUrl: string;
  /** `smtp://…` or `smtps://…`; null: no mails are sent. */
  smtpUrl: string | null;
  /** Sender of mails; needed with `smtpUrl`. */
  smtpFrom: string | null;
  /** Socket of the preview process; nobody need listen there. */
  previewSocket: string;
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
  /** 双因素: whether reviewers and administrators give a code besides the password; off in the demonstration only. */
  secondFactor: 'required' | 'off';
  /** One session an account; off where tests open several desks for one person. */
  oneSession: 'required' | 'off';
  /** A session nobody uses ends after this. */
  sessionIdleMinutes: number;
  /** A session ends after this, used or not. */
  sessionMaxHours: number;
  /** Whether the checks may ask links that lead elsewhere; by default the CMS calls nobody. */
  asksLinks: boolean;
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
  const choice = (name: string): 'required' | 'off' => {
    const value = env[name]?.trim() || 'required';
    if (value !== 'required' && value !== 'off') faults.push(`${name}：应为 required 或 off（${value}）`);
    return value === 'off' ? 'off' : 'required';
  };
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = Number(env[name]?.trim() || fallback);
    if (!Number.isInteger(value) || value < least || value > most) faults.push(`${name}：应为 ${least} 到 ${most} 的整数（${env[name]}）`);
    return value;
  };
  const port = Number(text('PORT'));
  if (!Number.isInteger(port) || port < 1 || port > 65535) faults.push('PORT：应为 1 到 65535 的整数');
  const databaseUrl = env.DATABASE_URL?.trim() || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) faults.push('DATABASE_URL：应以 postgres:// 开头');
  const smtpUrl = env.SMTP_URL?.trim() || null;
  const smtpFrom = env.SMTP_FROM?.trim() || null;
  if (smtpUrl && !/^smtps?:\/\/[^/]+/.test(smtpUrl)) faults.push('SMTP_URL：应以 smtp:// 或 smtps:// 开头，例如 smtp://用户:密码@mail.example:587');
  if (smtpUrl && !smtpFrom?.includes('@')) faults.push('SMTP_FROM：设置了 SMTP_URL 时须写明发件地址，例如 公开网站 <notice@city.example>');
  const clamav = env.CLAMAV?.trim() || null;
  if (clamav && !/^(tcp:\/\/[^/:]+(:\d+)?|unix:\/.+)$/.test(clamav)) faults.push('CLAMAV：应为 tcp://主机:端口 或 unix:/套接字路径');
  const environment: Environment = {
    dataFolder: text('GONGKAI_DATA'),
    host: text('HOST'),
    port,
    databaseUrl,
    siteUrl: address('SITE_URL'),
    publisherUrl: address('PUBLISHER_URL'),
    cmsUrl: (env.CMS_URL?.trim() || `http://${env.HOST ?? '127.0.0.1'}:${port}`).replace(/\/$/, ''),
    smtpUrl,
    smtpFrom,
    previewSocket: text('PREVIEW_SOCKET'),
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
    secondFactor: choice('CMS_SECOND_FACTOR'),
    oneSession: choice('CMS_ONE_SESSION'),
    sessionIdleMinutes: whole('CMS_SESSION_IDLE_MINUTES', 30, 5, 720),
    sessionMaxHours: whole('CMS_SESSION_MAX_HOURS', 12, 1, 24),
    asksLinks: env.GONGKAI_CHECK_LINKS?.trim() === 'on',
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
