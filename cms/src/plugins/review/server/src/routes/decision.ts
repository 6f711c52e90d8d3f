import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import type { Content } from '../content/content';
import { baseOf } from '../decisions/base';
import { possibleActions } from '../decisions/transitions';
import { conflict, invalid, missing } from '../errors';
import { blobs } from '../stores';
import { entriesOf } from '../tables/audit';
import { marksOf } from '../tables/marks';
import { openedBy, openedKey, recordOpened } from '../tables/opened';
import type { Revision } from '../tables/revisions';
import { listRevisions, readRevision } from '../tables/revisions';
import { situationOf } from '../tables/state';
import type { AdminContext } from './panel';
import { rowFor } from './panel';

interface FileContext extends AdminContext {
  set(header: string, value: string): void;
  type: string;
}

/** The number of a revision in an address. */
const numberIn = (text: string | undefined): number | null => (text && /^\d{1,6}$/.test(text) ? Number(text) : null);

const contentOf = (revision: Revision | null): Content | null => (revision ? (revision.content as unknown as Content) : null);

const revisionOf = (detail: unknown): number | null => {
  const { revision } = (detail ?? {}) as { revision?: unknown };
  return typeof revision === 'number' ? revision : null;
};

/** The widest size of a picture is what a reviewer looks at. */
const fileOf = (content: Content, sha256: string): { sha256: string; mediaType: string; name: string | null } | null => {
  const attachment = content.attachments.find((file) => file.sha256 === sha256);
  if (attachment) return attachment;
  const rendition = content.images.find((image) => image.sha256 === sha256)?.renditions.at(-1);
  return rendition ? { sha256: rendition.sha256, mediaType: rendition.mediaType, name: null } : null;
};

/** What a reviewer decides on: the revision as it was submitted, what it is compared with, marks, and whether it was opened. */
export const decisionController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/decisions/:documentId?revision=: the submitted revision, or an earlier one. */
  async show(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const knex = strapi.db.connection;
    const revisions = await listRevisions(knex, row.document_id);
    const shown = numberIn(ctx.query.revision) ?? row.revision;
    const revision = shown === null ? null : await readRevision(knex, row.document_id, shown);
    if (shown !== null && !revision) throw missing('没有这个版本。', '请从历史版本里选择。');
    const steps = (await entriesOf(knex, `document:${row.document_id}`)).map(({ action, detail }) => ({ action, revision: revisionOf(detail) }));
    const opened = await openedBy(knex, actor.id, [row.document_id]);
    ctx.body = {
      documentId: row.document_id,
      title: row.title,
      state: row.state,
      version: row.version,
      column: row.column_code,
      department: row.department_code,
      since: row.changed_at,
      revision: shown,
      current: row.revision,
      live: row.live_revision,
      contentHash: revision?.contentHash ?? null,
      madeAt: revision?.madeAt ?? null,
      content: contentOf(revision),
      base: shown === null ? null : baseOf(shown, row.live_revision, revisions, steps),
      revisions: revisions.map(({ revision: number, kind, madeAt }) => ({ revision: number, kind, madeAt })),
      marks: shown === null ? [] : await marksOf(knex, row.document_id, shown),
      /** Whether this person could return it, and so may mark passages of the submitted revision. */
      mayMark: shown === row.revision && possibleActions(situationOf(row), actor).some(({ action }) => action === 'return'),
      opened: revision !== null && opened.has(openedKey(row.document_id, revision.revision, revision.contentHash)),
    };
  },

  /** POST /review/decisions/:documentId/opened, body {revision, contentHash}: sent once the text has been shown. */
  async opened(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const { revision: number, contentHash } = ctx.request.body;
    if (!Number.isInteger(number) || typeof contentHash !== 'string') throw invalid('INVALID', '缺少版本（revision、contentHash）。', '请刷新页面。');
    const revision = await readRevision(strapi.db.connection, row.document_id, number as number);
    if (!revision || revision.contentHash !== contentHash) throw conflict('您看到的不是这个版本。', '请刷新页面，看过最新内容。');
    await recordOpened(strapi.db.connection, {
      actorId: actor.id,
      documentId: row.document_id,
      revision: revision.revision,
      contentHash,
      at: new Date().toISOString(),
    });
    ctx.body = { opened: true };
  },

  /** GET /review/decisions/:documentId/files/:revision/:sha256: a picture or an attachment of a revision, as it was submitted. */
  async file(ctx: FileContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const content = contentOf(await readRevision(strapi.db.connection, row.document_id, numberIn(ctx.params.revision) ?? 0));
    const file = content && fileOf(content, ctx.params.sha256 ?? '');
    if (!file || !blobs().has(file.sha256)) throw missing('这个版本里没有这个文件，或文件已不在数据目录里。', '请联系系统管理员检查数据目录。');
    ctx.type = file.mediaType;
    ctx.set('content-disposition', file.name === null ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('cache-control', 'private, max-age=600');
    ctx.body = createReadStream(blobs().path(file.sha256));
  },

  /** GET /review/marks/:documentId: passages that were marked and not answered yet, for whoever revises the text. */
  async marks(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const open = (await marksOf(strapi.db.connection, row.document_id)).filter(({ resolvedAt }) => resolvedAt === null);
    ctx.body = { marks: open };
  },
});
