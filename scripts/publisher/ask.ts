import { setTimeout } from 'node:timers/promises';
import { PublisherError } from './errors.ts';
import type { PublisherErrorCode } from './errors.ts';
import type { Errand, Outcome } from './requests.ts';
import type { PublisherStatus } from './status.ts';
import type { LiveRelease } from './tree.ts';
import type { PublisherSettings } from './workshop.ts';

const ASK_AGAIN_MS = 300;
const ANSWER_WITHIN_MS = 10_000;

/** Status of the running publisher; null where none answers. */
export async function askStatus(settings: PublisherSettings): Promise<PublisherStatus | null> {
  try {
    return (await ask(settings, 'GET', '/status')) as PublisherStatus;
  } catch {
    return null;
  }
}

/**
 * Has the running publisher do an errand and waits until it is done, however long that takes.
 * @throws PublisherError what went wrong there, or PUBLISHER_UNREACHABLE
 */
export async function askFor(settings: PublisherSettings, errand: Errand): Promise<LiveRelease> {
  const { request } = (await ask(settings, 'POST', `/${errand.type}`, errand)) as { request: number };
  for (;;) {
    const outcome = (await ask(settings, 'GET', `/requests/${request}`)) as Outcome;
    if (outcome.state === 'done') return outcome.live;
    if (outcome.state === 'failed') throw new PublisherError(outcome.code as PublisherErrorCode, outcome.detail);
    // Neither done nor waiting: the publisher was started anew and knows nothing of it.
    if (outcome.state !== 'waiting') throw new PublisherError('PUBLISHER_UNREACHABLE', settings.publisherUrl);
    await setTimeout(ASK_AGAIN_MS);
  }
}

async function ask(settings: PublisherSettings, method: string, path: string, body?: unknown): Promise<unknown> {
  const address = `${settings.publisherUrl}${path}`;
  const answer = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${settings.secrets.operatorToken}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch((cause: unknown) => {
    throw new PublisherError('PUBLISHER_UNREACHABLE', address, cause);
  });
  if (!answer.ok) throw new PublisherError('PUBLISHER_UNREACHABLE', `${answer.status} ${address}`);
  return answer.json();
}
