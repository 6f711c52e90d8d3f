import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Change } from '../contract/index.ts';
import { openReplica, type Replica } from '../replica/index.ts';
import { Chance, imaginedColumns, imaginedDepartments, imaginedDocument } from './fixtures/imagined-city.ts';
import { temporaryFolder } from './fixtures/published-tree.ts';
import { armStandby, buildEverything, type Standby } from './index.ts';
import { SITE_FOLDER } from './site-config.ts';

const AT = '2026-01-01T00:00:00.000Z';
const siteUrl = 'http://portal.example';
const BUILD_TIMEOUT_MS = 60_000;
const image = {
  sha256: 'c'.repeat(64),
  alt: '会议现场',
  renditions: [480, 960].map((width) => ({
    sha256: 'd'.repeat(64),
    path: `${'d'.repeat(16)}-${width}.webp`,
    mediaType: 'image/webp',
    bytes: 9,
    width,
    height: width / 2,
  })),
};
const good = imaginedDocument(new Chance(1), {
  event: 1,
  id: '0123456789',
  column: 'zcwj',
  publishedAt: '2025-12-31T16:30:00.000Z',
  body: `<table><tr><td>甲 &lt; 乙</td></tr></table><p><img src="asset:${image.sha256}"></p>`,
  images: [image],
  attachments: [],
});
const bad = imaginedDocument(new Chance(2), {
  event: 2,
  id: '9876543210',
  column: 'zcwj',
  body: '<img src="asset:none">',
  images: [],
});

let remove: () => Promise<void>;
let replica: Replica;
let standby: Standby;
let file: string;

beforeAll(async () => {
  const temporary = await temporaryFolder();
  remove = temporary.remove;
  file = join(temporary.folder, 'replica.db');
  replica = openReplica(file, { siteUrl });
  let seq = 100;
  const changes: Change[] = [
    ...imaginedColumns().map((column): Change => ({ type: 'column.put', seq: ++seq, at: AT, column })),
    ...imaginedDepartments().map((department): Change => ({ type: 'department.put', seq: ++seq, at: AT, department })),
    ...[good, bad].map((document): Change => ({ type: 'document.put', seq: ++seq, at: AT, id: document.id, document })),
  ];
  standby = await armStandby({ replica: file, siteUrl, slot: 'test' });
  replica.apply(changes);
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await standby.dispose();
  replica.close();
  await remove();
});

test(
  'a plan that comes after bundling is rendered; a page that fails is reported and holds up no other',
  async () => {
    const plan = replica.pending();
    const { pages: made, assets, failures } = await standby.run(plan.write);
    const { folder, written } = made;
    const failed = `zcwj/${bad.month}/${bad.id}.html`;
    expect(failures).toEqual([{ path: failed, message: expect.stringContaining('FILE_MISSING') as string }]);
    expect(existsSync(join(folder, failed))).toBe(false);
    expect([...written].sort()).toEqual(plan.write.filter((path) => path !== failed).sort());
    expect(assets.written.filter((path) => !path.startsWith('_astro/'))).toEqual(['favicon.svg']);
    expect(assets.written.filter((path) => path.endsWith('.css')).length).toBeGreaterThan(0);
    for (const path of assets.written) expect(existsSync(join(assets.folder, path))).toBe(true);
    const page = readFileSync(join(folder, `zcwj/202601/${good.id}.html`), 'utf8');
    expect(page).toContain('<meta name="PubDate" content="2026-01-01 00:30">');
    expect(page).toContain(
      '<div class="table-scroll" tabindex="0" role="region" aria-label="表格 1"><table><tr><td>甲 &lt; 乙</td></tr></table></div>',
    );
    expect(page).toContain(`srcset="/zcwj/202601/${good.id}/${'d'.repeat(16)}-480.webp 480w, `);
    expect(page).not.toContain('asset:');
    const sitemap = readFileSync(join(folder, 'map-202601-0.xml'), 'utf8');
    expect(sitemap).toContain(`<loc>${siteUrl}/zcwj/202601/${good.id}.html</loc><lastmod>${good.updatedAt}</lastmod>`);
    expect(sitemap).toContain(`<loc>${siteUrl}/zcwj/202601/</loc>`);
  },
  BUILD_TIMEOUT_MS,
);

test(
  'the next plan of the same process prints what stands by then, and a page that failed before',
  async () => {
    const renamed = { ...good, event: 3, title: '改过的标题' };
    const mended = { ...bad, event: 4, body: '<p>改正了。</p>' };
    replica.apply([renamed, mended].map((document, index): Change => ({ type: 'document.put', seq: 200 + index, at: AT, id: document.id, document })));
    const plan = replica.pending();
    const { pages, failures, dispose } = await standby.run(plan.write);
    expect(failures).toEqual([]);
    expect(readFileSync(join(pages.folder, `zcwj/202601/${good.id}.html`), 'utf8')).toContain('改过的标题');
    expect(readFileSync(join(pages.folder, `zcwj/${bad.month}/${bad.id}.html`), 'utf8')).toContain('改正了。');
    await dispose();
    expect(existsSync(pages.folder)).toBe(false);
    expect(standby.plans).toBe(2);
    expect(standby.waiting).toBe(true);
  },
  BUILD_TIMEOUT_MS,
);

test('a process that waits does not have the replica open: its journal can be cut', () => {
  const database = new Database(file);
  try {
    expect(database.pragma('wal_checkpoint(TRUNCATE)')).toEqual([expect.objectContaining({ busy: 0 })]);
  } finally {
    database.close();
  }
});

test('one plan at a time; a process that has ended takes none, and its folder is gone', async () => {
  const first = standby.run(['index.html']);
  await expect(standby.run(['index.html'])).rejects.toMatchObject({ code: 'BUILD' });
  const { pages } = await first;
  await standby.dispose();
  expect(existsSync(pages.folder)).toBe(false);
  expect(standby.waiting).toBe(false);
  await expect(standby.run(['index.html'])).rejects.toMatchObject({ code: 'BUILD' });
});

test(
  'what dead processes left in the staging folder is removed when the next one is armed',
  async () => {
    const left = fileURLToPath(new URL('.staging/a-4194303-1/', SITE_FOLDER));
    mkdirSync(left, { recursive: true });
    const next = await armStandby({ replica: file, siteUrl, slot: 'test' });
    await next.dispose();
    expect(existsSync(left)).toBe(false);
  },
  BUILD_TIMEOUT_MS,
);

test(
  'a whole site that cannot be built leaves no process and no folder of its slices',
  async () => {
    const write = ['index.html', '404.html', 'xxgk/index.html', 'search/index.html'];
    await expect(buildEverything({ replica: `${file}.missing`, siteUrl, write, workers: 2 })).rejects.toMatchObject({ code: 'BUILD' });
    const left = readdirSync(fileURLToPath(new URL('.staging/', SITE_FOLDER))).filter((name) => new RegExp(`^slice\\d+-${process.pid}-`).test(name));
    expect(left).toEqual([]);
  },
  BUILD_TIMEOUT_MS,
);
