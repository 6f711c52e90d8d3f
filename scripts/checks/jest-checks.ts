import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { WORKSPACE } from '../settings.ts';
import { execute } from './execute.ts';
import { failedOutcome, type Runner } from './runner.ts';

const resultSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number(), assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
});

const JEST = join(WORKSPACE, 'node_modules', 'jest', 'bin', 'jest.js');

/** Jest's own summary: `Test Suites: …` to `Time: …`. */
const summaryOf = (output: string): string =>
  output
    .split('\n')
    .filter((line) => /^(Test Suites|Tests|Snapshots|Time):/.test(line))
    .map((line) => `  ${line}`)
    .join('\n');

const SLOWEST = 16;

/** Where the time went: the slowest files, in seconds. They run two at a time. */
const slowestOf = (files: { name: string; startTime: number; endTime: number }[]): string =>
  files
    .map(({ name, startTime, endTime }) => ({ name: relative(WORKSPACE, name), seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST)
    .map(({ name, seconds }) => `\n  最慢：${name} ${seconds.toFixed(1)} 秒`)
    .join('');

/** Kinds of test that Jest runs together: what one leaves of the two cores the other takes. */
export interface JestKinds {
  name: string;
  title: string;
  /** Names of projects of `jest.config.mjs`. */
  projects: string[];
  /** Suites at a time, if not as many as `jest.config.mjs` says. */
  workers?: number;
}

/** Kinds of test as one runner: one start of Jest, one summary. */
export const jestRunner = ({ name, title, projects, workers }: JestKinds): Runner => ({
  name,
  title,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
    const file = join(folder, 'result.json');
    try {
      const { code, output } = await execute(
        [
          ...['--experimental-vm-modules', '--no-warnings', JEST],
          ...['--selectProjects', ...projects, '--passWithNoTests', '--json', `--outputFile=${file}`],
          ...(workers ? [`--maxWorkers=${workers}`] : []),
        ],
        // Workers are processes of their own and take the flag from here.
        { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', FORCE_COLOR: '0' },
      );
      const said = withoutJson(output);
      if (/No tests found/.test(said)) return { passed: 0, failed: 0, closing: '  没有测试', output: said, notRun: [`${title}：没有测试`] };
      // It died before its first test: what it said is all there is.
      if (!existsSync(file)) return failedOutcome(said, '  没有运行起来');
      const result = resultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
      return {
        passed: result.numPassedTests,
        // A worker that dies, or a hook after the last test, fails the run without failing a test.
        failed: failed === 0 && code !== 0 ? 1 : failed,
        closing: summaryOf(said) + slowestOf(result.testResults),
        output: said,
        notRun: result.testResults
          .flatMap(({ assertionResults }) => assertionResults)
          .filter(({ status }) => status === 'pending' || status === 'todo')
          .map(({ fullName }) => fullName),
      };
    } catch (error) {
      return failedOutcome(error instanceof Error ? (error.stack ?? error.message) : String(error), '  没有运行起来');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** With `--json` Jest prints its result to standard output as well. */
const withoutJson = (output: string): string =>
  output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailedTestSuites"') && !line.startsWith('Test results written to'))
    .join('\n');
