import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { freePort } from '../processes/free-port.ts';
import { newsItem, pageOf } from './fixtures/documents.ts';
import { FEED_TOKEN, OPERATOR_TOKEN, StandInCms, WEBHOOK_SECRET } from './fixtures/stand-in-cms.ts';
import { shownBy, temporaryFolder } from './fixtures/trees.ts';
import { rebuild, rollback, runPublisher, status, verifyTree } from './index.ts';
import type { PublisherSettings } from './index.ts';

const WORKSPACE = join(import.meta.dirname, '..', '..');
const LIVE_WITHIN_MS = 90_000;

/** One publisher and one stand-in CMS for the whole file: what comes first is what comes later stands on. */
describe('the publisher', () => {
  const { folder, remove } = temporaryFolder();
  let cms: StandInCms;
  let settings: PublisherSettings;
  let stop: AbortController;
  let running: Promise<void>;

  const start = () => {
    stop = new AbortController();
    running = runPublisher(settings, { signal: stop.signal });
  };
  const end = async () => {
    stop.abort();
    await running;
  };
  const page = (path: string) => readFileSync(join(folder, 'site/current', path), 'utf8');
  const isLive = (path: string) => existsSync(join(folder, 'site/current', path));
  const acknowledged = () => cms.acknowledgements.at(-1)?.upTo ?? 0;

  async function until(what: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + LIVE_WITHIN_MS;
    while (!(await what())) {
      if (Date.now() > deadline) throw new Error(`not in time: ${what.toString()}; ${JSON.stringify(await status(settings))}`);
      await setTimeout(20);
    }
  }
  async function nudgeUntilLive(): Promise<void> {
    expect(await cms.nudge(settings.publisherUrl)).toBe(204);
    await until(() => acknowledged() >= cms.seq);
    await until(async () => (await status(settings)).working === null);
  }

  beforeAll(async () => {
    cms = await new StandInCms().open();
    const publisherPort = await freePort();
    const secrets = { feedToken: FEED_TOKEN, operatorToken: OPERATOR_TOKEN, webhookSecret: WEBHOOK_SECRET };
    const publisherUrl = `http://127.0.0.1:${publisherPort}`;
    const siteUrl = 'http://site.example';
    settings = {
      workspace: WORKSPACE,
      dataFolder: folder,
      host: '127.0.0.1',
      publisherPort,
      siteUrl,
      cmsUrl: cms.url,
      publisherUrl,
      secrets,
    };
    for (let n = 1; n <= 3; n += 1) cms.release(newsItem(n));
    start();
  });
  afterAll(async () => {
    await end();
    await cms.close();
    remove();
  });

  it('fills an empty replica from the feed, builds the whole site and acknowledges it', async () => {
    await until(() => acknowledged() >= cms.seq);
    expect(page(pageOf(newsItem(1)))).toContain('第1号测试正文');
    for (const list of ['index.html', 'szyw/index.html', 'szyw/202611/index.html', 'szyw/feed.xml', 'map-202611-0.xml']) {
      expect(page(list)).toContain(newsItem(3).id);
    }
    expect(cms.acknowledgements).toHaveLength(1);
    const { live } = await status(settings);
    expect(cms.acknowledgements[0]).toMatchObject({ upTo: cms.seq, release: live?.number, root: live?.root, setAside: [] });
    expect((await verifyTree(settings)).faults).toEqual([]);
  });

  it('takes a nudge only from the CMS', async () => {
    expect(await cms.nudge(settings.publisherUrl, `whsec_${Buffer.from('somebody else').toString('base64')}`)).toBe(401);
    expect((await fetch(`${settings.publisherUrl}/hooks/publication`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await fetch(`${settings.publisherUrl}/hooks/publication`, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(
      413,
    );
    for (const path of ['/rebuild', '/rollback'])
      expect((await fetch(settings.publisherUrl + path, { method: 'POST' })).status).toBe(401);
  });

  it('makes a release live with its attachment, byte for byte', async () => {
    const bytes = Buffer.from('附件内容');
    const document = newsItem(4, { attachments: [{ ...cms.file(bytes), name: '附件.docx' }] });
    cms.release(document);
    await nudgeUntilLive();
    const { path } = document.attachments[0]!;
    expect(readFileSync(join(folder, `site/current/szyw/202611/${document.id}/${path}`))).toEqual(bytes);
    expect(page('szyw/202611/index.html')).toContain(document.id);
  });

  it('sets a document aside that breaks the contract, and makes the others live', async () => {
    cms.releaseBroken(newsItem(5));
    cms.release(newsItem(6));
    await nudgeUntilLive();
    expect(isLive(pageOf(newsItem(5)))).toBe(false);
    expect(isLive(pageOf(newsItem(6)))).toBe(true);
    expect(cms.acknowledgements.at(-1)?.setAside).toMatchObject([{ id: newsItem(5).id, code: 'CONTRACT' }]);
    cms.release(newsItem(5));
    await nudgeUntilLive();
    expect(isLive(pageOf(newsItem(5)))).toBe(true);
    expect((await status(settings)).setAside).toEqual([]);
  });

  it.each([
    ['cannot be had', Buffer.from('never stored'), false],
    ['is not what its hash says', Buffer.from('other bytes'), true],
  ])('sets a document aside whose attachment %s', async (_what, bytes, stored) => {
    const n = stored ? 8 : 7;
    const attachment = { ...cms.file(Buffer.from(`promised ${n}`)), name: '附件.docx' };
    cms.blobs.delete(attachment.sha256);
    if (stored) cms.blobs.set(attachment.sha256, bytes);
    cms.release(newsItem(n, { attachments: [attachment] }));
    await nudgeUntilLive();
    expect(isLive(pageOf(newsItem(n)))).toBe(false);
    expect(page('szyw/202611/index.html')).not.toContain(newsItem(n).title);
    expect(cms.acknowledgements.at(-1)?.setAside.map(({ id }) => id)).toContain(newsItem(n).id);
  });

  it('sets a document aside whose page cannot be rendered, and makes the others live', async () => {
    cms.release(newsItem(12, { body: `<p><img src="asset:${'e'.repeat(64)}"></p>` }));
    cms.release(newsItem(13));
    await nudgeUntilLive();
    expect(isLive(pageOf(newsItem(12)))).toBe(false);
    expect(isLive(pageOf(newsItem(13)))).toBe(true);
    expect(page('szyw/202611/index.html')).not.toContain(newsItem(12).id);
    expect(cms.acknowledgements.at(-1)?.setAside).toEqual(expect.arrayContaining([expect.objectContaining({ id: newsItem(12).id, code: 'RENDER' })]));
  });

  it('withdraws a document from everywhere, and a rollback does not bring it back', async () => {
    const document = newsItem(4);
    cms.withdraw(document, 'error');
    await nudgeUntilLive();
    const gone = () => {
      expect(page(pageOf(document))).not.toContain(document.title);
      expect(isLive(`szyw/202611/${document.id}`)).toBe(false);
      expect(page('gone.txt').split('\n')).toContain(`/${pageOf(document)}`);
      for (const [path, text] of Object.entries(shownBy(join(folder, 'site/current')))) {
        if (/\.(html|xml|json)$/.test(path))
          expect({ path, names: text.includes(document.title) }).toEqual({ path, names: false });
      }
    };
    gone();
    const before = await status(settings);
    expect(await rollback(settings)).toMatchObject({ number: before.live!.number + 1 });
    gone();
    await rebuild(settings);
    gone();
  });

  it('finds a document it withdraws on pages a rollback put back, which no plan knows of', async () => {
    const document = newsItem(20, { column: 'gsgg' });
    cms.release(document);
    await nudgeUntilLive();
    const { live } = await status(settings);
    cms.release({ ...document, column: 'xsdt', formerColumns: ['gsgg'], event: 21 });
    await nudgeUntilLive();
    expect(page('gsgg/index.html')).not.toContain(document.title);
    await rollback(settings, live!.number);
    expect(page('gsgg/index.html')).toContain(document.title);
    cms.withdraw({ ...document, column: 'xsdt', formerColumns: ['gsgg'] }, 'error');
    await nudgeUntilLive();
    for (const [path, text] of Object.entries(shownBy(join(folder, 'site/current')))) {
      if (/\.(html|xml)$/.test(path)) expect({ path, names: text.includes(document.title) }).toEqual({ path, names: false });
    }
  });

  it('leaves no trace of a leak in any file it keeps', async () => {
    const secret = { title: '绝密标题甲乙丙', body: '<p>绝密正文子丑寅卯</p>' };
    const bytes = Buffer.from('绝密附件辰巳午未');
    const document = newsItem(9, { ...secret, attachments: [{ ...cms.file(bytes), name: '绝密附件名.docx' }] });
    cms.release(document);
    await nudgeUntilLive();
    const tracesOf = (words: string[]) => {
      const traces: string[] = [];
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, name);
        if (!lstatSync(file).isFile()) continue;
        const raw = readFileSync(file);
        const texts = [raw, ...(raw[0] === 0x1f && raw[1] === 0x8b ? [gunzipSync(raw)] : [])].map((each) =>
          each.toString('utf8'),
        );
        if (words.some((word) => texts.some((text) => text.includes(word)))) traces.push(name);
      }
      return traces;
    };
    // 绝密 as pairs too: the search holds text that way.
    const words = ['绝密标题', '绝密正文', '绝密附件', '绝密'];
    expect(tracesOf(words).length).toBeGreaterThan(3);
    cms.withdraw(document, 'leak');
    await nudgeUntilLive();
    await until(() => tracesOf(words).length === 0);
    await rollback(settings).catch(() => undefined);
    expect(tracesOf(words)).toEqual([]);
  });

  it('waits out a CMS that does not answer, and polls by itself', async () => {
    cms.outOfOrder = 503;
    cms.release(newsItem(10));
    await cms.nudge(settings.publisherUrl);
    await until(async () => (await status(settings)).lastError?.code === 'FEED_REFUSED');
    expect(isLive(pageOf(newsItem(10)))).toBe(false);
    cms.outOfOrder = null;
    await until(() => acknowledged() >= cms.seq);
    expect(isLive(pageOf(newsItem(10)))).toBe(true);
  });

  it('refuses a second publisher on the same data', async () => {
    // Within one process the port would be refused first; the lock is what counts between processes.
    await expect(runPublisher({ ...settings, publisherPort: await freePort() })).rejects.toThrow(
      expect.objectContaining({ code: 'PUBLISHER_RUNNING' }),
    );
  });

  it('goes on after a stop where it was, and mends a damaged site by a rebuild', async () => {
    await end();
    cms.release(newsItem(11));
    const told = cms.acknowledgements.length;
    start();
    await until(() => acknowledged() >= cms.seq);
    expect(cms.acknowledgements).toHaveLength(told + 1);
    expect(isLive(pageOf(newsItem(11)))).toBe(true);
    await end();

    writeFileSync(join(folder, 'site/current', pageOf(newsItem(1))), 'forged');
    expect((await verifyTree(settings)).faults).toHaveLength(1);
    await rebuild(settings);
    expect((await verifyTree(settings)).faults).toEqual([]);
    expect(page(pageOf(newsItem(1)))).toContain('第1号测试正文');
    start();
    await until(async () => (await status(settings)).running);
  });
});
