import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { armStandby, type Standby } from '@gongkai/site/build';
import { openReplica, type Replica } from '@gongkai/site/replica';
import { Chance, imaginedColumns, imaginedDepartments, imaginedDocument } from '../../site/build/fixtures/imagined-city.ts';
import type { Change } from '../../site/contract/index.ts';
import type { Settings } from '../settings.ts';
import { removeTrial, startPreview, trialSettings, type Part } from '../trial/trial.ts';
import { askPreview } from './ask.ts';
import { mkdirSync } from 'node:fs';

/** The preview process against a release: the same document, the same replica, the same bytes. */
const AT = '2026-01-01T00:00:00.000Z';
const MINUTE_MS = 60_000;
const documents = [1, 2, 3, 4, 5].map((number) =>
  imaginedDocument(new Chance(number), {
    event: number,
    id: `012345678${number}`,
    column: 'zcwj',
    publishedAt: '2025-12-31T16:30:00.000Z',
    ...(number === 1 ? { body: '<table><tr><td>甲 &lt; 乙</td></tr></table>', attachments: [], images: [] } : {}),
  }),
);

let settings: Settings;
let replica: Replica;
let standby: Standby;
let preview: Part;

beforeAll(async () => {
  settings = await trialSettings({ name: 'preview' });
  const file = join(settings.dataFolder, 'publisher', 'replica.db');
  mkdirSync(join(settings.dataFolder, 'publisher'), { recursive: true });
  replica = openReplica(file, { siteUrl: settings.siteUrl });
  let seq = 100;
  const changes: Change[] = [
    ...imaginedColumns().map((column): Change => ({ type: 'column.put', seq: ++seq, at: AT, column })),
    ...imaginedDepartments().map((department): Change => ({ type: 'department.put', seq: ++seq, at: AT, department })),
    ...documents.map((document): Change => ({ type: 'document.put', seq: ++seq, at: AT, id: document.id, document })),
  ];
  replica.apply(changes);
  preview = await startPreview(settings);
}, 3 * MINUTE_MS);
afterAll(async () => {
  await preview?.stop();
  await standby?.dispose();
  replica?.close();
  if (settings) removeTrial(settings);
});

const page = (document: unknown, more: object = { bare: true }) => askPreview(settings, 'POST', '/page', { document, ...more });

test(
  'a page is byte for byte what a release holds, one after the other and all at once',
  async () => {
    standby = await armStandby({ replica: join(settings.dataFolder, 'publisher', 'replica.db'), siteUrl: settings.siteUrl, slot: 'preview-test' });
    const { pages, failures } = await standby.run(replica.pending().write);
    expect(failures).toEqual([]);
    const released = documents.map(({ month, id }) => readFileSync(join(pages.folder, `zcwj/${month}/${id}.html`), 'utf8'));
    const together = await Promise.all(documents.map((document) => page(document)));
    expect(together.map(({ status }) => status)).toEqual(documents.map(() => 200));
    for (const [index, document] of documents.entries()) {
      expect(together[index]?.text).toBe(released[index]);
      expect((await page(document)).text).toBe(released[index]);
    }
  },
  3 * MINUTE_MS,
);

test('what is not public is printed over the replica, and nothing of it stays there', async () => {
  const draft = { ...documents[0], id: 'zzzzzzzzz9', title: '尚未公开的草稿标题', month: '202611' };
  const { status, text } = await page(draft);
  expect([status, text.includes('尚未公开的草稿标题')]).toEqual([200, true]);
  expect(replica.document('zzzzzzzzz9')).toBeNull();
  expect((await page({ ...documents[0], title: '改过的标题' })).text).toContain('改过的标题');
  expect((await page(documents[0])).text).not.toContain('改过的标题');
});

test('a look carries the strip, is kept from search engines, and its style sheet is there', async () => {
  const { text } = await page(documents[1], { base: '/writing/preview/t', banner: '预览：未发布' });
  expect(text).toContain('<p class="preview-strip" role="note">预览：未发布</p>');
  expect(text).toContain('<meta name="robots" content="noindex, nofollow">');
  const styles = [...text.matchAll(/href="\/writing\/preview\/t\/asset\/([^"]+\.css)"/g)].map(([, name]) => name);
  expect(styles.length).toBeGreaterThan(1);
  for (const name of styles) expect((await askPreview(settings, 'GET', `/asset/${name}`)).status).toBe(200);
  for (const name of ['..%2F..%2Fpackage.json', '.env', 'nothing.css']) expect((await askPreview(settings, 'GET', `/asset/${name}`)).status).toBe(404);
});

test('a document that cannot become a page is told what it lacks; the next one is rendered', async () => {
  const { status, text } = await page({ ...documents[0], source: '' });
  expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([422, 'CONTRACT']);
  const broken = await page({ ...documents[0], body: '<img src="asset:none">', images: [] });
  expect([broken.status, (JSON.parse(broken.text) as { code: string }).code]).toEqual([422, 'FILE_MISSING']);
  expect((await page(documents[0])).status).toBe(200);
});

test('nobody is answered who does not know the word', async () => {
  const stranger = { ...settings, secrets: { mediaKey: 'x'.repeat(40) } };
  expect((await askPreview(stranger, 'POST', '/page', { document: documents[0], bare: true })).status).toBe(401);
  expect((await askPreview(stranger, 'GET', '/status')).status).toBe(401);
});
