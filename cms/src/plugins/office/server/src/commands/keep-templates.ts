import type { Core } from '@strapi/strapi';
import { plainLine, sanitiseBody } from '../../../../review/server/src/content/sanitise';
import type { Json } from '../../../../review/server/src/decisions/canonical';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { throughDoor } from '../../../../review/server/src/door';
import { conflict, forbidden, invalid, missing } from '../../../../review/server/src/errors';
import { columnKind } from '../../../../review/server/src/tables/reference';
import { isOffice } from '../decisions/register';
import { newId } from '../tables/ids';
import type { Template } from '../tables/templates';
import { putTemplate, readTemplate } from '../tables/templates';

const mustKeep = (actor: Actor): void => {
  if (!isOffice(actor)) throw forbidden('MAY_NOT', '文稿模板由站长、副站长或发布员维护。', '信息上传员可以使用模板。');
};

/** 文稿模板, new (`id` null) or changed; its body passes the same sanitiser as a document's. @returns its id */
export const keepTemplate = async (strapi: Core.Strapi, actor: Actor, id: string | null, given: Omit<Template, 'id'>): Promise<string> => {
  mustKeep(actor);
  const fields = { name: plainLine(given.name), column: given.column, titlePattern: plainLine(given.titlePattern), body: sanitiseBody(given.body) };
  if (!fields.name) throw invalid('INVALID', '请填写模板名称。', '');
  if (!fields.titlePattern && !fields.body) throw invalid('INVALID', '标题样式和正文不能都是空的。', '');
  return throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    const before = id ? await readTemplate(trx, id) : null;
    if (id && !before) throw missing('找不到这个模板。', '请刷新页面。');
    if (before && before.version !== given.version) throw conflict('别人刚刚改过这个模板。', '请刷新页面后再改。');
    if (fields.column && !(await columnKind(trx, fields.column))) throw invalid('INVALID', '没有这个栏目。', '请从列表中选择。');
    const template = { ...fields, id: id ?? newId(), version: (before?.version ?? 0) + 1 };
    await putTemplate(trx, template, { name: actor.name, at });
    audit('template-put', `template:${template.id}`, { title: template.name, before: (before && { ...before }) as Json, after: { ...fields } });
    return template.id;
  });
};

export const dropTemplate = async (strapi: Core.Strapi, actor: Actor, id: string): Promise<void> => {
  mustKeep(actor);
  await throughDoor(strapi, actor, async ({ trx, audit }) => {
    const before = await readTemplate(trx, id);
    if (!before) throw missing('找不到这个模板。', '请刷新页面。');
    await trx('office_template').where({ id }).delete();
    audit('template-drop', `template:${id}`, { title: before.name, before: { ...before } as Json, after: null });
  });
};
