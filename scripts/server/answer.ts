import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import { cacheControl } from './cache-headers.ts';
import { encodingFor, isText, isWorthCompressing } from './compression.ts';
import type { CompressedFiles, Encoding } from './compression.ts';
import type { LiveSite } from './live-site.ts';
import { securityHeaders } from './security-headers.ts';
import { plainPage } from './plain-page.ts';

export interface Serving {
  live: () => Promise<LiveSite | null>;
  compressed: CompressedFiles;
}

const RETRY_AFTER_SECONDS = 5;

/** Answers one request for the public site from files; nothing else can be reached. */
export async function answer(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = addressOf(request);
  setHeaders(response, { ...securityHeaders(path ?? '/'), 'cache-control': cacheControl(path ?? '/') });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return plain(request, response, 405, '不支持的请求方法', '本站只提供浏览。');
  }
  if (path === null) return plain(request, response, 400, '网址有误', '请检查网址后重试。');
  const live = await serving.live();
  if (!live) {
    response.setHeader('retry-after', RETRY_AFTER_SECONDS);
    response.setHeader('cache-control', 'no-store');
    return plain(request, response, 503, '正在生成站点', '网站首次生成需要一点时间，请稍候刷新本页。');
  }
  if (live.gone.has(path)) return notice(serving, live, request, response, 410, path);
  if (!(await file(serving, live, request, response, path))) await notice(serving, live, request, response, 404, '/404.html');
}

/** The address asked for, decoded; null for what is none. */
function addressOf(request: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0]!);
    return path.startsWith('/') && !path.includes('\0') && !path.includes('\\') ? path : null;
  } catch {
    // %-signs that mean nothing.
    return null;
  }
}

/** A page that says why there is nothing here, with the status that says so to machines. */
async function notice(
  serving: Serving,
  live: LiveSite,
  request: IncomingMessage,
  response: ServerResponse,
  status: 404 | 410,
  path: string,
) {
  response.statusCode = status;
  response.setHeader('cache-control', 'no-cache');
  delete request.headers.range;
  if (await file(serving, live, request, response, path)) return;
  if (status === 410) return plain(request, response, 410, '内容已撤回', '该内容已由发布机构撤回。');
  plain(request, response, 404, '页面不存在', '请检查网址，或从首页查找。');
}

/** @returns false where there is no such file */
async function file(
  { compressed }: Serving,
  { root }: LiveSite,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  const name = path.endsWith('/') ? `${path}index.html` : path;
  // `send` refuses addresses that climb out of the root and hidden files; here they must not even be looked at.
  if (name.replace(/^\/\.well-known\//, '/').split('/').some((part) => part.startsWith('.'))) return false;
  if (isText(name)) response.setHeader('vary', 'accept-encoding');
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''));
  const full = join(root, name);
  if (encoding && !request.headers.range && isText(name)) {
    const found = await stat(full).catch(() => null);
    if (found?.isFile() && isWorthCompressing(name, found.size)) {
      const packed = await compressed.get(root, full, encoding);
      return sendCompressed(request, response, name, encoding, packed);
    }
  }
  return sendFile(root, request, response, path);
}

function sendCompressed(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  encoding: Encoding,
  { body, etag }: { body: Buffer; etag: string },
): true {
  setHeaders(response, { etag, 'content-encoding': encoding, 'content-type': typeOf(name) ?? TYPES['txt']! });
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (response.statusCode === 200 && known.includes(etag)) {
    response.statusCode = 304;
    response.removeHeader('content-type');
    response.end();
    return true;
  }
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

/** Ranges, conditions, types, HEAD and the redirect of a folder without its slash are `send`'s. */
function sendFile(root: string, request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const options = {
      root,
      index: 'index.html',
      // Refused above, all but `/.well-known/` (RFC 8615).
      dotfiles: 'allow' as const,
      cacheControl: false,
      acceptRanges: response.statusCode === 200,
    };
    const stream = send(request, encodeURI(path).replace(/[?#]/g, encodeURIComponent), options);
    stream.on('headers', (_response: ServerResponse, file: string) => {
      const type = typeOf(file);
      if (type) response.setHeader('content-type', type);
    });
    stream.on('error', (error: { statusCode?: number; status?: number } & Error) => {
      const status = error.status ?? error.statusCode ?? 500;
      if (status === 404 || status === 403 || status === 400) return resolve(false);
      if (status !== 416 && status !== 412) return reject(error);
      response.statusCode = status;
      response.end();
      resolve(true);
    });
    response.on('close', () => resolve(true));
    stream.pipe(response);
  });
}

/** Types of text with their encoding, and those `send` does not know; the others are its own. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  ofd: 'application/ofd',
};

function typeOf(name: string): string | undefined {
  if (name.endsWith('/feed.xml')) return 'application/atom+xml; charset=utf-8';
  if (name.endsWith('/opensearch.xml')) return 'application/opensearchdescription+xml; charset=utf-8';
  if (name.endsWith('.schema.json')) return 'application/schema+json; charset=utf-8';
  return TYPES[name.slice(name.lastIndexOf('.') + 1)];
}

function plain(request: IncomingMessage, response: ServerResponse, status: number, heading: string, text: string): void {
  const page = Buffer.from(plainPage(heading, text));
  response.statusCode = status;
  setHeaders(response, { 'content-type': TYPES['html']!, 'content-length': String(page.length) });
  response.end(request.method === 'HEAD' ? undefined : page);
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
