import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { IN_REVIEW, STATES } from '../../../../review/server/src/decisions/states';
import type { Passage } from '../../../../review/server/src/door';
import { throughDoor } from '../../../../review/server/src/door';
import { conflict, forbidden, missing } from '../../../../review/server/src/errors';
import { readState } from '../../../../review/server/src/tables/state';
import type { StateRow } from '../../../../review/server/src/tables/state';
import type { SecrecyInput } from '../decisions/secrecy';
import { mayReviewSecrecy } from '../decisions/secrecy';

/** Writes one record, bound to the content as it stands under review. Records are never changed: a new look is a new record. */
export const keepSecrecy = async ({ trx, actor, at, audit }: Passage, row: StateRow, input: SecrecyInput): Promise<void> => {
  await trx('checks_secrecy').insert({
    id: randomUUID(),
    document_id: row.document_id,
    revision: row.revision ?? 0,
    content_hash: row.content_hash ?? '',
    by: actor.id,
    by_name: actor.name,
    at,
    ...input,
  });
  audit('secrecy-review', `document:${row.document_id}`, { ...input, revision: row.revision, contentHash: row.content_hash, title: row.title, reason: `${input.basis}${input.note ? `；${input.note}` : ''}` });
};

/** @throws when this person may not, or nothing is under review */
export const mustReviewSecrecy = (row: StateRow, actor: Actor): void => {
  const may = mayReviewSecrecy(actor, row.authors);
  if (!may.allowed) throw forbidden(may.code, may.message, may.hint);
  if (!IN_REVIEW.includes(row.state) || row.content_hash === null) {
    throw forbidden('WRONG_STATE', `这条信息现在是「${STATES[row.state]}」，不能做保密审查。`, '送审之后、发布之前才能审查。');
  }
};

/** 保密审查 as an act of its own, besides the first review. The text must be the one the person saw. */
export const reviewSecrecy = (strapi: Core.Strapi, actor: Actor, documentId: string, contentHash: string | null, input: SecrecyInput): Promise<void> =>
  throughDoor(strapi, actor, async (passage) => {
    const row = await readState(passage.trx, documentId);
    if (!row) throw missing('找不到这条信息。', '请刷新列表。');
    mustReviewSecrecy(row, actor);
    if (contentHash !== null && contentHash !== row.content_hash) throw conflict('内容已经变了。', '请刷新页面，看过最新内容后再审查。');
    await keepSecrecy(passage, row, input);
  });
