import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from '../fault.ts';
import type { BrowserProgram } from './open-browser.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const mayRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Absent or not for us: both mean "look further".
    return false;
  }
};

/** @throws Fault `BROWSER_MISSING` when `CHROMIUM_PATH` names something that is not there: it was meant, so nothing else is taken */
export const installedBrowser = (environment: NodeJS.ProcessEnv): BrowserProgram | null => {
  const named = environment.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Fault('BROWSER_MISSING', `CHROMIUM_PATH=${named}：没有这个文件。`, '改正路径，或不设置它。');
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && !folder.includes('node_modules'));
  const places = [...new Set([...folders, '/usr/bin'])].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const executable = named || [...places, ...OTHER_PLACES].find(mayRun);
  return executable ? { executable, environment: {}, hasSandbox: true } : null;
};
