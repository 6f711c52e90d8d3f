import { extname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { tidied } from '../decisions/particulars/tidy';
import type { BlobStore } from './blobs';
import type { Content } from './content';
import { keywordsOf, summaryOf } from './content';
import { renditionsOf } from './renditions';
import { plainLine, sanitiseBody, textOf } from './sanitise';

interface UploadedFile {
  id: number;
  name: string;
  url: string;
  mime: string;
  alternativeText: string | null;
}

export interface DraftDocument {
  documentId: string;
  title: string;
  columnCode: string;
  departmentCode: string;
  body: string | null;
  summary: string | null;
  source: string | null;
  author: string | null;
  keywords: string | null;
  attachments: UploadedFile[] | null;
  issuer: string | null;
  documentNumber: string | null;
  writtenOn: string | null;
  topicClass: string | null;
  genreClass: string | null;
  audienceClass: string | null;
  validity: Content['validity'];
  disclosure: string | null;
  interprets: string[] | null;
  amends: string[] | null;
  repeals: string[] | null;
  /** As the column of the table holds it: whatever was saved. */
  particulars: unknown;
}

export interface Snapshot {
  content: Content;
  text: string;
  /** Ids of the media library's files it uses, for the guard. */
  fileIds: number[];
  /** Hashes of every file that becomes public with it. */
  files: string[];
}

const extension = (name: string): string => extname(name).slice(1).toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 8) || 'bin';

const IMAGE = /<img\b[^>]*>/g;
const attribute = (tag: string, name: string): string => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag);
  return (found?.[1] ?? '').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
};
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const ids = (value: unknown): string[] => (Array.isArray(value) ? [...new Set(value.filter((id): id is string => typeof id === 'string'))] : []);

/**
 * Takes the snapshot of a draft: sanitises, copies its files by hash, makes the sizes of its pictures.
 * @param known pictures whose sizes are already made, from the revision it is compared with
 * Slow parts (files, pictures) are done here, before the door's transaction opens.
 */
export const snapshotOf = async (
  strapi: Core.Strapi,
  blobs: BlobStore,
  draft: DraftDocument,
  known: Content["images"] = [],
): Promise<Snapshot> => {
  const renditionsFor = async (sha256: string) => known.find((image) => image.sha256 === sha256)?.renditions ?? (await renditionsOf(blobs, sha256));
  const fileOf = (url: string) => join(strapi.dirs.static.public, decodeURIComponent(url));
  const fileIds: number[] = [];
  const images = new Map<string, Content['images'][number]>();
  let body = sanitiseBody(draft.body ?? '');
  for (const tag of body.match(IMAGE) ?? []) {
    const source = attribute(tag, 'src');
    const alt = plainLine(attribute(tag, 'alt'));
    let sha256 = /^asset:([0-9a-f]{64})$/.exec(source)?.[1];
    if (!sha256) {
      const uploaded = (await strapi.db.query('plugin::upload.file').findOne({ where: { url: source } })) as UploadedFile | null;
      if (!uploaded) {
        body = body.replace(tag, '');
        continue;
      }
      fileIds.push(uploaded.id);
      sha256 = (await blobs.keepFile(fileOf(uploaded.url))).sha256;
      body = body.replaceAll(tag, `<img src="asset:${sha256}" alt="${escape(alt || plainLine(uploaded.alternativeText))}" />`);
      if (!images.has(sha256)) images.set(sha256, { sha256, alt: alt || plainLine(uploaded.alternativeText), renditions: await renditionsFor(sha256) });
    } else if (!images.has(sha256) && blobs.has(sha256)) {
      images.set(sha256, { sha256, alt, renditions: await renditionsFor(sha256) });
    }
  }
  const attachments: Content['attachments'] = [];
  for (const file of draft.attachments ?? []) {
    fileIds.push(file.id);
    const kept = await blobs.keepFile(fileOf(file.url));
    if (attachments.some((known) => known.sha256 === kept.sha256)) continue;
    attachments.push({ ...kept, name: plainLine(file.name), mediaType: file.mime, path: `${kept.sha256.slice(0, 16)}.${extension(file.name)}` });
  }
  const text = textOf(body);
  const particulars = tidied(draft.particulars);
  const content: Content = {
    title: plainLine(draft.title),
    column: draft.columnCode,
    department: draft.departmentCode,
    body,
    summary: plainLine(draft.summary) || summaryOf(text),
    source: plainLine(draft.source),
    author: plainLine(draft.author),
    keywords: keywordsOf(draft.keywords ?? ''),
    issuer: plainLine(draft.issuer),
    documentNumber: plainLine(draft.documentNumber),
    writtenOn: draft.writtenOn,
    topicClass: plainLine(draft.topicClass),
    genreClass: plainLine(draft.genreClass),
    audienceClass: plainLine(draft.audienceClass),
    validity: draft.validity,
    disclosure: plainLine(draft.disclosure),
    attachments,
    images: [...images.values()],
    relations: { interprets: ids(draft.interprets), amends: ids(draft.amends), repeals: ids(draft.repeals) },
    ...(particulars ? { particulars } : {}),
  };
  const files = [...attachments.map((file) => file.sha256), ...content.images.flatMap((image) => image.renditions.map((file) => file.sha256))];
  return { content, text, fileIds, files: [...new Set(files)] };
};
