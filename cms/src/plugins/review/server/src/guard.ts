import type { Core } from '@strapi/strapi';
import { createDraft } from './commands/create-draft';
import { editDraft } from './commands/edit-draft';
import { changeReference } from './commands/change-reference';
import { DOCUMENT } from './commands/draft';
import { IN_REVIEW, STATES } from './decisions/states';
import { isInside } from './door';
import { forbidden } from './errors';
import { reading } from './tables/reading';

const READS = ['findOne', 'findMany', 'findFirst', 'count'];
const REFERENCES = ['api::column.column', 'api::department.department', 'api::staff-profile.staff-profile'] as const;
export type ReferenceType = (typeof REFERENCES)[number];

const isReference = (uid: string): uid is ReferenceType => (REFERENCES as readonly string[]).includes(uid);

const NAMES: Record<string, string> = {
  publish: '发布',
  unpublish: '撤下',
  delete: '删除',
  clone: '复制',
  discardDraft: '放弃修改',
  create: '直接新建为已发布',
  update: '直接修改已发布内容',
};

const notThisWay = (action: string) =>
  forbidden('NOT_BY_THIS_DOOR', `不能这样${NAMES[action] ?? action}：公开信息须经送审、初审、终审、发布。`, '请用页面右侧「审核」面板里的按钮办理。');

/**
 * Refuses every way past the door: whatever the admin's own buttons, REST, bulk actions or a plugin ask of the document service.
 * Editing a draft and keeping the reference tables are let through here, as commands with an audit entry.
 */
export const guardDocuments = (strapi: Core.Strapi): void => {
  const guard = async ({ uid, action, params: given }: { uid: string; action: string; params: unknown }, next: () => Promise<unknown>) => {
    const params = given as { documentId?: string; status?: string; data?: Record<string, unknown> };
    if (READS.includes(action) || isInside()) return next();
    if (isReference(uid)) return changeReference(strapi, uid, action, params, next);
    if (uid !== DOCUMENT) return next();
    const publishes = params.status === 'published' || params.data?.publishedAt != null;
    if (action === 'create' && !publishes) return createDraft(strapi, params.data ?? {}, next as () => Promise<{ documentId: string }>);
    if (action === 'update' && !publishes) return editDraft(strapi, params.documentId ?? '', params.data ?? {}, next);
    throw notThisWay(action);
  };
  // Strapi types the result by action; the guard hands on whatever comes back.
  strapi.documents.use(guard as unknown as Parameters<typeof strapi.documents.use>[0]);
};

const WRITES = ['beforeCreate', 'beforeCreateMany', 'beforeUpdate', 'beforeUpdateMany', 'beforeDelete', 'beforeDeleteMany'] as const;

/**
 * The same below the document service: `strapi.db.query` and what is built on it pass no document middleware. Writes to these tables
 * are let through only inside the door.
 */
export const guardTables = (strapi: Core.Strapi): void => {
  const refuse = () => {
    if (!isInside()) throw forbidden('NOT_BY_THIS_DOOR', '这些数据只能通过审核流程改动。', '请用后台页面办理。');
  };
  strapi.db.lifecycles.subscribe({ models: [DOCUMENT, ...REFERENCES], ...Object.fromEntries(WRITES.map((write) => [write, refuse])) });
};

/** Ids of the media library's files that documents under review use. */
const filesUnderReview = async (strapi: Core.Strapi, ids: number[]): Promise<{ state: keyof typeof STATES; title: string }[]> =>
  (await reading(strapi))('review_file_use')
    .join('review_state', 'review_state.document_id', 'review_file_use.document_id')
    .whereIn('review_file_use.file_id', ids)
    .whereIn('review_state.state', [...IN_REVIEW])
    .select('review_state.state', 'review_state.title')
    .limit(1);

const mustBeFree = async (strapi: Core.Strapi, ids: number[]): Promise<void> => {
  const [use] = await filesUnderReview(strapi, ids);
  if (use) {
    throw forbidden('IN_USE', `这个文件正用于「${use.title}」（${STATES[use.state]}），不能替换、修改或删除。`, '请等审核结束，或请审核人退回后再改。');
  }
};

interface UploadService {
  replace(id: number, ...rest: unknown[]): Promise<unknown>;
  remove(file: { id: number }, ...rest: unknown[]): Promise<unknown>;
  updateFileInfo(id: number, ...rest: unknown[]): Promise<unknown>;
}

/**
 * Files of a document under review are not replaced, described anew or deleted. Upload works past the document service and touches
 * the disk before the table, so the check stands in front of its service.
 */
export const guardUploads = (strapi: Core.Strapi): void => {
  const service = strapi.plugin('upload').service('upload') as UploadService;
  const { replace, remove, updateFileInfo } = service;
  service.replace = async (id, ...rest) => {
    await mustBeFree(strapi, [Number(id)]);
    return replace.call(service, id, ...rest);
  };
  service.remove = async (file, ...rest) => {
    await mustBeFree(strapi, [Number(file.id)]);
    return remove.call(service, file, ...rest);
  };
  service.updateFileInfo = async (id, ...rest) => {
    await mustBeFree(strapi, [Number(id)]);
    return updateFileInfo.call(service, id, ...rest);
  };
};
