import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { publishTexts, temporaryFolder } from '../publisher/fixtures/trees.ts';
import { openTree } from '../publisher/tree.ts';
import type { Tree } from '../publisher/tree.ts';
import { serve } from './index.ts';
import type { SiteServer } from './index.ts';

const HOME = `<!doctype html><title>首页</title>${'<p>公开</p>'.repeat(100)}`;
const GONE = '/szyw/202611/test00000x.html';

let folder: string;
let remove: () => void;
let tree: Tree;
let server: SiteServer;

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  text: string;
}

/** Without fetch, which would decompress, follow redirects and tidy up addresses. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: server.port, path, headers: { connection: 'close', ...headers }, method }, (response) => {
      buffer(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString('utf8') }),
        reject,
      );
    });
    asked.once('error', reject).end();
  });
}

beforeAll(async () => {
  ({ folder, remove } = temporaryFolder());
  tree = openTree(join(folder, 'site'));
  server = await serve({ dataFolder: folder, host: '127.0.0.1', sitePort: 0 });
});
afterAll(async () => {
  await server.close();
  remove();
});

describe('the server of the public site', () => {
  it('says that the site is being made before the first release', async () => {
    const answer = await ask('/');
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } });
    expect(answer.text).toContain('正在生成站点');
  });

  it('shows the release that is live', async () => {
    await publishTexts(tree, {
      'index.html': HOME,
      'szyw/index.html': '<title>栏目</title>',
      'szyw/feed.xml': '<feed/>',
      [GONE.slice(1)]: '<title>已撤回</title>',
      'szyw/202611/test00000y/0123456789abcdef.pdf': '0123456789',
      'gone.txt': `${GONE}\n`,
      '404.html': '<title>找不到</title>',
      'search/index.html': '<title>搜索</title>',
      '_astro/page.abc.css': 'body{}',
      '.hidden': 'hidden',
      '.well-known/security.txt': 'Contact: http://127.0.0.1/',
      '.well-known/.hidden': 'hidden',
      'szyw/202611.csv': '\uFEFF编号\r\n',
    });
    expect(await ask('/')).toMatchObject({ status: 200, text: HOME, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(await ask('/szyw/')).toMatchObject({ status: 200, text: '<title>栏目</title>' });
    expect(await ask('/szyw/feed.xml')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
    });
    expect(await ask('/szyw/202611.csv')).toMatchObject({ status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } });
    expect(await ask('/.well-known/security.txt')).toMatchObject({ status: 200, text: 'Contact: http://127.0.0.1/' });
    expect(await ask('/?from=somewhere')).toMatchObject({ status: 200 });
  });

  it('leads from a folder without its slash to the one with it', async () => {
    expect(await ask('/szyw')).toMatchObject({ status: 301, headers: { location: '/szyw/' } });
  });

  it('answers 410 with the notice where something was withdrawn', async () => {
    expect(await ask(GONE)).toMatchObject({ status: 410, text: '<title>已撤回</title>' });
    expect(await ask(GONE, { range: 'bytes=0-3', 'if-none-match': '*' })).toMatchObject({ status: 410 });
  });

  it('answers 404 with the site’s own page where nothing is', async () => {
    for (const path of ['/none.html', '/szyw/none/', '/szyw/202611/none.pdf', '/szyw/202611/', '/.hidden', '/.well-known/.hidden', '/szyw/.well-known/a']) {
      expect(await ask(path)).toMatchObject({ status: 404, text: '<title>找不到</title>' });
    }
  });

  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/site/releases/1.json',
    '/szyw/../../../secrets.json',
    '/szyw/..%5c..%5csecrets.json',
    '//etc/passwd',
    '/%00',
    '/%',
    '/szyw/%2e%2e/%2e%2e/objects',
    '/.%2e/secrets.json',
  ])('reaches nothing outside the release by %s', async (path) => {
    writeFileSync(join(folder, 'secrets.json'), 'secret');
    const answer = await ask(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/secret|root:|"root"/);
  });

  it('takes no absolute address of another place as a path', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () =>
        socket.end('GET http://evil.example/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      );
      void buffer(socket).then((bytes) => resolve(bytes.toString('utf8')));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });

  it('only shows: other methods are refused, HEAD has headers and no body', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await ask('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    const head = await ask('/', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(Buffer.byteLength(HOME)) } });
    expect(head.body).toHaveLength(0);
    expect((await ask(GONE, {}, 'HEAD')).status).toBe(410);
  });

  it('compresses text for who takes it, and says so', async () => {
    const [plain, brotli, gzip] = [
      await ask('/'),
      await ask('/', { 'accept-encoding': 'gzip, br' }),
      await ask('/', { 'accept-encoding': 'gzip' }),
    ];
    for (const { headers } of [plain, brotli, gzip]) expect(headers.vary).toBe('accept-encoding');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(HOME);
    expect(gunzipSync(gzip.body).toString()).toBe(HOME);
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': String(brotli.body.length) });
    expect(brotli.body.length).toBeLessThan(plain.body.length / 4);
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it.each(['', 'br', 'gzip'])('answers 304 to who has it already (%j)', async (encoding) => {
    const { headers } = await ask('/', { 'accept-encoding': encoding });
    const again = await ask('/', { 'accept-encoding': encoding, 'if-none-match': String(headers.etag) });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect((await ask('/', { 'accept-encoding': encoding, 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('sends parts of a file, for downloads that go on', async () => {
    const path = '/szyw/202611/test00000y/0123456789abcdef.pdf';
    expect(await ask(path, { range: 'bytes=2-4' })).toMatchObject({
      status: 206,
      text: '234',
      headers: { 'content-range': 'bytes 2-4/10' },
    });
    expect(await ask(path, { range: 'bytes=50-' })).toMatchObject({ status: 416 });
  });

  it('sends its security and cache headers with every answer, errors too', async () => {
    for (const path of ['/', '/none.html', GONE, '/szyw/202611/test00000y/0123456789abcdef.pdf']) {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    }
    expect((await ask('/search/')).headers['content-security-policy']).toContain("'wasm-unsafe-eval'");
    expect((await ask('/_astro/page.abc.css')).headers['cache-control']).toContain('immutable');
    expect((await ask('/_astro/none.css')).headers['cache-control']).toBe('no-cache');
  });

  it('shows a new release at once, compressed or not', async () => {
    const changed = HOME.replace('首页', '新首页');
    await publishTexts(tree, { 'index.html': changed, [GONE.slice(1)]: '<title>又公开</title>', 'gone.txt': '' });
    expect((await ask('/')).text).toBe(changed);
    expect(brotliDecompressSync((await ask('/', { 'accept-encoding': 'br' })).body).toString()).toBe(changed);
    expect(await ask(GONE)).toMatchObject({ status: 200, text: '<title>又公开</title>' });
  });

  it('closes with answers under way, and takes no more', async () => {
    const { port } = server;
    const closing = server.close();
    await closing;
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    server = await serve({ dataFolder: folder, host: '127.0.0.1', sitePort: 0 });
    expect((await ask('/')).status).toBe(200);
  });
});
