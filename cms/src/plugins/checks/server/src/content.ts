import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { environment } from '../../../../environment';
import { readDraft } from '../../../review/server/src/commands/draft';
import type { Content } from '../../../review/server/src/content/content';
import { keywordsOf } from '../../../review/server/src/content/content';
import { plainLine, sanitiseBody } from '../../../review/server/src/content/sanitise';
import { tidied } from '../../../review/server/src/decisions/particulars/tidy';
import { EDITABLE } from '../../../review/server/src/decisions/states';
import { blobs } from '../../../review/server/src/stores';
import { reading } from '../../../review/server/src/tables/reading';
import { readRevision } from '../../../review/server/src/tables/revisions';
import type { StateRow } from '../../../review/server/src/tables/state';
import { readAttachment } from './attachments/read-attachment';
import { attachmentOf } from './attachments/attachment-of';
import type { Attachment, Subject } from './decisions/subject';
import { readBody } from './decisions/text/body';
import { factsFor } from './facts';

/** What of a document's content the checks read: of a draft without the sizes of its pictures, which take their time to make. */
export type CheckedContent = Omit<Content, 'images' | 'attachments'> & { attachments: { name: string; sha256: string }[] };

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []);

const UNDESCRIBED = /<img\b(?![^>]*\balt="[^"]+)[^>]*\bsrc="([^"]+)"[^>]*>/g;

/** A picture without words of its own takes those of the media library, as the snapshot does. */
const withDescriptions = async (strapi: Core.Strapi, body: string): Promise<string> => {
  let described = body;
  for (const [tag, url] of body.matchAll(UNDESCRIBED)) {
    const file = (await strapi.db.query('plugin::upload.file').findOne({ where: { url } })) as { alternativeText: string | null } | null;
    const alt = plainLine(file?.alternativeText).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
    if (alt !== '') described = described.replaceAll(tag, `<img src="${url}" alt="${alt}" />`);
  }
  return described;
};

const draftContent = async (strapi: Core.Strapi, documentId: string): Promise<CheckedContent> => {
  const draft = await readDraft(strapi, documentId);
  const attachments: CheckedContent['attachments'] = [];
  for (const file of draft.attachments ?? []) {
    const { sha256 } = await blobs().keepFile(join(strapi.dirs.static.public, decodeURIComponent(file.url)));
    if (!attachments.some((known) => known.sha256 === sha256)) attachments.push({ name: plainLine(file.name), sha256 });
  }
  const particulars = tidied(draft.particulars);
  return {
    title: plainLine(draft.title),
    column: draft.columnCode,
    department: draft.departmentCode,
    body: await withDescriptions(strapi, sanitiseBody(draft.body ?? '')),
    summary: plainLine(draft.summary),
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
    relations: { interprets: ids(draft.interprets), amends: ids(draft.amends), repeals: ids(draft.repeals) },
    ...(particulars ? { particulars } : {}),
  };
};

/** The content that is at stake: the draft while it may be edited, afterwards what was submitted. */
const contentOf = async (strapi: Core.Strapi, row: StateRow): Promise<CheckedContent> => {
  const revision = EDITABLE.includes(row.state) || row.revision === null ? null : await readRevision(await reading(strapi), row.document_id, row.revision);
  return revision ? (revision.content as unknown as CheckedContent) : draftContent(strapi, row.document_id);
};

const textCache = (): string => join(environment().dataFolder, 'cms', 'checks', 'text');

const readFile = async ({ name, sha256 }: { name: string; sha256: string }): Promise<Attachment> =>
  attachmentOf(name, sha256, await readAttachment(textCache(), blobs().path(sha256), sha256, name));

/** Puts together what the checks read of a document as it stands. Slow where attachments are new. */
export const subjectOf = async (strapi: Core.Strapi, row: StateRow): Promise<{ subject: Subject; listVersion: number }> => {
  const content = await contentOf(strapi, row);
  const body = readBody(content.body);
  const { facts, listVersion } = await factsFor(strapi, row, content, body.links);
  const attachments: Attachment[] = [];
  for (const file of content.attachments) attachments.push(await readFile(file));
  const { title, summary, source, author, keywords, issuer, documentNumber, writtenOn, validity, column, department, particulars } = content;
  return {
    listVersion,
    subject: { title, summary, source, author, keywords, issuer, documentNumber, writtenOn, validity, column, department, body, attachments, facts, ...(particulars ? { particulars } : {}) },
  };
};

