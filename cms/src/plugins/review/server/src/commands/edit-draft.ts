import type { Core } from '@strapi/strapi';
import { currentActor } from '../actors';
import { EDITABLE, STATES } from '../decisions/states';
import { throughDoor } from '../door';
import { conflict, forbidden, invalid, missing } from '../errors';
import type { StateRow } from '../tables/state';
import { readState, updateState } from '../tables/state';
import { reading } from '../tables/reading';
import { cleanFields, mustBeOwn } from './fields';

const overtaken = (row: StateRow) =>
  conflict(
    `${row.edited_by_name ?? '其他人'}在您打开之后保存过这条信息，您的修改没有保存。`,
    '请先复制您改动的文字，刷新页面后再改。',
    { version: row.version },
  );

/** 修改草稿: in the states in which nobody has approved anything, by uploaders of the department, one after another. */
export const editDraft = async <T>(strapi: Core.Strapi, documentId: string, data: Record<string, unknown>, next: () => Promise<T>): Promise<T> => {
  const actor = await currentActor(strapi);
  const seen = data.lockVersion;
  const row = await readState(await reading(strapi), documentId);
  if (!row) throw missing('找不到这条信息。', '请刷新列表。');
  cleanFields(data);
  const department = String(data.departmentCode ?? row.department_code);
  const column = String(data.columnCode ?? row.column_code);
  if (!actor.roles.includes('uploader')) await mustBeOwn(strapi, actor, row.department_code, column);
  if (!EDITABLE.includes(row.state)) {
    throw forbidden('LOCKED', `这条信息是「${STATES[row.state]}」，不能直接修改。`, '审核中的请先退回或撤回送审；已发布的请用「更正」开始新一轮。');
  }
  await mustBeOwn(strapi, actor, row.department_code, column);
  if (department !== row.department_code) await mustBeOwn(strapi, actor, department, column);
  if (row.live_revision !== null && (column !== row.column_code || department !== row.department_code)) {
    throw forbidden('LOCKED', '已公开的信息不能在修改时换栏目或部门。', '换栏目请由站长用「移动栏目」办理，网址会保留转向。');
  }
  if (data.title === '') throw invalid('INVALID', '标题没有填写。', '请填写标题后再保存。');
  if (Number(seen) !== row.version) throw overtaken(row);
  return throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    const current = await readState(trx, documentId);
    if (!current || current.version !== row.version) throw overtaken(current ?? row);
    Object.assign(data, { reviewState: row.state, lockVersion: row.version + 1 });
    const saved = await next();
    const title = typeof data.title === 'string' ? data.title : row.title;
    await updateState(trx, current, {
      title,
      column_code: column,
      department_code: department,
      authors: [...new Set([...current.authors, actor.id])],
      edited_by_name: actor.name,
      edited_at: at,
      changed_at: at,
    });
    audit('edit', `document:${documentId}`, { title, fields: Object.keys(data).sort() });
    return saved;
  });
};
