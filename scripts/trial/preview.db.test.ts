import { redirectAddresses } from '../../site/preview/dress.ts';
import { DeskError, type Desk } from '../desk/desk.ts';
import type { Settings } from '../settings.ts';
import { fields, passOn, type Portal } from './portal.ts';
import { startFromTemplate } from './template.ts';
import { removeTrial, startPreview, startPublisher, startSite, type Part } from './trial.ts';

/** 预览 through the CMS: what it shows against what goes live, who may look, and what happens without it. */
const MINUTE_MS = 60_000;
const LIVE_WITHIN_MS = MINUTE_MS;
/** One pixel, PNG. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let settings: Settings;
let portal: Portal;
let preview: Part;
const parts: Part[] = [];

beforeAll(async () => {
  const started = await startFromTemplate('sqlite');
  ({ settings, portal } = started);
  parts.push(started.cms, await startPublisher(settings), await startSite(settings));
  preview = await startPreview(settings);
}, 4 * MINUTE_MS);
afterAll(async () => {
  await preview?.stop();
  for (const part of parts.reverse()) await part.stop();
  if (settings) removeTrial(settings);
});

interface Look {
  url: string;
  cookie: string;
}

/** Asks for a signed address, as the frame does. */
const open = async (desk: Desk, documentId: string, revision: number | 'draft'): Promise<Look> => {
  const response = await desk.raw('POST', '/writing/previews', { documentId, revision });
  const body = (await response.json()) as { url: string; error?: { message: string; details: { code: string } } };
  if (!response.ok) throw new DeskError(response.status, body);
  const cookie = (response.headers.get('set-cookie') ?? '').split(/,(?=[^;]+=)/).find((each) => each.includes('gongkai_preview=')) ?? '';
  expect(cookie).toMatch(/httponly/i);
  return { url: body.url, cookie: cookie.split(';')[0]?.trim() ?? '' };
};
const get = (path: string, cookie = ''): Promise<Response> => fetch(`${settings.cmsUrl}${path}`, { headers: { cookie } });
const see = async (desk: Desk, documentId: string, revision: number | 'draft'): Promise<{ html: string; base: string; cookie: string }> => {
  const { url, cookie } = await open(desk, documentId, revision);
  const response = await get(url, cookie);
  expect(response.status).toBe(200);
  return { html: await response.text(), base: url.replace(/\/page$/, ''), cookie };
};

const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

/** All that a release adds to what was looked at: the number of its event, and the 索引号 where it is the first release. */
const withoutNumbers = (main: string): string =>
  main
    .replace(/(发布事件第 <span class="number">)\d+(<\/span> 号)/, '$1…$2')
    .replace(/(<dt>索引号<\/dt><dd>)[^<]*(<\/dd>)/, '$1…$2');

const livePage = async (address: string): Promise<string> => {
  const deadline = Date.now() + LIVE_WITHIN_MS;
  for (;;) {
    const response = await fetch(address);
    if (response.status === 200) return response.text();
    if (Date.now() > deadline) throw new Error(`${address} is not live`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

test(
  'what is looked at as a draft and at every step is what goes live, byte for byte in its main part',
  async () => {
    // A replica with columns and departments is there once the publisher has taken something in.
    await passOn(portal, (await portal.uploader.create(fields())).documentId);
    const attachment = await portal.uploader.upload('附件 甲.txt', Buffer.from('附件的内容'), 'text/plain');
    const picture = await portal.uploader.upload('图.png', PICTURE, 'image/png', '会议现场');
    const body = `<h2>一、要求</h2><p>正文里有 href="/gsgg/" 这样的字，1 &lt; 2。</p><table><tr><td>甲</td></tr></table><p><img src="${picture.url}" alt="会议现场"></p>`;
    const { documentId, publicId } = await portal.uploader.create(fields({ body, attachments: [attachment.id] }));
    const draft = await see(portal.uploader, documentId, 'draft');
    await portal.uploader.act(documentId, 'submit', { acceptWarnings: '附件另有说明' });
    const first = await see(portal.deputy, documentId, 1);
    await portal.deputy.act(documentId, 'first-approve');
    const second = await see(portal.head, documentId, 1);
    await portal.head.act(documentId, 'final-approve');
    const third = await see(portal.releaser, documentId, 1);
    const { live } = await portal.releaser.act(documentId, 'release');
    const released = await livePage(live?.url ?? '');
    const month = new URL(live?.url ?? '').pathname.split('/')[2] ?? '';
    expect(mainOf(released)).toContain('会议现场');
    for (const { html, base } of [draft, first, second, third]) {
      const expected = redirectAddresses(mainOf(released), { base, siteUrl: settings.siteUrl, folder: `gsgg/${month}/${publicId}` });
      expect(withoutNumbers(mainOf(html))).toBe(withoutNumbers(expected));
      expect(html).toContain('预览：未发布');
    }
    // What is live already is shown with its own numbers.
    const after = await see(portal.head, documentId, 1);
    const expected = redirectAddresses(mainOf(released), { base: after.base, siteUrl: settings.siteUrl, folder: `gsgg/${month}/${publicId}` });
    expect(mainOf(after.html)).toBe(expected);
    expect(after.html).toContain('与已发布的版本相同');
  },
  3 * MINUTE_MS,
);

test('attachments, pictures and style sheets of a draft come by the same address, and by no other', async () => {
  const attachment = await portal.uploader.upload('草稿附件.txt', Buffer.from('还没有公开的附件'), 'text/plain');
  const picture = await portal.uploader.upload('草稿图.png', PICTURE, 'image/png', '图');
  const { documentId } = await portal.uploader.create(fields({ attachments: [attachment.id], body: `<p><img src="${picture.url}" alt="图"></p>` }));
  const { html, base, cookie } = await see(portal.uploader, documentId, 'draft');
  const addresses = [...html.matchAll(/(?:href|src)="(\/writing\/preview\/[^"]+)"/g)].map(([, address]) => address ?? '');
  const files = addresses.filter((address) => address.includes('/file/'));
  expect(files.length).toBe(2);
  expect(addresses.some((address) => address.endsWith('.css'))).toBe(true);
  for (const address of addresses.filter((each) => !each.endsWith('.js'))) {
    const response = await get(address, cookie);
    expect([address, response.status]).toEqual([address, 200]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get(address)).status).toBe(403);
  }
  expect(await (await get(files.find((address) => address.endsWith('.txt')) ?? '', cookie)).text()).toBe('还没有公开的附件');
  expect((await get(`${base}/file/${'0'.repeat(16)}.txt`, cookie)).status).toBe(404);
});

test('nothing runs in a preview, nobody else may frame it, no search engine keeps it', async () => {
  const { documentId } = await portal.uploader.create(fields());
  const { url, cookie } = await open(portal.uploader, documentId, 'draft');
  const { headers } = await get(url, cookie);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).toMatch(/sandbox (?!.*allow-scripts)/);
  expect(headers.get('x-robots-tag')).toContain('noindex');
  expect(headers.get('cache-control')).toContain('no-store');
});

test('an uploader of another department, and who may not read documents, get no address', async () => {
  const { documentId } = await portal.uploader.create(fields());
  await expect(open(portal.elsewhere, documentId, 'draft')).rejects.toMatchObject({ status: 403, code: 'OTHER_DEPARTMENT' });
  await expect(open(portal.system, documentId, 'draft')).rejects.toMatchObject({ status: 403 });
  await expect(open(portal.deputy, documentId, 'draft')).resolves.toBeTruthy();
});

test('an address is refused in another browser, for another document, altered, and without its cookie', async () => {
  const [mine, other] = [await portal.uploader.create(fields()), await portal.uploader.create(fields())];
  const { url, cookie } = await open(portal.uploader, mine.documentId, 'draft');
  const theirs = await open(portal.deputy, mine.documentId, 'draft');
  expect((await get(url, theirs.cookie)).status).toBe(403);
  expect((await get(url)).status).toBe(403);
  const [text = '', seal = ''] = (url.split('/')[3] ?? '').split('.');
  const ticket = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
  const forged = Buffer.from(JSON.stringify({ ...ticket, document: other.documentId })).toString('base64url');
  const answer = await get(`/writing/preview/${forged}.${seal}/page`, cookie);
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('预览地址已过期或无效')]);
});

test('a draft without a source can be looked at, with the gap named', async () => {
  const { documentId } = await portal.uploader.create(fields({ source: '' }));
  expect((await see(portal.uploader, documentId, 'draft')).html).toContain('（信息来源未填写）');
});

test('without the preview process people are told in their own words, and everything else goes on', async () => {
  await preview.stop();
  const { documentId } = await portal.uploader.create(fields());
  await expect(open(portal.uploader, documentId, 'draft')).rejects.toMatchObject({ status: 503, code: 'PREVIEW_DOWN', message: '预览服务没有运行，现在不能预览。' });
  await passOn(portal, documentId);
  expect((await portal.uploader.panel(documentId)).state).toBe('released');
});
