import { jestRunner } from './jest-checks.ts';
import { judges } from './judges.ts';
import type { Runner } from './runner.ts';
import { lint, rules, types } from './static-checks.ts';

const UNIT = { name: 'unit', title: '单元测试', projects: ['unit'] };
const DATABASE = { name: 'db', title: '数据库与进程测试', projects: ['db'] };
const BROWSER = { name: 'browser', title: '浏览器测试', projects: ['browser'] };
/** Some wait for moments that are over when three take the processor: what is typed is kept within a second and a half. */
const HEAVY = { name: 'heavy', title: '长时间测试', projects: ['heavy'], workers: 2 };

/**
 * Lanes that run side by side, each a row of runners one after another. Two cores: so two lanes of one core each, or one runner that
 * takes both.
 */
type Lanes = Runner[][];

const STEPS: Lanes[] = [
  [[types], [lint, rules]],
  [[jestRunner(UNIT)]],
  [[jestRunner({ name: 'processes', title: '数据库、进程与浏览器测试', projects: [...DATABASE.projects, ...BROWSER.projects] })]],
];
const HEAVY_STEPS: Lanes[] = [[[jestRunner(HEAVY)]], [[judges]]];
/** Parts of a runner above, for a choice by hand. */
const PARTS: Runner[] = [jestRunner(DATABASE), jestRunner(BROWSER)];

const HEARTBEAT_MS = 30_000;

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

const runOne = async (runner: Runner) => {
  const started = performance.now();
  console.log(`▸ ${runner.title} …`);
  const heartbeat = setInterval(() => console.log(`  … ${runner.title}，已 ${seconds(started)} 秒`), HEARTBEAT_MS);
  try {
    const outcome = await runner.run();
    const said = [
      ...(outcome.failed > 0 ? [outcome.output] : []),
      ...(outcome.closing ? [outcome.closing] : []),
      ...outcome.notRun.map((what) => `  未运行：${what}`),
      `${outcome.failed === 0 ? '✓' : '✗'} ${runner.title}：通过 ${outcome.passed}，失败 ${outcome.failed}，${seconds(started)} 秒\n`,
    ];
    // In one piece: another lane may speak at the same time.
    console.log(said.join('\n'));
    return outcome;
  } finally {
    clearInterval(heartbeat);
  }
};

/** What is run, in its order. A choice by name runs one after another. */
const chosenSteps = (heavy: boolean, only: string[] | null): Lanes[] => {
  const all = heavy ? HEAVY_STEPS : STEPS;
  if (only === null) return all;
  return [...all.flat(2), ...(heavy ? [] : PARTS)].filter(({ name }) => only.includes(name)).map((runner) => [[runner]]);
};

export interface CheckOptions {
  heavy: boolean;
  /** Names of runners; null: all. */
  only: string[] | null;
}

/**
 * Runs the checks. All run, whatever fails. The last line is the total.
 * @returns true when nothing failed
 */
export const runChecks = async ({ heavy, only }: CheckOptions): Promise<boolean> => {
  const started = performance.now();
  const steps = chosenSteps(heavy, only);
  let passed = 0;
  let failed = 0;
  const runLane = async (lane: Runner[]) => {
    for (const runner of lane) {
      const outcome = await runOne(runner);
      passed += outcome.passed;
      failed += outcome.failed;
    }
  };
  for (const lanes of steps) await Promise.all(lanes.map(runLane));
  // A choice that chose nothing must not look like a success.
  if (steps.length === 0) failed += 1;
  console.log(`共 ${seconds(started)} 秒`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
};
