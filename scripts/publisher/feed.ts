import { changeSchema, feedEndSchema } from '@gongkai/site/contract';
import type { Change } from '@gongkai/site/contract';
import { PublisherError } from './errors.ts';

/** Lines asked for at once; the feed's own limit. */
const PAGE_LINES = 1000;
const ANSWER_WITHIN_MS = 60_000;

export interface FeedPage {
  changes: Change[];
  /** What to ask from next. */
  cursor: number;
  /** Ask again at once. */
  more: boolean;
  /** Lines that are no change we know: told to the operator, never in the way of the others. */
  refused: PublisherError[];
}

export interface Feed {
  /**
   * Everything public that changed after event number `after`.
   * @throws PublisherError FEED_UNREACHABLE, FEED_REFUSED, FEED_CUT (an answer without its last line counts for nothing)
   */
  read(after: number): Promise<FeedPage>;
}

export function openFeed(cmsUrl: string, feedToken: string, signal: AbortSignal): Feed {
  return {
    async read(after) {
      const address = `${cmsUrl}/api/publication/changes?after=${after}&limit=${PAGE_LINES}`;
      return readPage(await ask(address, feedToken, signal));
    },
  };
}

async function ask(address: string, feedToken: string, signal: AbortSignal): Promise<string> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(address, { headers: { authorization: `Bearer ${feedToken}` }, signal: limit });
    text = await answer.text();
  } catch (cause) {
    throw new PublisherError('FEED_UNREACHABLE', address, cause);
  }
  if (!answer.ok) throw new PublisherError('FEED_REFUSED', `${answer.status} ${address}`);
  return text;
}

/** One answer of the feed: NDJSON, the last line says where it ends. */
export function readPage(text: string): FeedPage {
  const lines = text.split('\n').filter((line) => line !== '');
  const end = feedEndSchema.safeParse(parseLine(lines.pop() ?? ''));
  if (!end.success) throw new PublisherError('FEED_CUT');
  const page: FeedPage = { changes: [], cursor: end.data.cursor, more: end.data.more, refused: [] };
  for (const line of lines) {
    const change = changeSchema.safeParse(parseLine(line));
    if (change.success) page.changes.push(change.data);
    else page.refused.push(new PublisherError('FEED_LINE_BAD', `${line.slice(0, 200)} ${change.error.message}`));
  }
  return page;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Whoever checks the shape refuses it with the line in hand.
    return undefined;
  }
}
