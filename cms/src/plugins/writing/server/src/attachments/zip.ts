import { unzipSync } from 'fflate';

export interface Entry {
  name: string;
  /** Bytes it says it holds when unpacked. */
  bytes: number;
}

/** Names and sizes in a zip, read from its directory: nothing is unpacked. Null: not a zip that can be read. */
export const zipEntries = (bytes: Uint8Array): Entry[] | null => {
  const entries: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, bytes: originalSize });
        return false;
      },
    });
  } catch {
    // Any fault of the container means one thing to the caller.
    return null;
  }
  return entries;
};

/** What unpacks to more than this is a bomb, not a document: the largest reports of a city come to a tenth. */
const MOST_UNPACKED = 400 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

export const isBomb = (entries: readonly Entry[]): boolean =>
  entries.length > MOST_ENTRIES || entries.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_UNPACKED;

/** One member as text. The unpacked size is bounded by what the directory says. */
export const memberText = (bytes: Uint8Array, name: string): string | null => {
  const found = unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
  return found ? new TextDecoder().decode(found) : null;
};
