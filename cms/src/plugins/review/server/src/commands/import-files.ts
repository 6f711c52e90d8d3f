import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ImportRow } from './import-row';

interface StoredFile {
  id: number;
  name: string;
  url: string;
  mime: string;
  alternativeText: string | null;
}

/**
 * Puts a row's files into the media library, so that a later correction finds them there.
 * @returns the body with its pictures' addresses, and the attachments
 */
export const storeFiles = async (strapi: Core.Strapi, row: ImportRow): Promise<{ body: string; attachments: StoredFile[] }> => {
  let body = row.body;
  const attachments: StoredFile[] = [];
  if (!row.files?.length) return { body, attachments };
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-import-'));
  try {
    for (const [index, file] of row.files.entries()) {
      const bytes = Buffer.from(file.base64, 'base64');
      const filepath = join(folder, String(index));
      await writeFile(filepath, bytes);
      const [stored] = (await strapi.plugin('upload').service('upload').upload({
        data: { fileInfo: { name: file.name, alternativeText: file.alt ?? null } },
        files: { filepath, originalFilename: file.name, mimetype: file.mediaType, size: bytes.length },
      })) as StoredFile[];
      if (!stored) throw new Error(`${file.name}: was not stored`);
      if (body.includes(`file:${file.ref}`)) body = body.replaceAll(`file:${file.ref}`, stored.url);
      else attachments.push(stored);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { body, attachments };
};
