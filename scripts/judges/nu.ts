import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Judge } from './judge.ts';
import { PLANTED_PAGE } from './planted-page.ts';
import { servedFiles } from './served-files.ts';

const jar = (): string => join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');

const saidSchema = z.object({
  messages: z.array(z.object({ type: z.string(), url: z.string().optional(), message: z.string(), lastLine: z.int().optional(), extract: z.string().optional() })),
});

/** Thousands of names do not fit on a command line. */
const FILES_AT_ONCE = 500;

/** What a program says on its second channel. Not waited for in silence: other judges work meanwhile. */
const saidBy = (program: string, given: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, given, { stdio: ['ignore', 'ignore', 'pipe'] });
    const said: Buffer[] = [];
    child.stderr.on('data', (words: Buffer) => said.push(words));
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(said).toString('utf8')));
  });

/** @returns one line an error; warnings are its advice */
const nuFaultsOf = async (files: string[]): Promise<string[]> => {
  const found: string[] = [];
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const said = await saidBy('java', ['-jar', jar(), '--format', 'json', '--errors-only', '--also-check-css', '--also-check-svg', ...files.slice(at, at + FILES_AT_ONCE)]);
    const { messages } = saidSchema.parse(JSON.parse(said));
    found.push(...messages.map(({ url, message, extract }) => `${url ?? ''}: ${message}: ${(extract ?? '').replace(/\s+/g, ' ')}`));
  }
  return found;
};

const inFolder = async (name: string, content: string, judge: (file: string) => Promise<string[]>): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-planted-'));
  try {
    writeFileSync(join(folder, name), content);
    return await judge(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** W3C's checker of HTML, over every page and style of the tree. */
export const nuJudge: Judge = {
  name: 'Nu HTML Checker',
  absence() {
    if (spawnSync('java', ['-version'], { stdio: 'ignore' }).error) return '没有 Java';
    return existsSync(jar()) ? null : `没有 ${jar()}`;
  },
  plantedFaults: () => inFolder('planted.html', PLANTED_PAGE, (file) => nuFaultsOf([file])),
  async faults({ portal }) {
    const files = servedFiles(portal.root).filter((file) => /\.(html|css|svg)$/.test(file));
    return (await nuFaultsOf(files.map((file) => join(portal.root, file)))).map((line) => line.replaceAll(`file:${portal.root}/`, ''));
  },
};
