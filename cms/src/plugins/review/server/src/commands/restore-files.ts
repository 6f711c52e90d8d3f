import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import type { Content } from '../content/content';
import { blobs } from '../stores';
import { readDraft } from './draft';

interface MediaFile {
  id: number;
  url: string;
}

export interface RestoredFiles {
  /** The body with its pictures' addresses in the media library. */
  body: string;
  /** Ids of the attachments in the media library. */
  attachments: number[];
  /** Names of files of that revision that are kept nowhere any more. */
  missing: string[];
}

const PICTURE = /<img\b[^>]*\bsrc="asset:([0-9a-f]{64})"[^>]*>/g;
const UPLOADED = /\bsrc="(\/uploads\/[\w.-]+)"/g;

/** Files the draft has now, by hash: they need not be put into the media library a second time. */
const filesOfDraft = async (strapi: Core.Strapi, documentId: string) => {
  const draft = await readDraft(strapi, documentId);
  const hashOf = async (url: string): Promise<string> => {
    const path = join(strapi.dirs.static.public, decodeURIComponent(url));
    return existsSync(path) ? (await blobs().keepFile(path)).sha256 : '';
  };
  const attachments = new Map<string, number>();
  const pictures = new Map<string, string>();
  for (const { id, url } of draft.attachments ?? []) attachments.set(await hashOf(url), id);
  for (const [, url = ''] of (draft.body ?? '').matchAll(UPLOADED)) pictures.set(await hashOf(url), url);
  return { attachments, pictures };
};

/** Puts a file that was kept by its hash back into the media library. */
const putBack = async (strapi: Core.Strapi, file: { sha256: string; name: string; mediaType: string; alt: string | null }): Promise<MediaFile> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-restore-'));
  try {
    // A copy: the media library moves what it is given.
    const filepath = join(folder, 'file');
    await copyFile(blobs().path(file.sha256), filepath);
    const { size } = await stat(filepath);
    const [stored] = (await strapi.plugin('upload').service('upload').upload({
      data: { fileInfo: { name: file.name, alternativeText: file.alt } },
      files: { filepath, originalFilename: file.name, mimetype: file.mediaType, size },
    })) as MediaFile[];
    if (!stored) throw new Error(`${file.name}: was not stored`);
    return stored;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const pictureType = async (sha256: string): Promise<string> => (await sharp(blobs().path(sha256)).metadata()).format ?? 'png';

/** The files of an earlier revision, back in the media library: by the draft's own where it still has them, else from the blobs. */
export const restoreFiles = async (strapi: Core.Strapi, documentId: string, content: Content): Promise<RestoredFiles> => {
  const present = await filesOfDraft(strapi, documentId);
  const missing: string[] = [];
  const attachments: number[] = [];
  for (const { sha256, name, mediaType } of content.attachments) {
    const known = present.attachments.get(sha256);
    if (known !== undefined) attachments.push(known);
    else if (blobs().has(sha256)) attachments.push((await putBack(strapi, { sha256, name, mediaType, alt: null })).id);
    else missing.push(name);
  }
  let { body } = content;
  for (const [tag, sha256 = ''] of content.body.matchAll(PICTURE)) {
    const alt = content.images.find((image) => image.sha256 === sha256)?.alt ?? '';
    let url = present.pictures.get(sha256);
    if (!url && blobs().has(sha256)) {
      const format = await pictureType(sha256);
      url = (await putBack(strapi, { sha256, name: `${alt.slice(0, 40) || '图片'}.${format}`, mediaType: `image/${format}`, alt: alt || null })).url;
      present.pictures.set(sha256, url);
    }
    if (url) body = body.replaceAll(`src="asset:${sha256}"`, `src="${url}"`);
    else {
      missing.push(`图片：${alt}`);
      body = body.replace(tag, '');
    }
  }
  return { body, attachments, missing };
};
