import { Encoder, decode } from 'cbor-x';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { SearchError } from './errors.ts';
import { LANGUAGE } from './record.ts';

/** Stands in front of the unpacked content of each of Pagefind's files. */
const HEAD = 'pagefind_dcd';
/** As many digits in each name of a bundle, so that names compare as their numbers do. */
const DIGITS = 6;
/** Bytes that stand before the numbers of one bundle's fragments: the search tells documents of several bundles apart by these names. */
const OWN_BYTES = 4;

/** What an instance reads before it can answer anything (`.pf_meta`); what stands behind these parts is kept as it is. */
type Meta = [version: string, pages: [fragment: string, ...unknown[]][], pieces: [from: string, to: string, file: string][], ...unknown[]];

const encoder = new Encoder({ useRecords: false });

/**
 * Names the fragments of a staged bundle and the pieces of its index by number instead of by hash. Every search begins with the list of
 * these names; counted up they pack into half the bytes. Fragments are numbered by their place in `addresses`, so that the order of names
 * is that order.
 *
 * @param addresses - of pages; a page that is not among them keeps its name
 * @returns names of the fragments (without `.pf_fragment`), by address
 * @throws SearchError `SEARCH_INDEXER_FAILED`
 */
export function numberFiles(folder: string, addresses: string[]): Map<string, string> {
  const list = readdirSync(folder).find((name) => name.endsWith('.pf_meta'));
  if (!list) throw new SearchError('SEARCH_INDEXER_FAILED', 'Pagefind wrote no list of contents');
  const file = join(folder, list);
  const meta = decode(unpack(file)) as Meta;
  const places = new Map(addresses.map((address, place) => [address, place]));
  const own = randomBytes(OWN_BYTES).toString('hex');
  const byAddress = new Map<string, string>();
  for (const page of meta[1]) {
    const { url } = JSON.parse(unpack(fragmentFile(folder, page[0])).toString('utf8')) as { url: string };
    const place = places.get(url);
    const name = place === undefined ? page[0] : named(own, place);
    renameSync(fragmentFile(folder, page[0]), fragmentFile(folder, name));
    byAddress.set(url, name);
    page[0] = name;
  }
  for (const [place, piece] of meta[2].entries()) {
    const name = named('', place);
    renameSync(pieceFile(folder, piece[2]), pieceFile(folder, name));
    piece[2] = name;
  }
  writeFileSync(file, gzipSync(Buffer.concat([Buffer.from(HEAD), encoder.encode(meta)]), { level: 9 }));
  return byAddress;
}

/** The content of one of Pagefind's files. */
const unpack = (path: string): Buffer => gunzipSync(readFileSync(path)).subarray(HEAD.length);

const named = (own: string, place: number): string => `${LANGUAGE}_${own}${String(place).padStart(DIGITS, '0')}`;

const fragmentFile = (folder: string, name: string): string => join(folder, 'fragment', `${name}.pf_fragment`);

const pieceFile = (folder: string, name: string): string => join(folder, 'index', `${name}.pf_index`);
