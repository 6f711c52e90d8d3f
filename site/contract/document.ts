import { z } from 'zod';
import { columnCode, day, departmentCode, documentId, instant, month, sha256 } from './codes.ts';
import { particularsSchema } from './particulars.ts';

/** A text that must say something: empty, blank, `null` and `undefined` as words are refused (they turn up in real portals' meta tags). */
const saying = z
  .string()
  .refine((text) => text.trim() !== '' && !/^(null|undefined)$/i.test(text.trim()), { error: '不能为空' });

/** One file of the release: its bytes by hash and the name it has beside its document's page. */
const fileSchema = z.object({
  sha256,
  /** File name in the document's folder (`/<column>/<month>/<id>/<path>`): the hash's first 16 digits and the extension. */
  path: z.string().regex(/^[0-9a-f]{16}(-\d+)?\.[a-z0-9]{1,8}$/),
  mediaType: z.string().min(3),
  bytes: z.int().nonnegative(),
});

/** 附件. */
export const attachmentSchema = fileSchema.extend({
  /** The name people gave it, shown and offered for saving. */
  name: saying,
});

/** A picture of the body, in the sizes pages need, widest last. In the body it stands as `<img src="asset:<sha256>">`. */
export const imageSchema = z.object({
  /** Hash of the picture as it was handed in: what `asset:` in the body names. */
  sha256,
  /** Alternative text; required by the rules for accessible sites. */
  alt: saying,
  renditions: z.array(fileSchema.extend({ width: z.int().positive(), height: z.int().positive() })).min(1),
});

/** 有效性: whether an official document is in force. */
export const validity = z.enum(['valid', 'invalid', 'repealed']);

/** 公开信息: one published item, as the change feed sends it and the replica holds it. Public content only. */
export const documentSchema = z.object({
  id: documentId,
  column: columnCode,
  month,
  title: saying,
  /** Sanitised HTML. Files are named `asset:<sha256>`; links to other documents are plain addresses. */
  body: z.string(),
  /** 内容概述, plain text. */
  summary: z.string(),
  department: departmentCode,
  /** `ContentSource`: who wrote it, or where it was taken from. */
  source: saying,
  author: z.string(),
  keywords: z.array(saying),
  /** Moment of the first release (for imports the document's own date). Null where the document has no date at all. */
  publishedAt: instant.nullable(),
  /** Moment of the newest release. */
  updatedAt: instant,

  /** 索引号; null for news. */
  indexNumber: z.string().nullable(),
  issuer: z.string(),
  documentNumber: z.string(),
  writtenOn: day.nullable(),
  topicClass: z.string(),
  genreClass: z.string(),
  audienceClass: z.string(),
  validity: validity.nullable(),
  disclosure: z.string(),

  attachments: z.array(attachmentSchema),
  images: z.array(imageSchema),
  relations: z.object({
    interprets: z.array(documentId),
    amends: z.array(documentId),
    repeals: z.array(documentId),
  }),
  /** Public record of corrections, oldest first (条例 第六条). */
  corrections: z.array(z.object({ at: instant, reason: saying })),
  /** Columns it stood in before it was moved, oldest first; their addresses lead on to the present one. */
  formerColumns: z.array(columnCode),
  /** Columns whose lists show it besides its own; its page and address stay where they are. */
  furtherColumns: z.array(columnCode).default([]),
  /** Moment it was pinned to the top of its column; null: not pinned. The end of a pin arrives as a change. */
  pinnedAt: instant.nullable(),

  /** 专项内容, by the kind of its column; null where it has none, and in everything published before there were any. */
  particulars: particularsSchema.nullable().default(null),
  /** An emergency that stands on top of the home page now. Its end arrives as a change, like that of a pin. */
  inForce: z.boolean().default(false),

  /** Number of the publication event that made this content public. */
  event: z.int().positive(),
  /** Hash of the approved content. */
  contentHash: sha256,
});

export type PublicDocument = z.output<typeof documentSchema>;
export type PublicDocumentInput = z.input<typeof documentSchema>;
export type Attachment = z.output<typeof attachmentSchema>;
export type PublicImage = z.output<typeof imageSchema>;
