import { join } from 'node:path';
import { Converter } from '../import/convert.ts';
import { loadMapping } from '../import/mapping.ts';
import { readRows } from '../import/read-rows.ts';
import { trialSettings } from '../trial/trial.ts';
import type { Bench, BenchContext } from './bench.ts';
import { openChecker, type CheckedAnswer, type Checker } from './checks/checker.ts';
import { percentile, rounded } from './timing.ts';

/** The last one is a portal as scraped, with contacts in it: its stops may well be right. */
const CORPORA = ['laws', 'news', 'disclosure-raw'];
/** Of real documents at most so many may be stopped wrongly. */
const MOST_FALSE_STOPS = 0.005;
const AT_ONCE = 50;
const SHOWN_STOPS = 60;

interface Counts {
  name: string;
  documents: number;
  stopped: number;
  warned: number;
  byCheck: Map<string, number>;
  stops: string[];
  ms: number[];
}

const shown = (answer: CheckedAnswer): string[] =>
  answer.findings
    .filter(({ severity }) => severity === 'stop')
    .map(({ check, place, excerpt, message }) => `${answer.id} ${check} ${place}：${excerpt ? `${excerpt.before}【${excerpt.match}】${excerpt.after}` : message}`);

const take = (counts: Counts, answer: CheckedAnswer): void => {
  counts.documents += 1;
  counts.ms.push(answer.ms);
  if (answer.findings.some(({ severity }) => severity === 'stop')) counts.stopped += 1;
  if (answer.findings.some(({ severity }) => severity === 'warn')) counts.warned += 1;
  for (const check of new Set(answer.findings.map((finding) => `${finding.check}（${finding.severity}）`))) counts.byCheck.set(check, (counts.byCheck.get(check) ?? 0) + 1);
  counts.stops.push(...shown(answer));
};

const measure = async (context: BenchContext, checker: Checker, name: string, say: (text: string) => void): Promise<Counts> => {
  const file = join(context.corpora(), `${name}.ndjson.gz`);
  const converter = new Converter(loadMapping(null, file, '/'));
  const counts: Counts = { name, documents: 0, stopped: 0, warned: 0, byCheck: new Map(), stops: [], ms: [] };
  let pending: Promise<CheckedAnswer>[] = [];
  const settle = async () => {
    for (const answer of await Promise.all(pending)) take(counts, answer);
    pending = [];
    say(`${counts.documents} 篇`);
  };
  for await (const one of readRows(file)) {
    if (!('row' in one)) continue;
    const converted = converter.convert(one.row, one.line);
    if (!('row' in converted)) continue;
    const { key, title, body } = converted.row;
    pending.push(checker.check({ id: `${name}/${key}`, title, html: body, today: '2026-11-23' }));
    if (pending.length >= AT_ONCE) await settle();
    if (context.documents !== null && counts.documents >= context.documents) break;
  }
  await settle();
  return counts;
};

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(3)} %`;

/**
 * How many real documents the checks would stop or warn of. Laws and news carry no personal data that must go, so a stop is taken as a
 * false one until a person has read the list and says otherwise.
 */
export const checksBench: Bench = {
  async run(context) {
    const checker = await openChecker(await trialSettings({ dataFolder: join(context.folder, 'data') }));
    try {
      const measured: Counts[] = [];
      for (const name of CORPORA) measured.push(await context.progress.step(`检查 ${name}`, (say) => measure(context, checker, name, say)));
      const stops = measured.flatMap((counts) => counts.stops);
      console.log(`\n拦下的 ${stops.length} 处，请人判断是否误报：\n${stops.slice(0, SHOWN_STOPS).join('\n') || '（没有）'}`);
      for (const { name, byCheck } of measured) console.log(`\n${name} 按检查项的篇数：${[...byCheck].sort(([, one], [, other]) => other - one).map(([check, count]) => `${check} ${count}`).join('，')}`);
      const documents = measured.reduce((sum, counts) => sum + counts.documents, 0);
      const stopped = measured.reduce((sum, counts) => sum + counts.stopped, 0);
      return {
        table: [
          ['语料', '篇', '拦下', '拦下的比例', '有提醒', '毫秒/篇 p50', 'p99'],
          ...measured.map((counts) => [
            counts.name,
            String(counts.documents),
            String(counts.stopped),
            percent(counts.stopped, counts.documents),
            percent(counts.warned, counts.documents),
            percentile(counts.ms, 0.5).toFixed(2),
            percentile(counts.ms, 0.99).toFixed(1),
          ]),
          ['合计', String(documents), String(stopped), percent(stopped, documents), `上限 ${percent(MOST_FALSE_STOPS, 1)}`, '', ''],
        ],
        json: {
          documents,
          stopped,
          stoppedShare: stopped / Math.max(1, documents),
          withinLimit: stopped / Math.max(1, documents) < MOST_FALSE_STOPS,
          ...Object.fromEntries(
            measured.map((counts) => [
              counts.name,
              { documents: counts.documents, stopped: counts.stopped, warned: counts.warned, p50Ms: rounded(percentile(counts.ms, 0.5)), p99Ms: rounded(percentile(counts.ms, 0.99)) },
            ]),
          ),
        },
      };
    } finally {
      await checker.close();
    }
  },
};
