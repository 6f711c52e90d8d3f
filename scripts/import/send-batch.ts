import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Fault } from '../fault.ts';
import type { Settings } from '../settings.ts';
import type { ImportRow } from './convert.ts';

const answerSchema = z.object({
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ key: z.string(), outcome: z.literal(['imported', 'unchanged']), id: z.string() }),
      z.object({ key: z.string(), line: z.int(), outcome: z.literal('refused'), code: z.string(), message: z.string() }),
    ]),
  ),
});

/** What became of each row of a batch, in its order. */
export type BatchResults = z.output<typeof answerSchema>['results'];

/** The CMS may be starting again, or busy with a long transaction; sending a batch twice changes nothing. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000];
const ANSWER_WITHIN_MS = 10 * 60_000;

type Attempt = { results: BatchResults } | { status: number | null; said: string };

const attempt = async (settings: Settings, body: string): Promise<Attempt> => {
  try {
    const response = await fetch(`${settings.cmsUrl}/api/review/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${settings.secrets.operatorToken}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await response.text();
    return response.ok ? answerSchema.parse(JSON.parse(text)) : { status: response.status, said: text.slice(0, 500) };
  } catch (error) {
    // A connection that failed, one that took too long, and one that was cut in the middle of an answer.
    if (error instanceof Error && ['TypeError', 'TimeoutError', 'AbortError'].includes(error.name))
      return { status: null, said: error.message };
    throw error;
  }
};

/**
 * Hands a batch to the CMS, which takes all its good rows in one transaction.
 * @throws Fault `IMPORT_CMS_UNREACHABLE` after six tries; `IMPORT_CMS_REFUSED` when the batch as a whole is refused
 */
export const sendBatch = async (settings: Settings, source: string, rows: ImportRow[]): Promise<BatchResults> => {
  const body = JSON.stringify({ source, rows });
  let last: Exclude<Attempt, { results: BatchResults }> = { status: null, said: '' };
  for (const pause of [0, ...PAUSES_MS]) {
    await sleep(pause);
    const outcome = await attempt(settings, body);
    if ('results' in outcome) return outcome.results;
    last = outcome;
    if (last.status !== null && last.status < 500) break;
  }
  const where = `第 ${rows[0]?.line} 行到第 ${rows.at(-1)?.line} 行`;
  if (last.status === null) {
    throw new Fault(
      'IMPORT_CMS_UNREACHABLE',
      `连不上内容管理系统 ${settings.cmsUrl}（${last.said}），停在${where}。`,
      '请先运行 npm start；之后再次运行同一命令，会从断点继续。',
    );
  }
  throw new Fault(
    'IMPORT_CMS_REFUSED',
    `内容管理系统不接受${where}这一批（${last.status}）：${last.said}`,
    '令牌不对时检查 OPERATOR_TOKEN；其余原因见 log/cms.log。再次运行会从断点继续。',
  );
};
