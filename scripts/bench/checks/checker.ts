import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildCms, CMS_FOLDER } from '../../processes/cms-build.ts';
import { cmsEnvironment, type Settings } from '../../settings.ts';

/** A document handed to the checks. */
export interface CheckedRow {
  id: string;
  title: string;
  html: string;
  /** Day in Shanghai the checks take for today. */
  today: string;
  kind?: string;
  attachments?: { name: string; base64: string }[];
}

export interface CheckedFinding {
  check: string;
  severity: 'stop' | 'warn';
  place: string;
  message: string;
  excerpt: { before: string; match: string; after: string } | null;
}

export interface CheckedAnswer {
  id: string;
  /** Of the checks alone; files are unpacked before. */
  ms: number;
  findings: CheckedFinding[];
}

const SCRIPT = join(CMS_FOLDER, 'dist', 'src', 'plugins', 'checks', 'server', 'src', 'measure.js');

export interface Checker {
  check(row: CheckedRow): Promise<CheckedAnswer>;
  close(): Promise<void>;
}

/**
 * The compiled checks of the CMS as a process, rows in and findings out. Scripts know no code of the CMS (rule `scripts-know-no-cms`);
 * over HTTP the same would measure login, routing and a database for 23,000 documents instead of the checks.
 */
export const openChecker = async (settings: Settings): Promise<Checker> => {
  await buildCms(['server'], cmsEnvironment(settings), join(settings.dataFolder, 'log', 'cms-build.log'));
  const child = spawn(process.execPath, [SCRIPT], { cwd: CMS_FOLDER, stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
  const waiting: { resolve: (answer: CheckedAnswer) => void; reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line) as CheckedAnswer));
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code) => {
      for (const { reject } of waiting.splice(0)) reject(new Error(`the checks ended with ${code}`));
      resolve();
    }),
  );
  return {
    check: (row) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify(row)}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
};
