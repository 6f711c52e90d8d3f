import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import { freePort } from './free-port.ts';
import { checkPorts } from './ports.ts';
import { supervise, type Service } from './supervise.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-supervise-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A service that writes down its process id and does what `code` says. */
const service = (code: string): Service => {
  const script = join(folder, 'service.mjs');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs'; appendFileSync('${join(folder, 'pids')}', process.pid + '\\n'); ${code}`,
  );
  return {
    name: '试验',
    script: [script],
    folder,
    environment: process.env,
    log: join(folder, 'log', 'service.log'),
    isReady: () => Promise.resolve(pids().length > 0),
  };
};
const pids = (): number[] => {
  try {
    return readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n').map(Number);
  } catch {
    return [];
  }
};
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const until = async (condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('等不到');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const FOREVER = 'setInterval(() => {}, 1000);';

describe('a supervised service', () => {
  test('is started again when it is killed, and stops when asked', async () => {
    const told: string[] = [];
    const supervised = supervise(
      service(FOREVER),
      (message) => told.push(message),
      () => {},
    );
    await supervised.ready();
    process.kill(pids()[0] ?? 0, 'SIGKILL');
    await until(() => pids().length === 2);
    expect(told.join()).toMatch(/试验 停止了（SIGKILL），1 秒后重新启动/);
    await supervised.stop(2000);
    expect(pids().filter(lives)).toEqual([]);
  });

  test('is given up after three quick deaths, with the end of its log', async () => {
    const fault = await new Promise<Fault>((resolve) =>
      supervise(service("console.error('磁盘坏了'); process.exit(3);"), () => {}, resolve),
    );
    expect(fault).toMatchObject({ code: 'START_CHILD_DIED', message: expect.stringContaining('磁盘坏了') as string });
    expect(pids()).toHaveLength(3);
  });

  test('that does not listen to SIGTERM is ended by force', async () => {
    const supervised = supervise(
      service(`process.on('SIGTERM', () => {}); ${FOREVER}`),
      () => {},
      () => {},
    );
    await supervised.ready();
    await supervised.stop(500);
    expect(pids().filter(lives)).toEqual([]);
  });

  test('ends with its parent, though the parent is killed', async () => {
    const { script } = service(FOREVER);
    const parent = join(folder, 'parent.mjs');
    writeFileSync(
      parent,
      `import { supervise } from '${join(import.meta.dirname, 'supervise.ts')}';
       supervise({ name: 'x', script: ${JSON.stringify(script)}, folder: '${folder}', environment: process.env, log: '${join(folder, 'log', 'x.log')}', isReady: async () => true }, () => {}, () => {});`,
    );
    const child = spawn(process.execPath, ['--no-warnings', parent], { stdio: 'inherit' });
    await until(() => pids().length === 1);
    child.kill('SIGKILL');
    await until(() => pids().every((pid) => !lives(pid)));
  });
});

describe('ports', () => {
  test('for a server that is to be started again are none that outgoing connections are given', async () => {
    const port = await freePort();
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_768);
    await expect(checkPorts('127.0.0.1', [{ setting: 'SITE_PORT', port }])).resolves.toBeUndefined();
  });

  test('that are taken are told by the settings that name them, all at once', async () => {
    const servers = [createServer(), createServer()];
    const [first, second] = await Promise.all(
      servers.map(
        (server) =>
          new Promise<number>((resolve) =>
            server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
          ),
      ),
    );
    await expect(
      checkPorts('127.0.0.1', [
        { setting: 'CMS_PORT', port: first ?? 0 },
        { setting: 'SITE_PORT', port: second ?? 0 },
      ]),
    ).rejects.toMatchObject({
      code: 'START_PORT_TAKEN',
      message: `CMS_PORT=${first}：端口已被占用\nSITE_PORT=${second}：端口已被占用`,
    });
    servers.forEach((server) => server.close());
    await checkPorts('127.0.0.1', [{ setting: 'CMS_PORT', port: first ?? 0 }]);
  });
});
