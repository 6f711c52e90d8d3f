import sharp from 'sharp';
import type { BlobStore } from './blobs';

/** Widths a page may ask for, in CSS pixels times density: a phone, a phone of double density or a column of text, a wide screen of double density. */
const WIDTHS = [480, 960, 1440];

export interface Rendition {
  sha256: string;
  path: string;
  mediaType: string;
  bytes: number;
  width: number;
  height: number;
}

/**
 * A picture in the sizes pages need, as WebP, turned upright, without the camera's notes (place, device).
 * @param sha256 the picture as handed in, already among the blobs
 * @throws when the bytes are no picture sharp can read
 */
export const renditionsOf = async (blobs: BlobStore, sha256: string): Promise<Rendition[]> => {
  const upright = sharp(blobs.path(sha256), { limitInputPixels: 100_000_000 }).rotate();
  const { width = 0 } = await upright.metadata();
  const widths = [...new Set([...WIDTHS.filter((wanted) => wanted < width), Math.min(width, WIDTHS.at(-1) ?? width)])];
  const renditions: Rendition[] = [];
  for (const wanted of widths) {
    const { data, info } = await upright.clone().resize({ width: wanted }).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    const kept = blobs.keepBytes(data);
    const path = `${sha256.slice(0, 16)}-${info.width}.webp`;
    renditions.push({ ...kept, path, mediaType: 'image/webp', width: info.width, height: info.height });
  }
  return renditions;
};
