import { approvedText, documentSchema, type Change, type PublicDocument } from '@gongkai/site/contract';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { makeAttachment, MEDIA_TYPES } from '../attachments.ts';
import { columns } from '../columns.ts';
import { departments } from '../departments.ts';
import { documents } from '../documents.ts';
import { makePicture } from '../pictures.ts';
import type { DemonstrationDocument } from '../types.ts';
import { MOVED, withdrawals } from './went-away.ts';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
/** A present that never moves: pages of a test are the same bytes every day. */
const AT = '2026-11-27T04:00:00.000Z';

/** Public id of a document of the demonstration, where no CMS gives one: from its key, so that it stays. */
export const idOfKey = (key: string): string =>
  [...createHash('sha256').update(key).digest().subarray(0, 10)].map((byte) => CROCKFORD[byte % 32]).join('');

export interface PublicDemonstration {
  /** As the change feed would send them: columns, departments, documents, and what was withdrawn. */
  changes: Change[];
  /** Bytes of attachments and pictures by hash. */
  blobs: Map<string, Buffer>;
}

/**
 * The demonstration's published documents in the form of the contract, made without the CMS: for tests of pages and for people who
 * look at pages. Sanitising, 索引号 and sizes of pictures are the CMS's; here bodies are taken as written and pictures have one size.
 */
export const publicDemonstration = async (): Promise<PublicDemonstration> => {
  const blobs = new Map<string, Buffer>();
  const changes: Change[] = [];
  let seq = 0;
  const next = () => ({ seq: (seq += 1), at: AT });
  for (const column of columns) changes.push({ ...next(), type: 'column.put', column });
  for (const department of departments) changes.push({ ...next(), type: 'department.put', department });
  const numbers = new Map<string, number>();
  const kinds = new Map(columns.map(({ code, kind }) => [code, kind]));
  for (const each of documents) {
    const numbered = next();
    const document = await publicDocument(each, numbered.seq, blobs, () => {
      if (kinds.get(each.column) === 'news') return null;
      const series = `${each.department.toUpperCase()}-${each.publishedAt.slice(0, 4)}`;
      numbers.set(series, (numbers.get(series) ?? 0) + 1);
      return `${series}-${String(numbers.get(series)).padStart(5, '0')}`;
    });
    changes.push({ ...numbered, type: 'document.put', id: document.id, document });
  }
  changes.push(...withdrawals(next));
  return { changes, blobs };
};

const keep = (blobs: Map<string, Buffer>, bytes: Buffer): string => {
  const hash = sha256(bytes);
  blobs.set(hash, bytes);
  return hash;
};

const publicDocument = async (
  each: DemonstrationDocument,
  event: number,
  blobs: Map<string, Buffer>,
  indexNumber: () => string | null,
): Promise<PublicDocument> => {
  let { body } = each;
  const images: PublicDocument['images'] = [];
  for (const { picture, alt } of each.images ?? []) {
    const drawn = await makePicture(picture);
    const hash = sha256(drawn);
    const { data, info } = await sharp(drawn).resize({ width: 960 }).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    body = body.replaceAll(`src="picture:${picture}"`, `src="asset:${hash}"`);
    images.push({
      sha256: hash,
      alt,
      renditions: [
        { sha256: keep(blobs, data), path: `${hash.slice(0, 16)}-${info.width}.webp`, mediaType: 'image/webp', bytes: data.length, width: info.width, height: info.height },
      ],
    });
  }
  const attachments = (each.attachments ?? []).map((attachment) => {
    const bytes = makeAttachment(attachment);
    const hash = keep(blobs, bytes);
    return { sha256: hash, path: `${hash.slice(0, 16)}.${attachment.make}`, mediaType: MEDIA_TYPES[attachment.make], bytes: bytes.length, name: attachment.name };
  });
  const local = new Date(Date.parse(each.publishedAt) + 8 * 3600_000);
  const ids = (keys: string[] | undefined): string[] => (keys ?? []).map(idOfKey);
  const document = documentSchema.parse({
    id: idOfKey(each.key),
    column: each.column,
    month: `${local.getUTCFullYear()}${String(local.getUTCMonth() + 1).padStart(2, '0')}`,
    title: each.title,
    body,
    summary: each.summary,
    department: each.department,
    source: each.source,
    author: each.author,
    keywords: each.keywords,
    publishedAt: each.publishedAt,
    updatedAt: each.corrections?.at(-1)?.at ?? each.publishedAt,
    indexNumber: indexNumber(),
    issuer: each.issuer ?? '',
    documentNumber: each.documentNumber ?? '',
    writtenOn: each.writtenOn ?? null,
    topicClass: each.topicClass ?? '',
    genreClass: each.genreClass ?? '',
    audienceClass: each.audienceClass ?? '',
    validity: each.validity ?? null,
    disclosure: each.disclosure,
    attachments,
    images,
    relations: { interprets: ids(each.relations?.interprets), amends: ids(each.relations?.amends), repeals: ids(each.relations?.repeals) },
    corrections: each.corrections ?? [],
    formerColumns: MOVED[each.key] ?? [],
    furtherColumns: [],
    pinnedAt: each.pinned ? AT : null,
    particulars: each.particulars ?? null,
    inForce: each.particulars?.type === 'emergency' && (each.particulars.until === null || each.particulars.until > AT),
    event,
    contentHash: sha256(''),
  });
  return { ...document, contentHash: sha256(approvedText(document)) };
};
