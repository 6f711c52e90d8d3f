import { chromium, type Browser } from 'playwright-core';
import { bundledBrowser } from './bundled-browser.ts';
import { installedBrowser } from './installed-browser.ts';

/** A program that can be started, and what its environment needs. */
export interface BrowserProgram {
  executable: string;
  environment: Record<string, string>;
  /** The npm package brings no setuid helper, and namespaces are closed in many containers. */
  hasSandbox: boolean;
}

/**
 * Nothing may leave the machine while pages are judged. The package's own list of arguments is refused: it holds
 * `--disable-web-security`, with which no test of the security policy can fail.
 */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
];

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Which browser tests run in: `CHROMIUM_PATH`, an installed Chromium or Chrome, else the one that came with the install.
 * `GONGKAI_BROWSER=bundled` takes the latter in any case.
 */
export const findBrowser = async (environment: NodeJS.ProcessEnv = process.env): Promise<BrowserProgram> =>
  (environment.GONGKAI_BROWSER === 'bundled' ? null : installedBrowser(environment)) ?? (await bundledBrowser());

/**
 * V8 without its two optimising compilers. Where each page is open for a second with a new copy of the same long script, as a judge's,
 * these take a quarter of the processor (25 pages with axe: 13.4 → 9.9 s) and are not done before the page is left.
 */
export const FOR_SHORT_VISITS = ['--js-flags=--no-turbofan --no-maglev'];

/**
 * Opens a headless browser; the caller closes it.
 * @param more arguments besides ours
 * @throws Fault `BROWSER_MISSING` when this machine has none and the bundled one does not run here
 */
export const openBrowser = async (more: string[] = []): Promise<Browser> => {
  const options = launchOptions(await findBrowser());
  return chromium.launch({ ...options, args: [...options.args, ...more] });
};

/** How a browser is started, whichever way. */
export const launchOptions = ({ executable, environment, hasSandbox }: BrowserProgram) => ({
  executablePath: executable,
  args: QUIET,
  chromiumSandbox: hasSandbox && !isRoot(),
  env: { ...definedOf(process.env), ...environment },
});

const definedOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
