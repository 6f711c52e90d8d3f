import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findBrowser, openBrowser } from './index.ts';

/** A page whose policy forbids its own inline script, and a second server of another origin. */
const servePage = (body: string, headers: Record<string, string>): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body),
    );
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

describe.each(['installed', 'bundled'])('the browser of tests (%s)', (kind) => {
  const before = process.env.GONGKAI_BROWSER;
  beforeAll(() => {
    if (kind === 'bundled') process.env.GONGKAI_BROWSER = 'bundled';
  });
  afterAll(() => {
    if (before === undefined) delete process.env.GONGKAI_BROWSER;
    else process.env.GONGKAI_BROWSER = before;
  });

  test('renders a page and keeps its security policy', async () => {
    const other = await servePage('secret', {});
    const page = await servePage(
      '<!doctype html><title>页</title><p id="a">公开</p><script>document.title = "inline ran"</script>',
      {
        'content-security-policy': "script-src 'none'",
      },
    );
    const browser = await openBrowser();
    try {
      const tab = await browser.newPage();
      await tab.goto(addressOf(page));
      expect(await tab.textContent('#a')).toBe('公开');
      expect(await tab.title()).toBe('页');
      const reached = await tab.evaluate(
        (address) =>
          fetch(address).then(
            () => 'reached',
            () => 'refused',
          ),
        addressOf(other),
      );
      expect(reached).toBe('refused');
    } finally {
      await browser.close();
      page.close();
      other.close();
    }
  });

  test('is the one that was asked for', async () => {
    const { executable } = await findBrowser();
    if (kind === 'bundled') expect(executable).toContain('gongkai-chromium-');
    else expect(executable).toBe((await findBrowser({ ...process.env, GONGKAI_BROWSER: '' })).executable);
  });
});
