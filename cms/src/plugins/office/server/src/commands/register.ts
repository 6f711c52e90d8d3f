import type { Core } from '@strapi/strapi';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { shanghaiDay } from '../../../../review/server/src/decisions/calendar';
import type { Json } from '../../../../review/server/src/decisions/canonical';
import type { Passage } from '../../../../review/server/src/door';
import { throughDoor } from '../../../../review/server/src/door';
import { conflict, forbidden, invalid, missing } from '../../../../review/server/src/errors';
import { departmentExists } from '../../../../review/server/src/tables/reference';
import { datesOf } from '../decisions/deadlines';
import type { Kind, RegisterEntry, RegisterFields } from '../decisions/register';
import { faultsOf, isOffice, mayRead, mayVoid, mayWrite, registerNumber } from '../decisions/register';
import { readCalendar } from '../tables/calendar';
import { newId } from '../tables/ids';
import { addLink, insertEntry, nextNumber, readEntry, removeLink, updateEntry } from '../tables/register';

const refuseFor = (actor: Actor) =>
  actor.roles.includes('uploader')
    ? forbidden('OTHER_DEPARTMENT', '信息上传员只登记本部门的收发文。', '其他部门的收发文由该部门或站长、副站长、发布员登记。')
    : forbidden('MAY_NOT', '收发文由站长、副站长、发布员和信息上传员登记。', '请联系相应的经办人。');

const mustHoldTogether = (kind: Kind, fields: RegisterFields, at: string): void => {
  const faults = faultsOf(kind, fields, shanghaiDay(at));
  if (faults.length > 0) throw invalid('INVALID', faults.map(({ message }) => message).join(''), '请改正后再保存。', { faults });
};

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** 登记: takes the next number of the kind and year of the day. */
export const registerDocument = async (strapi: Core.Strapi, actor: Actor, kind: Kind, fields: RegisterFields): Promise<RegisterEntry> => {
  if (!mayWrite(actor, fields.department)) throw refuseFor(actor);
  return throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    mustHoldTogether(kind, fields, at);
    if (!(await departmentExists(trx, fields.department))) throw invalid('INVALID', '没有这个部门。', '请从列表中选择登记部门。');
    const year = fields.day.slice(0, 4);
    const entry: RegisterEntry = {
      ...fields,
      id: newId(),
      kind,
      year,
      number: await nextNumber(trx, kind, year),
      ...datesOf(await readCalendar(trx), { ...fields, kind }),
      signedBy: null,
      signedAt: null,
      fileNumber: null,
      filedAt: null,
      voidedAt: null,
      voidReason: null,
      version: 1,
      createdByName: actor.name,
      createdAt: at,
      changedByName: actor.name,
      changedAt: at,
      links: [],
      published: false,
    };
    await insertEntry(trx, entry);
    audit('register-create', `register:${entry.id}`, { number: registerNumber(entry), title: entry.title, after: asJson(fields) });
    return entry;
  });
};

const entryFor = async (passage: Passage, id: string, version: number): Promise<RegisterEntry> => {
  const entry = await readEntry(passage.trx, id);
  if (!entry || !mayRead(passage.actor, entry.department)) throw missing('找不到这条登记。', '请刷新列表。');
  if (!mayWrite(passage.actor, entry.department)) throw refuseFor(passage.actor);
  if (entry.version !== version) {
    throw conflict(`${entry.changedByName}刚刚改过${registerNumber(entry)}。`, '请刷新页面，看过最新内容后再办理。', { version: entry.version });
  }
  return entry;
};

interface Change {
  changes: Partial<RegisterEntry>;
  action: string;
  detail: { [key: string]: Json };
}

/** One change of an entry: found, allowed, unchanged since it was seen, written, recorded. */
const change = async (
  strapi: Core.Strapi,
  actor: Actor,
  id: string,
  version: number,
  work: (entry: RegisterEntry, passage: Passage) => Promise<Change> | Change,
): Promise<RegisterEntry> =>
  throughDoor(strapi, actor, async (passage) => {
    const entry = await entryFor(passage, id, version);
    if (entry.voidedAt) throw invalid('VOIDED', `${registerNumber(entry)}已经作废。`, '作废的登记不能再改，号码也不再使用；请重新登记。');
    const { changes, action, detail } = await work(entry, passage);
    const stamped = { ...changes, changedByName: actor.name, changedAt: passage.at };
    if (!(await updateEntry(passage.trx, entry, stamped))) throw conflict('别人刚刚改过这条登记。', '请刷新页面后再办理。');
    passage.audit(action, `register:${id}`, { number: registerNumber(entry), title: entry.title, ...detail });
    return (await readEntry(passage.trx, id)) as RegisterEntry;
  });

/** What differs, field by field, for the audit. */
const difference = (before: RegisterEntry, after: Partial<RegisterEntry>): { before: Json; after: Json } => {
  const names = (Object.keys(after) as (keyof RegisterEntry)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return {
    before: asJson(Object.fromEntries(names.map((name) => [name, before[name] ?? null]))),
    after: asJson(Object.fromEntries(names.map((name) => [name, after[name] ?? null]))),
  };
};

/** 修改登记: everything but kind, year and number. */
export const editEntry = (strapi: Core.Strapi, actor: Actor, id: string, version: number, fields: RegisterFields): Promise<RegisterEntry> =>
  change(strapi, actor, id, version, async (entry, { trx, at }) => {
    mustHoldTogether(entry.kind, fields, at);
    if (fields.day.slice(0, 4) !== entry.year) throw invalid('INVALID', `${registerNumber(entry)}的日期不能改到别的年份。`, '编号按年连续；请作废后在那一年重新登记。');
    if (fields.department !== entry.department && !isOffice(actor)) throw forbidden('MAY_NOT', '登记部门由站长、副站长或发布员更改。', '');
    if (!(await departmentExists(trx, fields.department))) throw invalid('INVALID', '没有这个部门。', '请从列表中选择登记部门。');
    if (entry.links.length > 0 && fields.secrecy !== 'none') throw invalid('SECRET_LINKED', '这条登记已关联公开信息，密级不能改为涉密。', '请先取消关联；如果公开信息涉密，请立即以泄密撤回。');
    const changes = { ...fields, ...datesOf(await readCalendar(trx), { ...fields, kind: entry.kind }) };
    return { changes, action: 'register-edit', detail: difference(entry, changes) };
  });

/** 签收. */
export const signFor = (strapi: Core.Strapi, actor: Actor, id: string, version: number, name: string): Promise<RegisterEntry> =>
  change(strapi, actor, id, version, (entry, { at }) => {
    if (entry.signedAt) throw invalid('SIGNED', `${entry.signedBy ?? ''}已经签收。`, '签收只记一次。');
    const signedBy = name || actor.name;
    return { changes: { signedBy, signedAt: at }, action: 'register-sign', detail: { signedBy } };
  });

/** 归档: put in order under a file number. */
export const putInOrder = (strapi: Core.Strapi, actor: Actor, id: string, version: number, fileNumber: string): Promise<RegisterEntry> =>
  change(strapi, actor, id, version, (entry, { at }) => {
    if (!fileNumber) throw invalid('INVALID', '请填写案卷号。', '例如 2026-XZ-012。');
    if (entry.filedAt) throw invalid('FILED', `已经归入 ${entry.fileNumber ?? ''}。`, '');
    return { changes: { fileNumber, filedAt: at }, action: 'register-file', detail: { fileNumber } };
  });

/** 作废: the entry stays, with its number and the reason. */
export const voidEntry = (strapi: Core.Strapi, actor: Actor, id: string, version: number, reason: string): Promise<RegisterEntry> =>
  change(strapi, actor, id, version, (_entry, { at }) => {
    if (!mayVoid(actor)) throw forbidden('MAY_NOT', '作废登记由站长、副站长或发布员办理。', '请联系他们。');
    if (reason.length < 2) throw invalid('REASON_REQUIRED', '作废必须写明理由。', '理由会记入登记簿和审计记录。');
    return { changes: { voidedAt: at, voidReason: reason }, action: 'register-void', detail: { reason } };
  });

/** 关联: what was published from it. Only what is not secret may be linked. */
export const linkDocument = (strapi: Core.Strapi, actor: Actor, id: string, version: number, publicId: string): Promise<RegisterEntry> =>
  change(strapi, actor, id, version, async (entry, { trx, at }) => {
    if (entry.secrecy !== 'none') throw invalid('SECRET', '只有非涉密文件可以关联公开信息。', '请核对密级；如果公开信息涉密，请立即以泄密撤回。');
    const document = (await trx('review_state').where({ public_id: publicId }).whereNotNull('live_revision').first('title')) as { title: string } | undefined;
    if (!document) throw missing('没有这条公开信息。', '只能关联已公开的信息。');
    if (entry.links.includes(publicId)) throw invalid('LINKED', '已经关联过这条公开信息。', '');
    await addLink(trx, id, publicId, { name: actor.name, at });
    return { changes: {}, action: 'register-link', detail: { publicId, document: document.title } };
  });

export const unlinkDocument = (strapi: Core.Strapi, actor: Actor, id: string, version: number, publicId: string): Promise<RegisterEntry> =>
  change(strapi, actor, id, version, async (entry, { trx }) => {
    if (!entry.links.includes(publicId)) throw missing('没有关联这条公开信息。', '请刷新页面。');
    await removeLink(trx, id, publicId);
    return { changes: {}, action: 'register-unlink', detail: { publicId } };
  });
