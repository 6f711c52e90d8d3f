import { STATES } from '../../../server/src/decisions/states';
import { ACTIONS } from '../../../server/src/decisions/transitions';

/** What the audit's words are called; one for every word the server writes. */
export const AUDITED: Record<string, string> = {
  create: '起草',
  edit: '修改草稿',
  ...ACTIONS,
  import: '导入',
  live: '上线',
  verify: '核对审计链',
  'account-create': '新建账号',
  'column-create': '新建栏目',
  'column-update': '修改栏目',
  'column-delete': '删除栏目',
  'department-create': '新建部门',
  'department-update': '修改部门',
  'department-delete': '删除部门',
  'staff-create': '新建所属部门',
  'staff-update': '修改所属部门',
  'staff-delete': '删除所属部门',
  'triggers-restored': '重建审计表触发器',
  'secrecy-review': '保密审查',
  'words-change': '修改词表',
};

export const auditedLabel = (action: string): string => AUDITED[action] ?? action;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stateName = (value: unknown): string => STATES[value as keyof typeof STATES] ?? '';

/** One line of an entry's detail that people read first: the title, the step, the reason. */
export const summaryOf = (detail: unknown): string => {
  if (!isObject(detail)) return '';
  const { title, from, to, reason } = detail;
  const step = stateName(from) && stateName(to) && from !== to ? `${stateName(from)} → ${stateName(to)}` : '';
  return [typeof title === 'string' ? title : '', step, typeof reason === 'string' && reason ? `理由：${reason}` : '']
    .filter(Boolean)
    .join('；');
};
