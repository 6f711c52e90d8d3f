import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { PublisherError } from './errors.ts';
import type { Loop } from './loop.ts';
import type { PublisherSettings } from './workshop.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
const REQUEST_WITHIN_MS = 10_000;

interface Room {
  settings: PublisherSettings;
  loop: Loop;
  status: () => unknown;
}

/** The publisher's HTTP side: the CMS nudges, operators ask. Nothing of it is for the public. */
export async function openDoor(room: Room): Promise<Server> {
  const server = createServer({ requestTimeout: REQUEST_WITHIN_MS, headersTimeout: REQUEST_WITHIN_MS }, (request, response) => {
    answer(room, request, response).catch(() => {
      // The other side went away, or sent what is no request; there is nobody to tell.
      if (!response.headersSent) response.writeHead(400).end();
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new PublisherError('PUBLISHER_PORT_TAKEN', String(room.settings.publisherPort), cause)
          : cause,
      ),
    );
    server.listen(room.settings.publisherPort, room.settings.host, resolve);
  });
  return server;
}

async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://publisher').pathname;
  const outcome = /^\/requests\/(\d+)$/.exec(path)?.[1];
  if (request.method === 'GET' && path === '/status') return json(response, 200, room.status());
  if (request.method === 'POST' && path === '/hooks/publication') return nudge(room, request, response);
  const known =
    (request.method === 'POST' && (path === '/rebuild' || path === '/rollback')) || (request.method === 'GET' && outcome);
  if (!known) return json(response, 404, { code: 'NOT_FOUND', message: '没有这个地址' });
  if (!isOperator(room, request)) return json(response, 401, { code: 'OPERATOR_REFUSED', message: '需要正确的 OPERATOR_TOKEN' });
  if (outcome) return json(response, 200, room.loop.requests.outcome(Number(outcome)) ?? { state: 'unknown' });
  const body = await readBody(request);
  if (body === null) return json(response, 413, { code: 'TOO_LARGE', message: '请求过大' });
  const release = path === '/rollback' ? releaseIn(body) : undefined;
  const errand = path === '/rebuild' ? { type: 'rebuild' as const } : { type: 'rollback' as const, release };
  json(response, 202, { request: room.loop.ask(errand) });
}

/** 204: taken; 401: not signed by the CMS. What the nudge says is not read: the feed is the truth. */
async function nudge({ settings, loop }: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) return json(response, 413, { code: 'TOO_LARGE', message: '请求过大' });
  try {
    new Webhook(settings.secrets.webhookSecret).verify(body, request.headers as Record<string, string>);
  } catch {
    return json(response, 401, { code: 'WEBHOOK_REFUSED', message: '签名不符或时间相差过大，请核对 WEBHOOK_SECRET 与两端时钟' });
  }
  loop.nudge();
  response.writeHead(204).end();
}

function isOperator({ settings }: Room, request: IncomingMessage): boolean {
  const wanted = Buffer.from(`Bearer ${settings.secrets.operatorToken}`);
  const given = Buffer.from(request.headers.authorization ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** @returns null for a body over the limit */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read to its end and thrown away: an answer in the middle of a body does not reach the other side.
    if (bytes <= BODY_LIMIT_BYTES) chunks.push(chunk);
    else if (bytes > BODY_LIMIT_BYTES * 16) request.destroy();
  }
  return bytes > BODY_LIMIT_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function releaseIn(body: string): number | undefined {
  if (body === '') return undefined;
  const { release } = JSON.parse(body) as { release?: unknown };
  return typeof release === 'number' ? release : undefined;
}

function json(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(content)}\n`);
}
