/**
 * What boot decides, as plain functions: may this Node run us, is what is installed still what the lock file says, what does the
 * started program see of the environment. Plain JavaScript for Node 20: nothing is installed yet when it runs.
 */
import { createHash } from 'node:crypto';

export const LEAST_NODE_MAJOR = 20;
export const OWN_NODE_MAJOR = 24;

/** Pinned: another pnpm may write another lock file. Fetched by npx, so that no machine needs it beforehand. */
export const PNPM = 'pnpm@10.34.9';

/** Files that decide what is installed, relative to the workspace. */
export const INSTALL_INPUTS = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  '.npmrc',
  'cms/package.json',
  'site/package.json',
  'scripts/package.json',
];

/**
 * @param {string} version of the Node that runs boot, as `process.versions.node`
 * @returns {string | null} the sentence that refuses it, in Chinese and English, or null
 */
export const refusalOfNode = (version) =>
  Number(version.split('.')[0]) >= LEAST_NODE_MAJOR
    ? null
    : `Node ${version} 太旧：请安装 Node ${LEAST_NODE_MAJOR} 或更新的版本再试（程序本身运行在安装时自带的 Node ${OWN_NODE_MAJOR} 上）。\n` +
      `Node ${version} is too old: install Node ${LEAST_NODE_MAJOR} or newer and try again (the programs themselves run on Node ${OWN_NODE_MAJOR}, which comes with the install).`;

/**
 * Hash over names and contents, so that a file that comes, goes or changes makes an install stale.
 * @param {{ name: string, content: string | null }[]} files null: the file does not exist
 * @returns {string} hexadecimal SHA-256
 */
export const fingerprint = (files) => {
  const hash = createHash('sha256').update(`${PNPM}\n${process.platform} ${process.arch}\n`);
  for (const { name, content } of files) hash.update(`${name} ${content === null ? -1 : content.length}\n${content ?? ''}\n`);
  return hash.digest('hex');
};

/**
 * @param {{ installed: string | null, wanted: string, nodePresent: boolean }} state `installed`: fingerprint kept by the last install
 * @returns {'none' | 'missing' | 'stale'} why an install is needed
 */
export const reasonToInstall = ({ installed, wanted, nodePresent }) => {
  if (installed === null || !nodePresent) return 'missing';
  return installed === wanted ? 'none' : 'stale';
};

/**
 * The environment of everything boot starts: npm's and npx's own variables would steer the pnpm and the programs inside
 * (registry aside, which the user may have set), and NODE_PATH would let them find packages they never declared.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} folders put first on PATH
 * @param {string} separator of PATH
 * @returns {NodeJS.ProcessEnv}
 */
export const cleanEnvironment = (environment, folders, separator) => {
  const kept = Object.entries(environment).filter(
    ([name]) =>
      !/^npm_/i.test(name) || /^npm_config_(registry|https?_proxy|proxy|noproxy|cafile|ca|cache|userconfig)$/i.test(name),
  );
  const clean = Object.fromEntries(kept.filter(([name]) => name !== 'NODE_PATH'));
  return { ...clean, PATH: [...folders, environment.PATH ?? ''].join(separator) };
};

/**
 * Lines of a log worth showing when an install failed: the end, without blank lines.
 * @param {string} log
 * @param {number} count
 */
export const closingLines = (log, count) =>
  log
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
