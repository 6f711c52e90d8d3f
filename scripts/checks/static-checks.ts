import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { closingLines } from '../boot/decisions.mjs';
import { WORKSPACE } from '../settings.ts';
import { execute } from './execute.ts';
import { failedOutcome, type Outcome, type Runner } from './runner.ts';

/** `bin` of a package, as a script for our own Node: the entries of `.bin` are shell scripts. */
const scriptOf = (packageName: string, path: string): string => join(WORKSPACE, 'node_modules', packageName, path);

/** The native compiler checks a program in a fifth of the time. Its command runs the program of this machine. */
const TSC = (): string => scriptOf('typescript-native', 'bin/tsc');

/** Each program has a configuration of its own; the admin's screens are compiled apart from the server. */
const typeConfigurations = (): string[] =>
  ['scripts', 'site', 'cms', 'cms/tests', 'cms/src/admin'].filter((folder) =>
    existsSync(join(WORKSPACE, folder, 'tsconfig.json')),
  );

export const types: Runner = {
  name: 'types',
  title: '类型（tsc）',
  async run() {
    const outcome: Outcome = { passed: 0, failed: 0, closing: '', output: '', notRun: [] };
    const closing: string[] = [];
    for (const folder of typeConfigurations()) {
      const remembered = join(WORKSPACE, 'node_modules', '.cache', 'gongkai-types', `${folder.replaceAll('/', '-')}.tsbuildinfo`);
      const { code, output } = await execute([
        ...[TSC(), '--noEmit', '--pretty', 'false', '-p', join(WORKSPACE, folder)],
        // Only what changed since the last run is checked again, and what it touches.
        ...['--incremental', '--tsBuildInfoFile', remembered],
      ]);
      const errors = output.match(/error TS\d+/g)?.length ?? 0;
      closing.push(`  ${folder}：${code === 0 ? '没有错误' : `${errors} 处错误`}`);
      outcome.output += code === 0 ? '' : `${output}\n`;
      outcome[code === 0 ? 'passed' : 'failed'] += 1;
    }
    return { ...outcome, closing: closing.join('\n') };
  },
};

export const lint: Runner = {
  name: 'lint',
  title: '规范（oxlint）',
  async run() {
    const { code, output } = await execute([scriptOf('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings', '.']);
    if (code !== 0) return failedOutcome(output, closingLines(output, 2));
    return { passed: 1, failed: 0, closing: '  没有问题', output, notRun: [] };
  },
};

const cruiseSchema = z.object({
  summary: z.object({
    totalCruised: z.int(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
});

/** Rules that guard a folder which is not there guard nothing; the folders are named so that a move is noticed. */
const GUARDED = ['cms/src/plugins/review/server/src/decisions', 'site/plan', 'site/search', 'site/contract', 'scripts/publisher'];

export const rules: Runner = {
  name: 'rules',
  title: '引用规则（dependency-cruiser）',
  async run() {
    const missing = GUARDED.filter(
      (folder) => !existsSync(join(WORKSPACE, folder)) || readdirSync(join(WORKSPACE, folder)).length === 0,
    );
    const folders = ['scripts', 'site', 'cms/src', 'cms/config'].filter((folder) => existsSync(join(WORKSPACE, folder)));
    const script = scriptOf('dependency-cruiser', 'bin/dependency-cruiser.mjs');
    const { standard, output } = await execute([
      script,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...folders,
    ]);
    if (!standard.startsWith('{')) return failedOutcome(output, '  没有运行起来');
    const { summary } = cruiseSchema.parse(JSON.parse(standard));
    const broken = new Set(summary.violations.map(({ rule }) => rule.name));
    const lines = [
      ...summary.violations.map(({ from, to, rule }) => `${rule.name}：${from} → ${to}`),
      ...missing.map((folder) => `规则所管的目录不在了：${folder}`),
    ];
    return {
      passed: summary.ruleSetUsed.forbidden.length - broken.size,
      failed: broken.size + missing.length,
      closing: `  ${summary.totalCruised} 个文件，${summary.ruleSetUsed.forbidden.length} 条规则，${lines.length} 处违反`,
      output: lines.join('\n'),
      notRun: [],
    };
  },
};
