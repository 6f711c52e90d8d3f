import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  cleanEnvironment,
  closingLines,
  fingerprint,
  INSTALL_INPUTS,
  OWN_NODE_MAJOR,
  PNPM,
  reasonToInstall,
} from './decisions.mjs';
import { waitForLock } from './lock.mjs';

const HEARTBEAT_MS = 10_000;
const LINES_SHOWN = 25;

const readOrNull = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** Node that comes with the install. Not `.bin/node`: that one is a shell script, which swallows signals and sets NODE_PATH. */
export const ownNode = (workspace) =>
  join(workspace, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Folders that come first on PATH of every program of ours. */
export const ownFolders = (workspace) => [
  join(workspace, 'node_modules', 'node', 'bin'),
  join(workspace, 'node_modules', '.bin'),
];

const stampOf = (workspace) => join(workspace, 'node_modules', '.gongkai-installed');

const stateOf = (workspace) => ({
  installed: readOrNull(stampOf(workspace)),
  wanted: fingerprint(INSTALL_INPUTS.map((name) => ({ name, content: readOrNull(join(workspace, name)) }))),
  nodePresent: existsSync(ownNode(workspace)),
});

/** Everything pnpm says goes to a file; the person sees what is being done and for how long. */
const runPnpm = (workspace, log) =>
  new Promise((resolve, reject) => {
    const descriptor = openSync(log, 'w');
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const child = spawn('npx', ['-y', PNPM, 'install', '--frozen-lockfile'], {
      cwd: workspace,
      env: { ...cleanEnvironment(process.env, [], delimiter), CI: 'true' },
      stdio: ['ignore', descriptor, descriptor],
      shell: process.platform === 'win32',
    });
    closeSync(descriptor);
    const heartbeat = setInterval(() => console.error(`  … 仍在安装，已 ${seconds()} 秒（日志：${log}）`), HEARTBEAT_MS);
    const stop = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM'];
    signals.forEach((signal) => process.on(signal, stop));
    const settle = (finish) => {
      clearInterval(heartbeat);
      signals.forEach((signal) => process.off(signal, stop));
      finish();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code, signal) =>
      settle(() => (code === 0 ? resolve(seconds()) : reject(new Error(`pnpm install：${signal ?? `退出码 ${code}`}`)))),
    );
  });

/** The native database module is what breaks first on a wrong Node, and it breaks by a crash without words: it is tried by itself. */
const proveInstall = (workspace) => {
  const node = ownNode(workspace);
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (!version.stdout?.startsWith(`v${OWN_NODE_MAJOR}.`)) {
    throw new Error(
      `${node}：应为 Node ${OWN_NODE_MAJOR}，实为 ${version.stdout?.trim() || version.error?.message || '无法运行'}`,
    );
  }
  const probe = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
  const sqlite = spawnSync(node, ['-e', probe], { cwd: join(workspace, 'scripts'), encoding: 'utf8' });
  if (sqlite.status !== 0)
    throw new Error(`better-sqlite3 在自带的 Node 上不能运行：${closingLines(sqlite.stderr ?? '', 3) || sqlite.signal}`);
};

/**
 * Installs what the lock file says unless that is done already. Two runs at once: the second waits and finds it done.
 * @param {string} workspace
 */
export const installIfNeeded = async (workspace) => {
  const before = stateOf(workspace);
  if (reasonToInstall(before) === 'none') return;
  mkdirSync(join(workspace, 'node_modules'), { recursive: true });
  const lock = await waitForLock(join(workspace, 'node_modules', '.gongkai-installing'), (holder) =>
    console.error(`另一个进程（${holder}）正在安装依赖，等它完成 …`),
  );
  try {
    const state = stateOf(workspace);
    const reason = reasonToInstall(state);
    if (reason === 'none') return;
    console.error(reason === 'missing' ? '▸ 安装依赖（第一次，约一两分钟）…' : '▸ 依赖有变化，重新安装 …');
    const log = join(workspace, 'node_modules', '.gongkai-install.log');
    try {
      const seconds = await runPnpm(workspace, log);
      proveInstall(workspace);
      writeFileSync(stampOf(workspace), state.wanted);
      console.error(`✓ 安装依赖，${seconds} 秒`);
    } catch (error) {
      console.error(`✗ 安装没有成功：${error.message}\n${closingLines(readOrNull(log) ?? '', LINES_SHOWN)}`);
      console.error(`完整日志：${log}。请检查网络、磁盘空间和 npm 源的设置后再试。`);
      throw error;
    }
  } finally {
    lock.release();
  }
};
