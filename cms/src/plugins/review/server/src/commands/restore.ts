import type { Core } from '@strapi/strapi';
import type { Content } from '../content/content';
import { summaryOf } from '../content/content';
import { textOf } from '../content/sanitise';
import type { Actor } from '../decisions/roles';
import { EDITABLE, STATES } from '../decisions/states';
import { throughDoor } from '../door';
import { conflict, forbidden, missing } from '../errors';
import { reading } from '../tables/reading';
import { readRevision } from '../tables/revisions';
import type { StateRow } from '../tables/state';
import { readState, updateState } from '../tables/state';
import type { CommandInput } from './command';
import { DOCUMENT } from './draft';
import { mustBeOwn } from './fields';
import { perform } from './perform';
import type { RestoredFiles } from './restore-files';
import { restoreFiles } from './restore-files';

interface Request {
  documentId: string;
  revision: number;
  /** Version of the state the person saw. */
  version: number;
  /** What a correction asks for; needed where restoring begins one. */
  input: CommandInput;
}

const overtaken = (row: StateRow) =>
  conflict(`${row.edited_by_name ?? '其他人'}刚刚处理过这条信息，没有恢复。`, '请刷新页面，看过最新内容后再恢复。', { version: row.version });

/** Fields of an earlier revision. 栏目 and 部门 stay as they are: they are moved by commands of their own. */
const fieldsOf = (content: Content, files: RestoredFiles): Record<string, unknown> => ({
  title: content.title,
  body: files.body,
  // A summary that was only cut from the text is left to be cut again.
  summary: content.summary === summaryOf(textOf(content.body)) ? null : content.summary,
  source: content.source,
  author: content.author,
  keywords: content.keywords.join('，'),
  attachments: files.attachments,
  issuer: content.issuer,
  documentNumber: content.documentNumber,
  writtenOn: content.writtenOn,
  topicClass: content.topicClass,
  genreClass: content.genreClass,
  audienceClass: content.audienceClass,
  validity: content.validity,
  disclosure: content.disclosure,
  ...content.relations,
  particulars: content.particulars ?? null,
});

/**
 * 恢复旧版本: an earlier revision becomes the text of the draft, by whoever may edit it. Where the document is public, a correction is
 * begun first, with its reason; nothing becomes public by restoring.
 */
export const restore = async (strapi: Core.Strapi, actor: Actor, { documentId, revision: number, version, input }: Request): Promise<{ missing: string[]; row: StateRow }> => {
  const knex = await reading(strapi);
  const seen = await readState(knex, documentId);
  if (!seen) throw missing('找不到这条信息。', '请刷新列表。');
  await mustBeOwn(strapi, actor, seen.department_code, seen.column_code);
  if (!EDITABLE.includes(seen.state) && seen.state !== 'released') {
    throw forbidden('LOCKED', `这条信息是「${STATES[seen.state]}」，不能恢复旧版本。`, '审核中的请先退回或撤回送审。');
  }
  if (seen.version !== version) throw overtaken(seen);
  const revision = await readRevision(knex, documentId, number);
  if (!revision) throw missing('没有这个版本。', '请从历史版本里选择。');
  const content = revision.content as unknown as Content;
  // Files first: what cannot be put back is known before a correction is begun.
  const files = await restoreFiles(strapi, documentId, content);
  const row = seen.state === 'released' ? await perform(strapi, actor, { documentId, action: 'correct', version, input }) : seen;
  return throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    const current = await readState(trx, documentId);
    if (!current || current.version !== row.version) throw overtaken(current ?? row);
    const data = { ...fieldsOf(content, files), reviewState: current.state, lockVersion: current.version + 1 };
    await strapi.documents(DOCUMENT).update({ documentId, data: data as never });
    await updateState(trx, current, {
      title: content.title,
      authors: [...new Set([...current.authors, actor.id])],
      edited_by_name: actor.name,
      edited_at: at,
      changed_at: at,
    });
    audit('restore', `document:${documentId}`, { title: content.title, revision: number, contentHash: revision.contentHash, missing: files.missing, ...(input.reason ? { reason: input.reason.trim() } : {}) });
    return { missing: files.missing, row: (await readState(trx, documentId)) ?? current };
  });
};
