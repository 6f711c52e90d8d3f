import { openPreview, type Preview } from '@gongkai/site/preview';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import type { Settings } from '../settings.ts';
import { bearsToken } from './token.ts';

type PreviewSettings = Pick<Settings, 'dataFolder' | 'siteUrl' | 'previewSocket'> & { secrets: Pick<Settings['secrets'], 'mediaKey'> };

/** A body of a million characters with its escapes, and some. */
const LONGEST_ORDER = 32 * 1024 * 1024;

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

type Order = Parameters<Preview['look']>[1] & { document: Parameters<Preview['look']>[0]; bare?: boolean };

const orderFrom = async (request: IncomingMessage): Promise<Order> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_ORDER) throw new Error('An order of more than 32 MB');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString()) as Order;
};

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

/** A page that cannot be rendered is an answer, too: the person is told what is missing. */
const refused = (response: ServerResponse, thrown: unknown): void => {
  const { code, message, hint } = thrown as { code?: unknown; message?: unknown; hint?: unknown };
  if (code === 'REPLICA_MISSING') {
    return json(response, 503, { code, message: '公开副本还没有建立，现在不能预览。', hint: '发布机启动后会建立；请稍后再试。' });
  }
  if (typeof code === 'string' && typeof hint === 'string') return json(response, 422, { code, message, hint });
  console.error(thrown);
  json(response, 500, { code: 'PREVIEW_FAILED', message: '页面没有生成出来。', hint: '请联系系统管理员查看 preview.log。' });
};

const answer = async (preview: Preview, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', 'http://preview');
  if (request.method === 'GET' && pathname === '/status') return json(response, 200, { ready: true });
  if (request.method === 'POST' && pathname === '/page') {
    const { document, base, banner, bare } = await orderFrom(request);
    const html = bare === true ? await preview.page(document) : await preview.look(document, { base, banner });
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  }
  const name = /^\/asset\/([^/]+)$/.exec(pathname)?.[1];
  const bytes = name === undefined ? null : await preview.asset(decodeURIComponent(name));
  if (name === undefined || bytes === null) return json(response, 404, { code: 'NOT_FOUND', message: '没有这个文件。', hint: '' });
  response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(bytes);
};

/**
 * The preview process: renders pages of documents that are not public for the CMS, and for nobody else. It listens on a socket in the
 * data folder, reads the replica and writes nothing; whatever becomes of it, writing, review and release go on.
 */
export const runPreview = async (settings: PreviewSettings): Promise<void> => {
  const preview = await openPreview({ replica: join(settings.dataFolder, 'publisher', 'replica.db'), siteUrl: settings.siteUrl });
  const server = createServer((request, response) => {
    if (!bearsToken(request.headers.authorization, settings.secrets.mediaKey)) {
      return json(response, 401, { code: 'MAY_NOT', message: '只应答内容管理系统。', hint: '' });
    }
    answer(preview, request, response).catch((thrown: unknown) => refused(response, thrown));
  });
  mkdirSync(dirname(settings.previewSocket), { recursive: true });
  // Left by a process that was killed; `npm start` has made sure that there is no other.
  rmSync(settings.previewSocket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.previewSocket, resolve);
  });
  chmodSync(settings.previewSocket, 0o600);
};
