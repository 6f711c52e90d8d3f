import { strFromU8, unzipSync } from 'fflate';
import { LIMITS } from './extracted';

/** Parts of an office file by their path, as text. @throws when it is no zip or unpacks to too much */
export const unpackXml = (bytes: Uint8Array): Map<string, string> => {
  let total = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      total += originalSize;
      if (total > LIMITS.unpackedBytes) throw new Error('TOO_LARGE');
      return true;
    },
  });
  return new Map(Object.entries(files).map(([name, content]) => [name.replace(/^\//, ''), strFromU8(content)]));
};
