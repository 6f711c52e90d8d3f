import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FileDifference } from './difference.ts';
import type { Objects } from './objects.ts';

/** Files whose bytes can hold an address of a document as text. Attachments and pictures carry it in their path. */
const TEXT = /\.(html|xml|txt|json)$/;
/** Pagefind's fragments: gzip around text with the document's address. */
const PACKED = /\.pf_fragment$/;

/**
 * Whether a file names one of these documents, in its path or its bytes. Every page that prints a title links to the document, and
 * every address of a document holds its id, so a file that does not hold the id holds neither title nor body.
 */
export function namesAny(objects: Objects, path: string, side: FileDifference['left'], ids: readonly string[]): boolean {
  if (!side || ids.length === 0) return false;
  const wanted = new RegExp(ids.join('|'));
  if (wanted.test(path)) return true;
  if (!TEXT.test(path) && !PACKED.test(path)) return false;
  const bytes = readFileSync(join(objects.path(side.folder), path.slice(path.lastIndexOf('/') + 1)));
  return wanted.test((PACKED.test(path) ? gunzipSync(bytes) : bytes).toString('utf8'));
}
