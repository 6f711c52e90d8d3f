/**
 * Searches beside the page. Pagefind has a worker of its own, but sends every result of every pair to the page, and one message more for
 * each that is forgotten: thousands for a sentence, which the next question then waits behind. Here they stay where they are ranked.
 */
import type { Answer, Asked, Brought, Call } from './calls.ts';
import { BundleFiles } from './bundle-files.ts';
import { TooShort } from './limits.ts';
import { Searcher } from './search.ts';
import type { Found } from './search.ts';

/** So many answers are kept to be read on. */
const KEPT = 3;

/** Pagefind looks every 50 ms whether what it waits for is there, several times for each bundle. Nothing else here keeps time. */
const PAGEFIND_LOOKS_MS = 50;
const LOOKS_MS = 4;
const later = setTimeout;
globalThis.setTimeout = ((work: () => void, ms?: number) => later(work, ms === PAGEFIND_LOOKS_MS ? LOOKS_MS : ms)) as typeof setTimeout;

const files = new BundleFiles(fetch.bind(globalThis));
globalThis.fetch = files.fetch;

const searcher = new Searcher(files);
const founds = new Map<number, Found>();

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  answer(data).then(
    (value) => send({ id: data.id, value }),
    (error: unknown) => send({ id: data.id, fault: error instanceof TooShort ? 'too-short' : 'failed', message: String(error) }),
  );
});

const send = (answer: Answer): void => postMessage(answer);

async function answer(call: Asked & { id: number }): Promise<Brought[keyof Brought]> {
  if (call.what === 'prepare') {
    await searcher.prepare(call.typed);
    return null;
  }
  if (call.what === 'find') {
    const found = await searcher.find(call.question);
    founds.set(call.id, found);
    for (const id of [...founds.keys()].slice(0, -KEPT)) founds.delete(id);
    const { kind, total, pieces, scope } = found;
    return { found: call.id, kind, total, pieces, scope, years: searcher.years };
  }
  const found = founds.get(call.found);
  if (!found) throw new Error(`Answer ${call.found} is no longer kept`);
  return call.what === 'first' ? found.first(call.count) : found.counts();
}
