import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock, waitForLock } from './lock.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MODULE = join(import.meta.dirname, 'lock.mjs');

/** Takes the lock in another process and keeps it until it is killed. */
const holder = (file: string) =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { tryLock } from '${MODULE}'; console.log('release' in tryLock('${file}')); setInterval(() => {}, 1000);`,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

describe('a lock', () => {
  test('is refused while its holder lives and names the holder', async () => {
    const file = join(folder, 'run', 'a.pid');
    const other = holder(file);
    await new Promise((resolve) => other.stdout.once('data', resolve));
    expect(tryLock(file)).toEqual({ holder: other.pid });
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    expect('release' in tryLock(file)).toBe(true);
  });

  test('of a dead process is taken over', () => {
    const file = join(folder, 'a.pid');
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, `${pid} 1\n`);
    expect('release' in tryLock(file)).toBe(true);
  });

  test('of an id that another process got after a restart is taken over', () => {
    const file = join(folder, 'a.pid');
    writeFileSync(file, `${process.pid} 1\n`);
    expect('release' in tryLock(file)).toBe(process.platform === 'linux');
  });

  test('is free again when released, and leaves nothing behind', async () => {
    const file = join(folder, 'a.pid');
    const first = await waitForLock(file, () => {});
    first.release();
    expect(existsSync(file)).toBe(false);
    const second = await waitForLock(file, () => {});
    first.release();
    expect(existsSync(file)).toBe(true);
    second.release();
  });

  test('is had by one of many that ask at once', async () => {
    const file = join(folder, 'a.pid');
    writeFileSync(file, '999999999 1\n');
    const others = Array.from({ length: 8 }, () => holder(file));
    const answers = await Promise.all(
      others.map(
        (other) => new Promise<string>((resolve) => other.stdout.once('data', (said: Buffer) => resolve(said.toString().trim()))),
      ),
    );
    others.forEach((other) => other.kill('SIGKILL'));
    expect(answers.filter((answer) => answer === 'true')).toHaveLength(1);
  });
});
