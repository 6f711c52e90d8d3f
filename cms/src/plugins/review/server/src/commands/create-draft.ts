import type { Core } from '@strapi/strapi';
import { currentActor } from '../actors';
import { newPublicId } from '../decisions/public-id';
import { throughDoor } from '../door';
import { invalid } from '../errors';
import { freshState, insertState } from '../tables/state';
import { cleanFields, mustBeOwn } from './fields';

/** 起草: a new draft of the actor's own department; the public id is given here and never changes. */
export const createDraft = async (
  strapi: Core.Strapi,
  data: Record<string, unknown>,
  next: () => Promise<{ documentId: string }>,
): Promise<{ documentId: string }> => {
  const actor = await currentActor(strapi);
  cleanFields(data);
  data.departmentCode ||= actor.departments[0] ?? '';
  const department = String(data.departmentCode);
  const column = String(data.columnCode ?? '');
  if (!data.title) throw invalid('INVALID', '标题没有填写。', '请填写标题后再保存。');
  await mustBeOwn(strapi, actor, department, column);
  const publicId = newPublicId();
  Object.assign(data, { publicId, indexNumber: null, reviewState: 'draft', lockVersion: 1 });
  return throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    const document = await next();
    const title = String(data.title);
    await insertState(trx, freshState({ documentId: document.documentId, publicId, title, column, department, author: actor.id, authorName: actor.name, at }));
    audit('create', `document:${document.documentId}`, { title, column, department, publicId });
    return document;
  });
};
