import type { Core } from '@strapi/strapi';
import { SYSTEM } from '../../../../review/server/src/actors';
import type { Json } from '../../../../review/server/src/decisions/canonical';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { throughDoor } from '../../../../review/server/src/door';
import { conflict, forbidden, invalid, missing } from '../../../../review/server/src/errors';
import { departmentExists } from '../../../../review/server/src/tables/reference';
import type { PromiseFields } from '../decisions/promises';
import { faultsOfPromise, FIRST_PROMISE } from '../decisions/promises';
import { isOffice } from '../decisions/register';
import { newId } from '../tables/ids';
import { putPromise, readPromises } from '../tables/promises';

const mustKeep = (actor: Actor): void => {
  if (!isOffice(actor)) throw forbidden('MAY_NOT', '承诺由站长、副站长或发布员维护。', '请联系他们。');
};

/** 承诺, new (`id` null) or changed. @returns its id */
export const keepPromise = async (strapi: Core.Strapi, actor: Actor, id: string | null, version: number, fields: PromiseFields): Promise<string> => {
  mustKeep(actor);
  const faults = faultsOfPromise(fields);
  if (faults.length > 0) throw invalid('INVALID', faults.join(''), '请改正后再保存。');
  return throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    const before = (await readPromises(trx)).find((known) => known.id === id) ?? null;
    if (id && !before) throw missing('找不到这条承诺。', '请刷新页面。');
    if (before && before.version !== version) throw conflict('别人刚刚改过这条承诺。', '请刷新页面后再改。');
    if (fields.department && !(await departmentExists(trx, fields.department))) throw invalid('INVALID', '没有这个部门。', '请从列表中选择。');
    const key = id ?? newId();
    await putPromise(trx, key, fields, version + 1, { name: actor.name, at });
    audit('promise-put', `promise:${key}`, { title: fields.name, before: (before && { ...before }) as Json, after: { ...fields } });
    return key;
  });
};

/** 删除承诺: what was promised stays in the audit. */
export const dropPromise = async (strapi: Core.Strapi, actor: Actor, id: string): Promise<void> => {
  mustKeep(actor);
  await throughDoor(strapi, actor, async ({ trx, audit }) => {
    const before = (await readPromises(trx)).find((known) => known.id === id);
    if (!before) throw missing('找不到这条承诺。', '请刷新页面。');
    await trx('office_promise').where({ id }).delete();
    audit('promise-drop', `promise:${id}`, { title: before.name, before: { ...before } as Json, after: null });
  });
};

const STARTED = 'promises-started';

/** The portal's own promise, once; whoever deletes it does not find it again at the next start. */
export const startPromises = async (strapi: Core.Strapi): Promise<void> => {
  if (await strapi.db.connection('office_told').where({ key: STARTED }).first('key')) return;
  await throughDoor(strapi, SYSTEM, async ({ trx, at, audit }) => {
    const id = newId();
    await trx('office_told').insert({ key: STARTED, at });
    await putPromise(trx, id, FIRST_PROMISE, 1, { name: SYSTEM.name, at });
    audit('promise-put', `promise:${id}`, { title: FIRST_PROMISE.name, before: null, after: { ...FIRST_PROMISE } });
  });
};
