import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, openSync, closeSync, fsyncSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Files by content hash (`cms/blobs/ab/<sha256>`): what is approved is these bytes, whatever happens to the media library afterwards.
 * Written beside and renamed, so that a file of that name is always whole.
 */
export interface BlobStore {
  /** Absolute path of a blob. */
  path(sha256: string): string;
  has(sha256: string): boolean;
  keepFile(file: string): Promise<{ sha256: string; bytes: number }>;
  keepBytes(bytes: Buffer): { sha256: string; bytes: number };
}

const hashFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const settle = (temporary: string, final: string): void => {
  const handle = openSync(temporary, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, final);
};

export const openBlobs = (folder: string): BlobStore => {
  const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const temporaryFor = (final: string) => {
    mkdirSync(dirname(final), { recursive: true });
    return `${final}.${randomUUID()}.part`;
  };
  return {
    path,
    has: (sha256) => existsSync(path(sha256)),
    keepFile: async (file) => {
      const sha256 = await hashFile(file);
      const final = path(sha256);
      if (!existsSync(final)) {
        const temporary = temporaryFor(final);
        copyFileSync(file, temporary);
        if ((await hashFile(temporary)) !== sha256) {
          rmSync(temporary);
          throw new Error(`${file}: changed while it was being copied`);
        }
        settle(temporary, final);
      }
      return { sha256, bytes: statSync(final).size };
    },
    keepBytes: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const final = path(sha256);
      if (!existsSync(final)) {
        const temporary = temporaryFor(final);
        writeFileSync(temporary, bytes);
        settle(temporary, final);
      }
      return { sha256, bytes: bytes.length };
    },
  };
};
