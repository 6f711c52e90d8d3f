import type { Acknowledgement } from '@gongkai/site/contract';
import { PublisherError } from './errors.ts';
import { failpoint } from './failpoint.ts';
import type { Workshop } from './workshop.ts';

const ANSWER_WITHIN_MS = 15_000;

/**
 * Tells the CMS what is live. It is told again at the next turn when it does not answer, and at the next start when this process
 * dies: what is live and not acknowledged is known from the replica's cursor and the number acknowledged last.
 * @throws PublisherError ACKNOWLEDGEMENT_REFUSED, FEED_UNREACHABLE
 */
export async function acknowledge(shop: Workshop): Promise<void> {
  const live = shop.tree.current();
  // Taken in is not yet live: while work is pending (a full disk, a broken template) only what the release holds is acknowledged.
  const upTo = shop.replica.hasPending() ? (live?.event ?? 0) : shop.replica.cursor();
  const { acknowledged, told } = shop.state.get();
  const aside = shop.replica.setAsides();
  const news = aside.some((each) => !told.includes(nameOf(each)));
  if (!live || (upTo <= acknowledged && !news)) return;
  await send(shop, { upTo, release: live.number, root: live.root, liveAt: live.at, setAside: aside });
  failpoint('after-acknowledge');
  shop.state.set({ acknowledged: upTo, told: aside.map(nameOf) });
}

const nameOf = ({ id, seq }: { id: string; seq: number }): string => `${id}:${seq}`;

async function send({ settings, signal }: Workshop, acknowledgement: Acknowledgement): Promise<void> {
  const address = `${settings.cmsUrl}/api/publication/acknowledgements`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${settings.secrets.feedToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(acknowledgement),
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
  }).catch((cause: unknown) => {
    throw new PublisherError('FEED_UNREACHABLE', address, cause);
  });
  const said = await answer.text();
  if (!answer.ok) throw new PublisherError('ACKNOWLEDGEMENT_REFUSED', `${answer.status} ${said.slice(0, 200)}`);
}
