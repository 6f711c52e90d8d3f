import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, globSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closingLines } from '../boot/decisions.mjs';
import { waitForLock } from '../boot/lock.mjs';
import { Fault } from '../fault.ts';
import { WORKSPACE } from '../settings.ts';

export const CMS_FOLDER = join(WORKSPACE, 'cms');
const DIST = join(CMS_FOLDER, 'dist');

/** Both halves are kept apart: the server compiles in seconds, and tests that open no screen need no more. */
interface Stamp {
  server: string;
  admin: string;
}

const ADMIN_SOURCES = /(^|\/)admin\//;
const NOT_SOURCES = /^(node_modules|dist|build|tests|types\/generated|public|\.[^/]+)(\/|$)|\.test\.ts$/;

/** Hash of names and contents of what each half is made from. */
const stampOfSources = (): Stamp => {
  const server = createHash('sha256');
  const admin = createHash('sha256');
  const names = globSync('**/*.{ts,tsx,js,mjs,json,css}', { cwd: CMS_FOLDER, exclude: (name) => NOT_SOURCES.test(name) })
    .filter((name) => !NOT_SOURCES.test(name))
    .sort();
  for (const name of names) {
    const line = `${name} ${createHash('sha256')
      .update(readFileSync(join(CMS_FOLDER, name)))
      .digest('hex')}\n`;
    // What is in package.json decides both: plugins, and the packages the admin is bundled from.
    if (name === 'package.json' || ADMIN_SOURCES.test(name)) admin.update(line);
    if (name === 'package.json' || !ADMIN_SOURCES.test(name)) server.update(line);
  }
  return { server: server.digest('hex'), admin: admin.digest('hex') };
};

const STAMP_FILE = join(DIST, '.gongkai-built.json');

const stampOfBuild = (): Partial<Stamp> => {
  if (!existsSync(STAMP_FILE)) return {};
  const stamp: unknown = JSON.parse(readFileSync(STAMP_FILE, 'utf8'));
  return typeof stamp === 'object' && stamp !== null ? stamp : {};
};

/** The native compiler: in a quarter of the time, the same code as Strapi's own build makes. */
const COMPILE = [join(WORKSPACE, 'node_modules', 'typescript-native', 'bin', 'tsc'), '-p', CMS_FOLDER];

/** Vite bundles the admin in one process; its heap goes over Node's default on machines with little memory. */
const BUNDLE = ['--max-old-space-size=4096', join(CMS_FOLDER, 'build-admin.cjs')];

const run = (script: string[], environment: NodeJS.ProcessEnv, log: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const descriptor = openSync(log, 'w');
    const child = spawn(process.execPath, script, {
      cwd: CMS_FOLDER,
      env: environment,
      stdio: ['ignore', descriptor, descriptor],
    });
    closeSync(descriptor);
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('exit', stop);
      if (code === 0) return resolve();
      const how = signal ?? `退出码 ${code}`;
      reject(
        new Fault(
          'START_BUILD_FAILED',
          `内容管理系统构建失败（${how}），最后的日志：\n${closingLines(readFileSync(log, 'utf8'), 30)}`,
          `完整日志：${log}`,
        ),
      );
    });
  });

/** What of the CMS has to be made before it can start. */
export type CmsPart = 'server' | 'admin';

/**
 * Builds what is older than its sources. Two at once: the second waits and finds it done.
 * @param needed `server` alone for tests, which open no admin screen
 * @param environment of the CMS; the admin's build boots its configuration and wants it complete
 * @param onBuild told before the work begins, with what is built or that another process is building
 */
export const buildCms = async (
  needed: CmsPart[],
  environment: NodeJS.ProcessEnv,
  log: string,
  onBuild: (part: CmsPart | 'waiting') => void = () => {},
): Promise<void> => {
  const lock = await waitForLock(join(WORKSPACE, 'node_modules', '.gongkai-building'), () => onBuild('waiting'));
  try {
    const wanted = stampOfSources();
    const built = stampOfBuild();
    mkdirSync(dirname(log), { recursive: true });
    if (built.server !== wanted.server) {
      onBuild('server');
      await run(COMPILE, environment, log);
      writeFileSync(STAMP_FILE, JSON.stringify({ ...built, server: wanted.server }));
    }
    if (needed.includes('admin') && (built.admin !== wanted.admin || !existsSync(join(DIST, 'build', 'index.html')))) {
      onBuild('admin');
      // The server is compiled: it boots its configuration.
      await run(BUNDLE, environment, log);
      writeFileSync(STAMP_FILE, JSON.stringify(wanted));
    }
  } finally {
    lock.release();
  }
};
