import { runJudges } from '../judges/run-judges.ts';
import { failedOutcome, type Outcome, type Runner } from './runner.ts';

/** Of one fault on every page a few say it all. */
const MOST_LINES = 60;

/** So many are said at once: the rest waits until all have judged, and the run may be over before. */
const FIRST_LINES = 3;

/** The judges from outside, over the demonstration's portal (`scripts/judges/`). */
export const judges: Runner = {
  name: 'judges',
  title: '外部评判',
  async run() {
    const outcome: Outcome = { passed: 0, failed: 0, closing: '', output: '', notRun: [] };
    try {
      await runJudges(({ name, absence, faults, remarks, seconds }) => {
        if (absence !== null) return outcome.notRun.push(`${name}：${absence}`);
        outcome[faults.length === 0 ? 'passed' : 'failed'] += 1;
        console.log(`  ${name}：${faults.length === 0 ? '没有错误' : `${faults.length} 处错误`}，${seconds.toFixed(1)} 秒`);
        remarks.forEach((line) => console.log(`    ${line}`));
        faults.slice(0, FIRST_LINES).forEach((line) => console.log(`    ${line}`));
        if (faults.length > 0) outcome.output += `${name}：\n${faults.slice(0, MOST_LINES).join('\n')}\n`;
      });
      return outcome;
    } catch (error) {
      return failedOutcome(error instanceof Error ? (error.stack ?? error.message) : String(error), '  没有运行起来');
    }
  },
};
