import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

export type Encoding = 'br' | 'gzip';

export interface Compressed {
  body: Buffer;
  etag: string;
}

const TEXT = /\.(html|xml|txt|json|csv|css|js|svg|map)$/;
/** Below this the headers cost more than is saved; above, a file is streamed as it is. */
const LEAST_BYTES = 256;
const MOST_BYTES = 4 * 1024 * 1024;
/** Half a millisecond for a page; the highest level takes fifty times as long for a tenth less. */
const BROTLI_QUALITY = 5;
/** Kept in memory for one release. */
const CACHE_BYTES = 64 * 1024 * 1024;

export const isText = (path: string): boolean => TEXT.test(path);

export function isWorthCompressing(path: string, bytes: number): boolean {
  return isText(path) && bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
}

/** The best encoding a browser takes; null: as it is. */
export function encodingFor(accepted: string): Encoding | null {
  const offers = new Map(accepted.toLowerCase().split(',').map(readOffer));
  const takes = (encoding: string) => (offers.get(encoding) ?? offers.get('*') ?? 0) > 0;
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

function readOffer(offer: string): [encoding: string, weight: number] {
  const [encoding = '', ...parameters] = offer.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return [encoding, weight === undefined ? 1 : Number(weight)];
}

/** Compressed files of the release that is live; a new release empties it, so that nothing withdrawn stays in memory. */
export class CompressedFiles {
  readonly #files = new Map<string, Promise<Compressed>>();
  #root = '';
  #bytes = 0;

  async get(root: string, file: string, encoding: Encoding): Promise<Compressed> {
    if (root !== this.#root || this.#bytes > CACHE_BYTES) this.#empty(root);
    const name = `${encoding} ${file}`;
    let compressed = this.#files.get(name);
    if (!compressed) {
      compressed = compress(file, encoding);
      this.#files.set(name, compressed);
      compressed.then(
        ({ body }) => (this.#bytes += body.length),
        () => this.#files.delete(name),
      );
    }
    return compressed;
  }

  #empty(root: string): void {
    this.#files.clear();
    this.#root = root;
    this.#bytes = 0;
  }
}

async function compress(file: string, encoding: Encoding): Promise<Compressed> {
  const bytes = await readFile(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { body: await pack(bytes, encoding), etag: `"${hash}-${encoding}"` };
}

/** Bytes as they are sent; the budgets are measured on the same. */
export async function pack(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return zip(bytes);
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
