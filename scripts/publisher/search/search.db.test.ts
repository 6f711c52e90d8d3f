import { mkdtempSync, readdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PublicDocument } from '@gongkai/site/contract';
import { documentOf, documentsOf, ReplicaFixture } from './fixture/documents.ts';
import { askedInNode, expected } from './fixture/expected.ts';
import type { Asked } from './fixture/expected.ts';
import { ServedSite } from './fixture/served-site.ts';
import { openSearch } from './index.ts';
import type { Search, SearchFiles } from './types.ts';

const ASKED: Asked[] = [
  { query: '营商环境' },
  { query: '湿地保护 实施细则' },
  { query: '营商环境', filters: { column: 'zcwj' } },
  { query: '工作', filters: { year: '2024', department: 'szf' } },
  { query: '演政发〔2024〕' },
  { query: '第7期 营商' },
  // Pairs that are all in the index, on different pages: nothing has them all.
  { query: '湿地保护义务教育城市更新古树名木' },
  { query: '齉龘麤鱻' },
  // One pair the bundles hold, the others they do not: must not be answered by the one.
  { query: '营商齉龘' },
];

let folder: string;
let fixture: ReplicaFixture;
let search: Search;
let site: ServedSite;
let live: Map<string, PublicDocument>;

const open = (): Search =>
  openSearch({ folder: join(folder, 'search'), replica: fixture.replica, replicaFile: join(folder, 'replica.db') });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-search-'));
  fixture = new ReplicaFixture(join(folder, 'replica.db'));
  search = open();
  site = await ServedSite.start();
  live = new Map();
});

afterEach(async () => {
  await search.close();
  await site.stop();
  fixture.close();
  rmSync(folder, { recursive: true });
});

async function put(documents: PublicDocument[]): Promise<SearchFiles> {
  for (const document of documents) live.set(document.id, document);
  return serve(await search.stage(fixture.put(documents)));
}

async function withdraw(document: PublicDocument, kind: 'error' | 'leak'): Promise<SearchFiles> {
  live.delete(document.id);
  return serve(await search.stage(fixture.withdraw(document, kind)));
}

const serve = (files: SearchFiles): SearchFiles => (site.files = files);

/** Builds in the background until nothing is left to do, and serves the result. */
async function settle(): Promise<SearchFiles> {
  await search.rebuild();
  return serve(await search.stage([]));
}

async function expectTruth(asked: Asked[] = ASKED): Promise<void> {
  const found = await askedInNode(site.address, site.files as SearchFiles, asked);
  const truth = asked.map((one) => expected([...live.values()], one));
  expect(found).toEqual(truth);
}

/** Every file of the bundles of a release, decompressed. */
function bytesOf({ put: folders }: SearchFiles): string[] {
  return folders.flatMap(({ folder: at }) =>
    readdirSync(at, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.pf_'))
      .map((name) => gunzipSync(readFileSync(join(at, name))).toString('utf8')),
  );
}

describe('search bundles', () => {
  it('find exactly the documents that hold all the pairs, in hot, warm and base bundles', async () => {
    await put(documentsOf(30));
    expect(search.status().bundles.map(({ kind }) => kind)).toEqual(['hot']);
    await expectTruth();
    await settle();
    expect(search.status().bundles.map(({ kind }) => kind)).toEqual(['base']);
    await put(documentsOf(12, 30));
    expect(search.status().bundles.map(({ kind, documents }) => [kind, documents])).toEqual([
      ['base', 30],
      ['hot', 12],
    ]);
    await expectTruth();
    expect(expected([...live.values()], ASKED[0] as Asked).length).toBeGreaterThan(2);
  });

  it('let many documents wait for a background build instead of holding up a release', async () => {
    await put(documentsOf(250));
    expect(search.status()).toMatchObject({ waiting: 250, bundles: [] });
    await settle();
    expect(search.status()).toMatchObject({ waiting: 0, bundles: [{ kind: 'base', documents: 250 }] });
    await expectTruth();
  });

  it('show a correction only in its new form, and take the old text away', async () => {
    await put(documentsOf(20));
    await settle();
    const [document] = documentsOf(1, 4);
    const before = site.files as SearchFiles;
    const corrected = { ...document, ...documentOf(4, { body: '<p>更正后改为鲲鹏计划。</p>' }) } as PublicDocument;
    const files = await put([corrected]);
    await expectTruth([...ASKED, { query: '鲲鹏计划' }, { query: '第4项' }]);
    expect(files.remove).toHaveLength(1);
    expect(existsSync(join(before.put[1]?.folder ?? '', files.remove[0]?.split('/').slice(3).join('/') ?? ''))).toBe(false);
  });

  it('follow a document to another column', async () => {
    await put(documentsOf(20));
    await settle();
    await put([documentOf(5, { column: 'gsgg' })]);
    await expectTruth([
      ...ASKED,
      { query: '第5项', filters: { column: 'gsgg' } },
      { query: '第5项', filters: { column: 'szyw' } },
    ]);
  });

  it('no longer find what was withdrawn, and its text is in no fragment', async () => {
    const wrong = documentOf(900, { title: '误发的貔貅通告', body: '<p>貔貅貔貅，误发全文。</p>' });
    await put([...documentsOf(20), wrong]);
    await settle();
    const files = await withdraw(wrong, 'error');
    await expectTruth([...ASKED, { query: '貔貅' }]);
    const fragments = bytesOf(files).filter((text) => text.includes('"raw_url"') || text.includes('"url"'));
    expect(fragments.length).toBeGreaterThan(10);
    expect(fragments.filter((text) => text.includes('貔貅'))).toEqual([]);
    await put([wrong]);
    await expectTruth([...ASKED, { query: '貔貅' }]);
  });

  it('hold no trace of a leak, in no file of any bundle, from the next release on', async () => {
    const leak = documentOf(901, { title: '饕餮名单', body: '<p>饕餮名单全文，不得公开。</p>' });
    await put([...documentsOf(20), leak]);
    const before = await settle();
    expect(bytesOf(before).some((text) => text.includes('饕餮'))).toBe(true);
    const files = await withdraw(leak, 'leak');
    expect(bytesOf(files).filter((text) => /[饕餮]/.test(text))).toEqual([]);
    const outOfUse = before.put.filter(({ path }) => !files.put.some((other) => other.path === path));
    expect(outOfUse).toHaveLength(1);
    expect(files.drop).toContain(outOfUse[0]?.path);
    expect(existsSync(outOfUse[0]?.folder ?? '')).toBe(false);
    await expectTruth([...ASKED, { query: '饕餮' }]);
  });

  it('say the same after a restart, and catch up with what they missed', async () => {
    await put(documentsOf(15));
    const files = await put(documentsOf(5, 15));
    await search.close();
    search = open();
    expect(await search.stage([])).toEqual(files);
    await search.close();
    fixture.put([documentOf(40), documentOf(3, { title: '改过的题目：白鹭洲' })]);
    fixture.withdraw(documentOf(7), 'error');
    live
      .set('dem0000040', documentOf(40))
      .set('dem0000003', documentOf(3, { title: '改过的题目：白鹭洲' }))
      .delete('dem0000007');
    search = open();
    serve(await search.stage([]));
    await expectTruth([...ASKED, { query: '白鹭洲' }]);
  });

  it('are built again from the replica when their folder is lost', async () => {
    await put(documentsOf(15));
    await search.close();
    rmSync(join(folder, 'search', 'state.json'));
    search = open();
    serve(await search.stage([]));
    await expectTruth();
  });

  it('say what is to be, so that asking twice changes nothing', async () => {
    const files = await put(documentsOf(15));
    expect(await search.stage([])).toEqual(files);
    expect(await search.stage(documentsOf(15).map(({ id }) => id))).toEqual(files);
  });

  it('do not show what was withdrawn while they were being built', async () => {
    const leak = documentOf(902, { body: '<p>饕餮。</p>' });
    await put([...documentsOf(40), leak]);
    const rebuilt = search.rebuild();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await withdraw(leak, 'leak');
    await withdraw(documentOf(8), 'error');
    await rebuilt;
    const files = serve(await search.stage([]));
    await expectTruth([...ASKED, { query: '饕餮' }, { query: '第8项' }]);
    expect(bytesOf(files).filter((text) => /[饕餮]/.test(text))).toEqual([]);
  });
});
