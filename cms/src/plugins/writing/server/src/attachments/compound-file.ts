/**
 * The container of .doc, .xls, .ppt, .wps, .et and of encrypted OOXML: [MS-CFB]. Only what the checks need: names of streams and
 * storages, and the first bytes of a stream.
 */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const END = 0xfffffffa;
const ENTRY_BYTES = 128;
const MOST_SECTORS = 2_000_000;

export interface CompoundFile {
  names: string[];
  /** Beginning of a stream that lies in ordinary sectors; null: there is none, or it is tiny. */
  head(name: string, bytes: number): Uint8Array | null;
}

export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/** Null where the file's own tables do not make sense. */
export const readCompoundFile = (bytes: Uint8Array): CompoundFile | null => {
  if (!isCompoundFile(bytes) || bytes.length < 1536) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 1 << view.getUint16(30, true);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return null;
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;
  const isInside = (sector: number): boolean => sector < END && offsetOf(sector) + sectorBytes <= bytes.length;
  const perSector = sectorBytes / 4;
  const tables: number[] = [];
  for (let index = 0; index < 109; index += 1) {
    const sector = view.getUint32(76 + index * 4, true);
    if (isInside(sector)) tables.push(sector);
  }
  for (let sector = view.getUint32(68, true), count = 0; isInside(sector) && count < MOST_SECTORS; count += 1) {
    for (let index = 0; index < perSector - 1; index += 1) {
      const table = view.getUint32(offsetOf(sector) + index * 4, true);
      if (isInside(table)) tables.push(table);
    }
    sector = view.getUint32(offsetOf(sector) + (perSector - 1) * 4, true);
    if (tables.length > MOST_SECTORS) return null;
  }
  const nextOf = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)];
    return table === undefined ? 0xffffffff : view.getUint32(offsetOf(table) + (sector % perSector) * 4, true);
  };
  /** Sectors of a chain; a chain that leads back into itself ends. */
  const chain = (first: number, most: number): number[] => {
    const sectors: number[] = [];
    const seen = new Set<number>();
    for (let sector = first; isInside(sector) && !seen.has(sector) && sectors.length < most; sector = nextOf(sector)) {
      seen.add(sector);
      sectors.push(sector);
    }
    return sectors;
  };
  const entries: { name: string; first: number; size: number }[] = [];
  for (const sector of chain(view.getUint32(48, true), 4_096)) {
    for (let at = offsetOf(sector); at < offsetOf(sector) + sectorBytes; at += ENTRY_BYTES) {
      const length = view.getUint16(at + 64, true);
      if (view.getUint8(at + 66) === 0 || length < 2 || length > 64) continue;
      let name = '';
      for (let index = 0; index < length - 2; index += 2) name += String.fromCharCode(view.getUint16(at + index, true));
      entries.push({ name, first: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
    }
  }
  if (entries.length === 0) return null;
  return {
    names: entries.map(({ name }) => name),
    head: (name, wanted) => {
      const entry = entries.find((each) => each.name === name);
      if (!entry || entry.size < 4096) return null;
      const parts = chain(entry.first, Math.ceil(wanted / sectorBytes)).map((sector) => bytes.subarray(offsetOf(sector), offsetOf(sector) + sectorBytes));
      return Buffer.concat(parts).subarray(0, wanted);
    },
  };
};
