import type { Core } from '@strapi/strapi';
import { currentActor } from '../actors';
import type { Json } from '../decisions/canonical';
import { throughDoor } from '../door';
import { forbidden, invalid, missing } from '../errors';
import { reading } from '../tables/reading';
import type { ReferenceType } from '../guard';

const RESERVED = ['xxgk', 'bm', 'zt', 'hd', 'fw', 'tj', 'gy', 'search', 'intake'];

const ABOUT: Record<ReferenceType, { object: string; label: string; used: string | null; public: boolean }> = {
  'api::column.column': { object: 'column', label: '栏目', used: 'column_code', public: true },
  'api::department.department': { object: 'department', label: '部门', used: 'department_code', public: true },
  'api::staff-profile.staff-profile': { object: 'staff', label: '所属部门', used: null, public: false },
};

type Params = { documentId?: string; data?: Record<string, unknown> };

const codeOf = (row: Record<string, unknown>): string => String(row.code ?? row.email ?? '');

/** The rules a reference row must keep: codes are parts of addresses and of 索引号 and so never change. */
const check = (uid: ReferenceType, data: Record<string, unknown>, before: Record<string, unknown> | null): void => {
  if (uid === 'api::staff-profile.staff-profile') {
    if (typeof data.email === 'string') data.email = data.email.toLowerCase();
    const list = data.departments;
    const well = list === undefined || (Array.isArray(list) && list.every((code) => typeof code === 'string'));
    if (!well) throw invalid('INVALID', '所属部门应是部门代码的列表，例如 ["szf","fgw"]。', '代码见「部门」列表。');
    return;
  }
  if (before && data.code !== undefined && data.code !== before.code) {
    throw invalid('INVALID', '代码是网址的一部分，启用后不能更改。', '可以改名称；确要换代码请新建后移动信息。');
  }
  if (!before && uid === 'api::column.column' && RESERVED.includes(String(data.code))) {
    throw invalid('INVALID', `「${String(data.code)}」是网站保留的地址，不能用作栏目代码。`, '请换一个代码。');
  }
};

/** A change of 栏目, 部门 or the staff's departments: audited, and announced where it shows in public. */
export const changeReference = async (strapi: Core.Strapi, uid: ReferenceType, action: string, params: Params, next: () => Promise<unknown>): Promise<unknown> => {
  const about = ABOUT[uid];
  if (!['create', 'update', 'delete'].includes(action)) {
    throw forbidden('NOT_BY_THIS_DOOR', `${about.label}不能这样办理。`, '请逐条新建或修改。');
  }
  const actor = await currentActor(strapi);
  if (!actor.roles.includes('system-admin')) throw forbidden('MAY_NOT', `${about.label}由系统管理员维护。`, '请联系系统管理员。');
  const before = params.documentId ? ((await strapi.documents(uid).findOne({ documentId: params.documentId })) as Record<string, unknown> | null) : null;
  if (action !== 'create' && !before) throw missing(`找不到这个${about.label}。`, '请刷新列表。');
  if (action !== 'delete') check(uid, params.data ?? {}, before);
  const code = codeOf({ ...(before ?? {}), ...(action === 'delete' ? {} : (params.data ?? {})) });
  if (action === 'delete' && about.used) await mustBeUnused(strapi, about.label, about.used, code);
  return throughDoor(strapi, actor, async ({ audit, announce }) => {
    const result = await next();
    const detail = JSON.parse(JSON.stringify({ before, after: action === 'delete' ? null : params.data })) as { [key: string]: Json };
    audit(`${about.object}-${action}`, `${about.object}:${code}`, detail);
    if (about.public) {
      const type = `${about.object as 'column' | 'department'}.${action === 'delete' ? 'removed' : 'changed'}` as const;
      announce({ type, object: `${about.object}:${code}` });
    }
    return result;
  });
};

const mustBeUnused = async (strapi: Core.Strapi, label: string, column: string, code: string): Promise<void> => {
  const used = await (await reading(strapi))('review_state').where({ [column]: code }).whereNot({ state: 'discarded' }).first('document_id');
  if (used) throw forbidden('IN_USE', `这个${label}下还有信息，不能删除。`, '请先把信息移走或撤回。');
};
