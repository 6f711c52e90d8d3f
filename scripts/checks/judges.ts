import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WORKSPACE } from '../settings.ts';
import type { Outcome, Runner } from './runner.ts';

/**
 * Outside judges that need Java or packages of the system. Each is first shown a file with a planted fault and must find it: a
 * judge that passes everything is worse than none.
 */
interface Judge {
  name: string;
  /** Why it cannot run here; null: it can. */
  absence(): string | null;
  /** Files it judges, below the served tree. */
  files: string;
  planted: { name: string; content: string };
  /** @returns what is wrong, or null */
  judge(files: string[]): string | null;
}

const finds = (command: string, argument: string): boolean =>
  spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;

const complaintOf = (command: string, parameters: string[]): string | null => {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error) return error.message;
  return status === 0 ? null : `${stdout}${stderr}`;
};

const vnuJar = (): string => process.env.VNU_JAR ?? '/usr/share/java/vnu.jar';

const JUDGES: Judge[] = [
  {
    name: 'Nu HTML Checker',
    absence: () => (!finds('java', '-version') ? '没有 Java' : existsSync(vnuJar()) ? null : '没有 vnu.jar（用 VNU_JAR 指定）'),
    files: '**/*.html',
    planted: {
      name: 'planted.html',
      content: '<!doctype html><html lang="zh-CN"><head><title>错</title></head><body><p><div></p><img src="x"></body></html>',
    },
    judge: (files) => complaintOf('java', ['-jar', vnuJar(), '--errors-only', '--Werror', ...files]),
  },
  {
    name: 'xmllint',
    absence: () => (finds('xmllint', '--version') ? null : '没有 xmllint（libxml2-utils）'),
    files: '**/*.xml',
    planted: { name: 'planted.xml', content: '<feed><entry></feed>' },
    judge: (files) => complaintOf('xmllint', ['--noout', '--nonet', ...files]),
  },
];

/** Enough of every page type; the whole tree of a large site would take hours and say the same. */
const MOST_FILES = 400;

const missesPlanted = (judge: Judge): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-judge-'));
  try {
    const file = join(folder, judge.planted.name);
    writeFileSync(file, judge.planted.content);
    return judge.judge([file]) === null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const judges: Runner = {
  name: 'judges',
  title: '外部评判',
  async run() {
    const outcome: Outcome = { passed: 0, failed: 0, closing: '', output: '', notRun: [] };
    const site = join(resolve(WORKSPACE, process.env.GONGKAI_DATA || './var'), 'site', 'current');
    for (const judge of JUDGES) {
      const absence = judge.absence() ?? (existsSync(site) ? null : `没有生成好的网站（${site}），先运行 npm start`);
      if (absence) {
        outcome.notRun.push(`${judge.name}：${absence}`);
        continue;
      }
      const files = globSync(judge.files, { cwd: site })
        .slice(0, MOST_FILES)
        .map((file) => join(site, file));
      const complaint = missesPlanted(judge) ? '没有发现故意放入的错误，它的结论不可信' : judge.judge(files);
      outcome[complaint === null ? 'passed' : 'failed'] += 1;
      outcome.output += complaint === null ? '' : `${judge.name}：\n${complaint}\n`;
    }
    return outcome;
  },
};
