import { gzipSync } from 'node:zlib';
import { BundleFiles } from './bundle-files.ts';

const ENGINE = '/search/p/engine/';
const BUNDLE = '/search/p/b1/';
const ENTRY = `${BUNDLE}pagefind-entry.json?ts=kept`;
const META = `${BUNDLE}pagefind.unknown_1.pf_meta`;

/** A server of these files; `asked` is what it was asked for, in order. */
function served(files: Record<string, Buffer | string>, headers: Record<string, string> = {}) {
  const asked: string[] = [];
  const plain = ((address: string) => {
    asked.push(address);
    const body = files[address];
    return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(new Uint8Array(Buffer.from(body)), { headers }));
  }) as typeof fetch;
  return { files: new BundleFiles(plain), asked };
}

const text = async (files: BundleFiles, address: string): Promise<string> => (await files.fetch(address)).text();

const release = {
  [ENTRY]: JSON.stringify({ languages: { unknown: { hash: 'unknown_1', page_count: 3 } } }),
  [META]: gzipSync('pagefind_dcd: contents'),
  [`${ENGINE}wasm.unknown.pagefind`]: gzipSync('pagefind_dcd: code'),
};

describe('files of bundles', () => {
  it('come unpacked', async () => {
    const { files } = served(release);
    expect(await text(files, META)).toBe('pagefind_dcd: contents');
  });

  it('come as they are where the server had them unpacked on the way', async () => {
    const { files } = served({ [META]: 'pagefind_dcd: contents' }, { 'content-encoding': 'gzip' });
    expect(await text(files, META)).toBe('pagefind_dcd: contents');
  });

  it('are read ahead, each once, and handed out once', async () => {
    const { files, asked } = served(release);
    files.readAhead(ENGINE, [{ path: BUNDLE }]);
    files.readAhead(ENGINE, [{ path: BUNDLE }]);
    await new Promise(setImmediate);
    expect([...asked].sort()).toEqual(Object.keys(release).sort());
    expect(JSON.parse(await text(files, ENTRY))).toMatchObject({ languages: { unknown: { page_count: 3 } } });
    expect(await text(files, META)).toBe('pagefind_dcd: contents');
    expect(asked).toHaveLength(3);
    await text(files, META);
    expect(asked).toHaveLength(4);
  });

  it('have one WebAssembly, the one of the engine', async () => {
    const { files, asked } = served(release);
    files.readAhead(ENGINE, []);
    for (const bundle of [BUNDLE, '/search/p/b2/']) expect(await text(files, `${bundle}wasm.unknown.pagefind`)).toBe('pagefind_dcd: code');
    expect(asked).toEqual([`${ENGINE}wasm.unknown.pagefind`]);
  });

  it('that do not come are counted, and asked for again', async () => {
    const { files, asked } = served({});
    files.readAhead(ENGINE, [{ path: BUNDLE }]);
    await new Promise(setImmediate);
    expect(files.failures).toBe(0);
    for (const address of [ENTRY, ENTRY, `${BUNDLE}wasm.unknown.pagefind`]) await expect(files.fetch(address)).rejects.toThrow('404');
    expect(files.failures).toBe(3);
    expect(asked.filter((address) => address === ENTRY)).toHaveLength(2);
  });

  it('are the only ones that are fetched in another way', async () => {
    const { files, asked } = served({ '/search/bundles.json': '{}' });
    expect((await files.fetch('/search/nothing.json')).status).toBe(404);
    expect(await text(files, '/search/bundles.json')).toBe('{}');
    expect(asked).toEqual(['/search/nothing.json', '/search/bundles.json']);
    expect(files.failures).toBe(0);
  });
});
