import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cbor-x';
import { documentOf } from './fixture/documents.ts';
import { addressOf } from './record.ts';
import { closeIndexer, writeBundle } from './write-bundle.ts';

const DATES = ['2024-03-01T02:00:00.000Z', '2021-05-06T02:00:00.000Z', null, '2021-05-06T02:00:00.000Z', '2019-12-31T16:30:00.000Z'];

describe('the files of a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-number-files-'));
  const documents = DATES.map((publishedAt, at) => documentOf(at, { publishedAt }));
  afterAll(async () => {
    await closeIndexer();
    rmSync(folder, { recursive: true });
  });

  it('are numbered, pages by their dates and those of one moment backwards, and the list of contents knows them so', async () => {
    const { hash, guard, documents: held } = await writeBundle(folder, 'hot', documents);
    const bundle = join(folder, hash);
    const read = (path: string) => gunzipSync(readFileSync(join(bundle, path))).subarray('pagefind_dcd'.length);
    const own = held[0]?.[2].slice(0, -'000000'.length) ?? '';
    const numbered = [2, 4, 3, 1, 0].map((place, at) => [`${own}00000${at}`, addressOf(documents[place]!)]);

    expect(held.map(([id, , fragment]) => [fragment, addressOf(documents.find((one) => one.id === id)!)])).toEqual(numbered);
    const ofFiles = numbered.map(([name]) => [name, (JSON.parse(read(`fragment/${name}.pf_fragment`).toString()) as { url: string }).url]);
    expect(ofFiles).toEqual(numbered);

    const [list = ''] = readdirSync(bundle).filter((name) => name.endsWith('.pf_meta'));
    const [, pages, pieces] = decode(read(list)) as [string, [string][], [string, string, string][]];
    expect(pages.map(([name]) => name).sort()).toEqual([...numbered.map(([name]) => name), guard].sort());
    expect(pieces.map(([, , name]) => `${name}.pf_index`)).toEqual(readdirSync(join(bundle, 'index')).sort());
    // What several bundles answer is told apart by the names.
    const { documents: others } = await writeBundle(folder, 'hot', documents);
    const names = [...held, ...others].map(([, , fragment]) => fragment);
    expect(new Set(names).size).toBe(names.length);
    // The engine and all bundles have one name for it, so that none of them shows it.
    expect(guard).toMatch(/^unknown_[0-9a-f]{7,}$/);
  });
});
