import type { Core } from '@strapi/strapi';
import type { Content } from '../content/content';
import type { DraftDocument, Snapshot } from '../content/snapshot';
import { snapshotOf } from '../content/snapshot';
import type { Json } from '../decisions/canonical';
import { contentHash } from '../decisions/canonical';
import { invalid, missing } from '../errors';
import { blobs } from '../stores';
import { reading } from '../tables/reading';
import { readRevision } from '../tables/revisions';
import type { StateRow } from '../tables/state';

export const DOCUMENT = 'api::document.document';

/** The draft as Strapi holds it, with its attachments. */
export const readDraft = async (strapi: Core.Strapi, documentId: string): Promise<DraftDocument> => {
  const draft = (await strapi.documents(DOCUMENT).findOne({ documentId, status: 'draft', populate: ['attachments'] })) as DraftDocument | null;
  if (!draft) throw missing('找不到这条信息。', '它可能已被删除，请刷新列表。');
  return draft;
};

export const readSnapshot = async (strapi: Core.Strapi, documentId: string, known: Content['images'] = []): Promise<Snapshot> =>
  snapshotOf(strapi, blobs(), await readDraft(strapi, documentId), known);

/**
 * Approval is bound to the content hash, attachments included: makes sure that what lies in the draft is what was submitted.
 * @returns the submitted content
 * @throws CONTENT_CHANGED when somebody changed the draft, a file or a description in between, by whatever way
 */
export const approvedContent = async (strapi: Core.Strapi, row: StateRow): Promise<Content> => {
  const revision = row.revision === null ? null : await readRevision(await reading(strapi), row.document_id, row.revision);
  if (!revision || revision.contentHash !== row.content_hash || contentHash(revision.content) !== row.content_hash) {
    throw invalid('CONTENT_CHANGED', '送审的版本已被改动，不能继续办理。', '请退回后重新送审，并请审计员核对审计记录。');
  }
  const submitted = revision.content as unknown as Content;
  const { content } = await readSnapshot(strapi, row.document_id, submitted.images);
  if (contentHash(content as unknown as Json) !== row.content_hash) {
    throw invalid('CONTENT_CHANGED', '内容或附件在送审后被改动，原审核作废。', '请退回后重新送审。');
  }
  const lost = [...submitted.attachments, ...submitted.images.flatMap((image) => image.renditions)].find((file) => !blobs().has(file.sha256));
  if (lost) throw invalid('CONTENT_CHANGED', '送审时保存的附件不见了。', '请退回后重新送审，并检查数据目录。');
  return submitted;
};

export const asJson = (content: Content): Json => content as unknown as Json;
