import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { environment } from '../../../../environment';
import { failpoint } from '../../../../failpoint';

const TIMEOUT_MS = 5_000;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 5 * 60 * 1_000;

interface OutboxRow {
  id: string;
  cursor: number | string;
  attempts: number;
  available_at: string;
}

/** Standard Webhooks: HMAC-SHA-256 over `id.timestamp.body`, with the key behind `whsec_`. */
export const signature = (secret: string, id: string, timestamp: number, body: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
};

/** Delay before the next attempt: doubling from one second, at most five minutes. */
export const delayAfter = (attempts: number): number => Math.min(FIRST_DELAY_MS * 2 ** attempts, LONGEST_DELAY_MS);

const send = async (row: OutboxRow): Promise<void> => {
  const { publisherUrl, webhookSecret } = environment();
  const body = JSON.stringify({ type: 'publication.changed', cursor: Number(row.cursor) });
  const timestamp = Math.floor(Date.now() / 1000);
  const response = await fetch(`${publisherUrl}/hooks/publication`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': row.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature(webhookSecret, row.id, timestamp, body),
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
};

/**
 * Sends what waits in the outbox. One note stands for all before it: the publisher reads the feed to its end anyway, so only the
 * newest is sent. An attempt that fails is put off; rows stay until one arrived, also over a restart.
 */
export class Dispatcher {
  private readonly strapi: Core.Strapi;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(strapi: Core.Strapi) {
    this.strapi = strapi;
  }

  /** Asks for a look at the outbox now. */
  nudge(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.look()
      .catch((error: unknown) => void this.strapi.log.error(`发布通知：${String(error)}`))
      .finally(() => {
        this.running = null;
        if (this.again) {
          this.again = false;
          this.nudge();
        }
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    const outbox = () => this.strapi.db.connection('publication_outbox').whereNull('delivered_at');
    const newest = (await outbox().orderBy('cursor', 'desc').first()) as OutboxRow | undefined;
    if (!newest) return;
    const wait = Date.parse(newest.available_at) - Date.now();
    if (wait > 0) return this.lookIn(wait);
    try {
      failpoint('cms-before-webhook');
      await send(newest);
      failpoint('cms-after-webhook');
      await outbox().where('cursor', '<=', newest.cursor).update({ delivered_at: new Date().toISOString(), last_error: null });
    } catch (error) {
      const delay = delayAfter(newest.attempts);
      await outbox()
        .where({ id: newest.id })
        .update({ attempts: newest.attempts + 1, available_at: new Date(Date.now() + delay).toISOString(), last_error: String(error).slice(0, 900) });
      this.lookIn(delay);
    }
  }

  private lookIn(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => this.nudge(), milliseconds);
    this.timer.unref();
  }
}
