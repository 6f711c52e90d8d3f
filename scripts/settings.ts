import { mkdirSync, mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Fault } from './fault.ts';
import { findSecrets, SECRET_VARIABLES, type Secrets } from './settings/secrets.ts';

export type { Secrets } from './settings/secrets.ts';

/** The workspace: the folder that holds cms/, site/ and scripts/. */
export const WORKSPACE = dirname(dirname(fileURLToPath(import.meta.url)));

/** Below this a first build or an import ends half-way; the publisher itself survives a full disk. */
const LEAST_FREE_BYTES = 300 * 1024 * 1024;

/** Everything a process of ours may know about where it runs; docs/architecture.md lists the variables. */
export interface Settings {
  workspace: string;
  /** Absolute. */
  dataFolder: string;
  /** Address all servers listen on. */
  host: string;
  cmsPort: number;
  sitePort: number;
  publisherPort: number;
  /** Public address of the site, without a slash at the end. */
  siteUrl: string;
  cmsUrl: string;
  publisherUrl: string;
  /** Unix socket on which the preview process listens for the CMS, absolute. */
  previewSocket: string;
  /** Null: SQLite in the data folder. */
  databaseUrl: string | null;
  /** Absolute; may not exist: what needs it says so. */
  corporaFolder: string;
  secrets: Secrets;
}

const port = (name: string, fallback: number) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      const number = text === undefined ? fallback : Number(text);
      if (!Number.isInteger(number) || number < 1 || number > 65535) {
        context.addIssue({ code: 'custom', message: `${name}=${text}：应为 1 到 65535 的整数，例如 ${fallback}` });
      }
      return number;
    });

const address = (name: string) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined;
      const url = URL.canParse(text) ? new URL(text) : null;
      if (!url || !/^https?:$/.test(url.protocol)) {
        context.addIssue({ code: 'custom', message: `${name}=${text}：应为 http:// 或 https:// 开头的网址` });
      } else if (url.pathname !== '/' || url.search || url.hash || url.username) {
        context.addIssue({ code: 'custom', message: `${name}=${text}：只写协议、主机和端口，不带路径、参数和账号` });
      }
      return text.replace(/\/+$/, '');
    });

const environmentSchema = z.object({
  GONGKAI_DATA: z.string().default('./var'),
  GONGKAI_HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host), {
      error: 'GONGKAI_HOST：应为 IP 地址或主机名，例如 127.0.0.1',
    }),
  CMS_PORT: port('CMS_PORT', 1337),
  SITE_PORT: port('SITE_PORT', 8080),
  PUBLISHER_PORT: port('PUBLISHER_PORT', 1338),
  SITE_URL: address('SITE_URL'),
  CMS_URL: address('CMS_URL'),
  PUBLISHER_URL: address('PUBLISHER_URL'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, { error: 'DATABASE_URL：应为 postgres://用户:密码@主机:端口/库名；不设置则用 SQLite' })
    .optional(),
  GONGKAI_CORPORA: z.string().default('../shared/corpora'),
});

type CheckedEnvironment = z.output<typeof environmentSchema>;

const DEFAULTS = environmentSchema.parse({});

/** Compose files and shells hand over empty variables where nothing is meant. */
const withoutEmpty = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));

/** Where processes of one machine reach a server that listens on `host`: 0.0.0.0 is no address to call. */
export const reachableHost = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIP(host) === 6 ? `[${host}]` : host;
};

const faultsOfPorts = ({ CMS_PORT, SITE_PORT, PUBLISHER_PORT }: CheckedEnvironment): string[] =>
  new Set([CMS_PORT, SITE_PORT, PUBLISHER_PORT]).size === 3
    ? []
    : [`CMS_PORT（${CMS_PORT}）、SITE_PORT（${SITE_PORT}）、PUBLISHER_PORT（${PUBLISHER_PORT}）：三个端口不能相同`];

/** Makes the data folder and tries it; reading a mode tells nothing on network shares and for root. */
const faultsOfDataFolder = (folder: string): string[] => {
  if (folder === WORKSPACE) return [`GONGKAI_DATA=${folder}：不能是项目目录本身，例如用 ./var`];
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, '.writable-')));
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < LEAST_FREE_BYTES) {
      return [
        `GONGKAI_DATA=${folder}：磁盘只剩 ${Math.floor((bavail * bsize) / 1024 / 1024)} MB，至少要 ${LEAST_FREE_BYTES / 1024 / 1024} MB`,
      ];
    }
    return [];
  } catch (error) {
    return [`GONGKAI_DATA=${folder}：建不了或写不进去（${error instanceof Error ? error.message : String(error)}）`];
  }
};

const addressesOf = (checked: CheckedEnvironment) => {
  const here = reachableHost(checked.GONGKAI_HOST);
  return {
    siteUrl: checked.SITE_URL ?? `http://${here}:${checked.SITE_PORT}`,
    cmsUrl: checked.CMS_URL ?? `http://${here}:${checked.CMS_PORT}`,
    publisherUrl: checked.PUBLISHER_URL ?? `http://${here}:${checked.PUBLISHER_PORT}`,
  };
};

/**
 * In the data folder, whose rights protect it. A data folder with a name of a hundred characters has no preview (a socket's name is short);
 * a socket elsewhere could be somebody else's, and would be handed drafts.
 */
const socketIn = (dataFolder: string): string => join(dataFolder, 'run', 'preview.sock');

const refuse = (faults: string[]): never => {
  throw new Fault(
    'SETTINGS_INVALID',
    `设置有 ${faults.length} 处问题：\n${faults.map((fault, index) => `  ${index + 1}. ${fault}`).join('\n')}`,
    '请改正环境变量后再试；各项的含义见 docs/architecture.md 的 Settings 一节。',
  );
};

/** The data folder alone, for what needs nothing else of the settings and may come before the first start. */
export const dataFolderOf = (environment: NodeJS.ProcessEnv = process.env): string =>
  resolve(WORKSPACE, environment.GONGKAI_DATA || DEFAULTS.GONGKAI_DATA);

export interface ReadSettingsOptions {
  /** Make missing secrets and store them in the data folder: only `start` and benches in folders of their own do. */
  makeSecrets?: boolean;
  /** Told of things that were mended by themselves, one sentence each. */
  warn?: (message: string) => void;
}

/**
 * Reads and checks all settings of this run at once. Relative folders count from the workspace.
 * @throws Fault `SETTINGS_INVALID` with every fault in one list; `SETTINGS_SECRETS_MISSING` before the first start.
 */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env, options: ReadSettingsOptions = {}): Settings => {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  // With a faulty variable the others are still checked, so that one run shows everything there is to mend.
  const checked = parsed.success ? parsed.data : { ...DEFAULTS, GONGKAI_DATA: environment.GONGKAI_DATA || DEFAULTS.GONGKAI_DATA };
  const dataFolder = resolve(WORKSPACE, checked.GONGKAI_DATA);
  const faults = parsed.success ? faultsOfPorts(checked) : parsed.error.issues.map((issue) => issue.message);
  faults.push(...faultsOfDataFolder(dataFolder));
  const found = findSecrets(dataFolder, environment, (options.makeSecrets ?? false) && faults.length === 0);
  found.warnings.forEach((warning) => options.warn?.(warning));
  faults.push(...found.faults);
  if (faults.length > 0) return refuse(faults);
  if (found.secrets === null) {
    throw new Fault(
      'SETTINGS_SECRETS_MISSING',
      `还没有密钥：${found.missing.join('、')}`,
      `先运行一次 npm start，密钥会生成在 ${join(dataFolder, 'secrets.json')}；或用环境变量逐项给出。`,
    );
  }
  return {
    workspace: WORKSPACE,
    dataFolder,
    host: checked.GONGKAI_HOST,
    cmsPort: checked.CMS_PORT,
    sitePort: checked.SITE_PORT,
    publisherPort: checked.PUBLISHER_PORT,
    ...addressesOf(checked),
    previewSocket: socketIn(dataFolder),
    databaseUrl: checked.DATABASE_URL ?? null,
    corporaFolder: resolve(WORKSPACE, checked.GONGKAI_CORPORA),
    secrets: found.secrets,
  };
};

/** Variables that name a setting in the environment of any process of ours. */
const settingVariables = (settings: Settings): Record<string, string> => ({
  GONGKAI_DATA: settings.dataFolder,
  GONGKAI_HOST: settings.host,
  CMS_PORT: String(settings.cmsPort),
  SITE_PORT: String(settings.sitePort),
  PUBLISHER_PORT: String(settings.publisherPort),
  SITE_URL: settings.siteUrl,
  CMS_URL: settings.cmsUrl,
  PUBLISHER_URL: settings.publisherUrl,
  PREVIEW_SOCKET: settings.previewSocket,
  GONGKAI_CORPORA: settings.corporaFolder,
  ...(settings.databaseUrl === null ? {} : { DATABASE_URL: settings.databaseUrl }),
});

/** Environment of a child that reads its settings by `readSettings` (publisher, static server): secrets come from the same file. */
export const childEnvironment = (settings: Settings, environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({
  ...environment,
  ...settingVariables(settings),
});

/** Environment of the CMS: its own settings under the names Strapi's configuration reads, and nothing that calls out. */
export const cmsEnvironment = (settings: Settings, environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({
  ...childEnvironment(settings, environment),
  HOST: settings.host,
  PORT: String(settings.cmsPort),
  NODE_ENV: 'production',
  STRAPI_TELEMETRY_DISABLED: 'true',
  STRAPI_DISABLE_EE: 'true',
  ...Object.fromEntries(
    Object.entries(SECRET_VARIABLES).map(([name, variable]) => [variable, settings.secrets[name as keyof Secrets]]),
  ),
});
