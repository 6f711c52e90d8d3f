import { join } from 'node:path';
import { environment } from '../../../../environment';
import type { BlobStore } from './content/blobs';
import { openBlobs } from './content/blobs';

let opened: BlobStore | undefined;

/** Files by content hash, in the data folder. */
export const blobs = (): BlobStore => (opened ??= openBlobs(join(environment().dataFolder, 'cms', 'blobs')));

/** Where the heads of the audit chain are kept outside the database. */
export const anchorFile = (): string => join(environment().dataFolder, 'cms', 'audit', 'head.ndjson');
