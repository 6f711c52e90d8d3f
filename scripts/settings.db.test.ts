import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from './fault.ts';
import { childEnvironment, cmsEnvironment, reachableHost, readSettings } from './settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const faultOf = (work: () => unknown): Fault => {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('没有报错');
};

const secretsFile = () => join(folder, 'secrets.json');
const start = (environment: NodeJS.ProcessEnv = {}) =>
  readSettings({ GONGKAI_DATA: folder, ...environment }, { makeSecrets: true });

describe('settings', () => {
  test('have defaults for everything but secrets', () => {
    const settings = start();
    expect(settings).toMatchObject({
      dataFolder: folder,
      host: '127.0.0.1',
      cmsPort: 1337,
      sitePort: 8080,
      publisherPort: 1338,
      siteUrl: 'http://127.0.0.1:8080',
      cmsUrl: 'http://127.0.0.1:1337',
      publisherUrl: 'http://127.0.0.1:1338',
      databaseUrl: null,
    });
  });

  test('tell every fault in one list', () => {
    const fault = faultOf(() =>
      start({
        CMS_PORT: 'abc',
        SITE_PORT: '70000',
        SITE_URL: 'ftp://example.invalid',
        DATABASE_URL: 'mysql://x',
        WEBHOOK_SECRET: 'short',
      }),
    );
    expect(fault.code).toBe('SETTINGS_INVALID');
    for (const name of ['CMS_PORT', 'SITE_PORT', 'SITE_URL', 'DATABASE_URL', 'WEBHOOK_SECRET'])
      expect(fault.message).toContain(name);
    expect(fault.message).toContain('5 处');
    expect(fault.message).not.toContain('short');
  });

  test('refuse one port for two servers', () => {
    expect(faultOf(() => start({ CMS_PORT: '8080' })).message).toContain('三个端口不能相同');
  });

  test('refuse a public address with a path, since pages link from the root', () => {
    expect(faultOf(() => start({ SITE_URL: 'https://example.invalid/portal' })).message).toContain('不带路径');
  });

  test('take an empty variable as none', () => {
    expect(start({ CMS_PORT: '', DATABASE_URL: ' ' })).toMatchObject({ cmsPort: 1337, databaseUrl: null });
  });

  test('refuse a data folder that cannot be made', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(faultOf(() => readSettings({ GONGKAI_DATA: join(file, 'data') }, { makeSecrets: true })).message).toContain(
      '写不进去',
    );
  });

  test('call a server that listens everywhere by loopback', () => {
    expect(reachableHost('0.0.0.0')).toBe('127.0.0.1');
    expect(reachableHost('::1')).toBe('[::1]');
    expect(start({ GONGKAI_HOST: '0.0.0.0' }).cmsUrl).toBe('http://127.0.0.1:1337');
  });
});

describe('secrets', () => {
  test('are made once, for their owner only, and kept', () => {
    const first = start();
    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600);
    expect(start().secrets).toEqual(first.secrets);
    expect(new Set(Object.values(first.secrets)).size).toBe(10);
    expect(first.secrets.webhookSecret).toMatch(/^whsec_/);
  });

  test('are never made by a command other than start', () => {
    const fault = faultOf(() => readSettings({ GONGKAI_DATA: folder }));
    expect(fault.code).toBe('SETTINGS_SECRETS_MISSING');
    expect(fault.message).toContain('OPERATOR_TOKEN');
    expect(existsSync(secretsFile())).toBe(false);
  });

  test('from the environment win and are not copied to the disk', () => {
    const settings = start({ FEED_TOKEN: 'a-token-of-the-operators' });
    expect(settings.secrets.feedToken).toBe('a-token-of-the-operators');
    expect(readFileSync(secretsFile(), 'utf8')).not.toContain('a-token-of-the-operators');
  });

  test('readable by others are closed again and the operator is told', () => {
    start();
    chmodSync(secretsFile(), 0o644);
    const warnings: string[] = [];
    readSettings({ GONGKAI_DATA: folder }, { warn: (message) => warnings.push(message) });
    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600);
    expect(warnings).toHaveLength(1);
  });

  test('that got lost beside existing data are not made anew', () => {
    mkdirSync(join(folder, 'cms', 'audit'), { recursive: true });
    writeFileSync(join(folder, 'cms', 'audit', 'head.ndjson'), '{}\n');
    expect(faultOf(() => start()).message).toContain('请从备份恢复');
    expect(existsSync(secretsFile())).toBe(false);
  });

  test('that a newer version adds are added to the file', () => {
    const { mediaKey: _, ...older } = JSON.parse((start(), readFileSync(secretsFile(), 'utf8'))) as Record<string, string>;
    writeFileSync(secretsFile(), JSON.stringify(older), { mode: 0o600 });
    expect(start().secrets).toMatchObject(older);
    expect(Object.keys(JSON.parse(readFileSync(secretsFile(), 'utf8')) as object)).toContain('mediaKey');
  });
});

describe('environments of children', () => {
  test('give the CMS its names, absolute folders and no way out', () => {
    const settings = start({ CMS_PORT: '2337' });
    expect(cmsEnvironment(settings, {})).toMatchObject({
      PORT: '2337',
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      STRAPI_DISABLE_EE: 'true',
      GONGKAI_DATA: folder,
      AUDIT_KEY: settings.secrets.auditKey,
      PUBLISHER_URL: settings.publisherUrl,
    });
  });

  test('lead a child to the same settings', () => {
    const settings = start({ CMS_PORT: '2337', SITE_URL: 'https://example.invalid' });
    expect(readSettings(childEnvironment(settings, {}))).toEqual(settings);
  });
});
