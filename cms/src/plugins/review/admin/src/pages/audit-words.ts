import { STATES, WITHDRAWAL_KINDS } from '../../../server/src/decisions/states';
import { ACTIONS } from '../../../server/src/decisions/transitions';

/** What the audit's words are called; one for every word the server writes. */
export const AUDITED: Record<string, string> = {
  create: '起草',
  edit: '修改草稿',
  ...ACTIONS,
  restore: '恢复旧版本',
  note: '内部意见',
  import: '导入',
  live: '上线',
  verify: '核对审计链',
  'account-create': '新建账号',
  'account-activate': '启用账号',
  'account-deactivate': '停用账号',
  'account-rename': '改账号姓名',
  'account-profile': '改个人资料',
  'account-link': '发一次性链接',
  'account-lock': '锁定账号',
  'account-unlock': '解锁账号',
  'roles-change': '更改角色',
  login: '登录',
  'login-failed': '登录失败',
  logout: '退出',
  'session-revoke': '结束登录',
  'password-change': '更换密码',
  'password-refused': '更换密码未成',
  'second-factor': '双因素通过',
  'second-factor-failed': '验证码错误',
  'second-factor-recovery': '用恢复码登录',
  'second-factor-enrol': '绑定验证器',
  'second-factor-off': '解除验证器',
  'second-factor-reset': '重置双因素',
  'recovery-codes': '换恢复码',
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
  'due-fault': '到期事项没有办成',
  'name-deputy': '指定代理人',
  'revoke-deputy': '撤销代理',
  'audit-export': '导出审计记录',
  'register-create': '登记收发文',
  'register-edit': '修改登记',
  'register-sign': '签收',
  'register-file': '归档',
  'register-void': '作废登记',
  'register-link': '关联公开信息',
  'register-unlink': '取消关联',
  'deadline-move': '重算期限',
  'calendar-put': '录入工作日历',
  'promise-put': '录入承诺',
  'promise-drop': '删除承诺',
  'template-put': '保存模板',
  'template-drop': '删除模板',
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
  const { title, from, to, reason, number } = detail;
  const step = stateName(from) && stateName(to) && from !== to ? `${stateName(from)} → ${stateName(to)}` : '';
  return [[number, title].filter((part) => typeof part === 'string' && part !== '').join(' '), step, typeof reason === 'string' && reason ? `理由：${reason}` : '']
    .filter(Boolean)
    .join('；');
};

/** What the keys of an entry's detail are called; a key without a word is shown as it stands. */
const DETAIL: Record<string, string> = {
  title: '标题',
  from: '原来',
  to: '改为',
  reason: '理由',
  revision: '版本',
  contentHash: '内容指纹',
  round: '轮次',
  indexNumber: '索引号',
  correction: '是否更正',
  kind: '类别',
  until: '到期',
  since: '自何时起',
  inForceUntil: '首页显示至',
  plannedBy: '安排人',
  fields: '改动的栏目',
  number: '登记号',
  name: '名称',
  email: '账号',
  role: '角色',
  departments: '所属部门',
  entries: '记录数',
  head: '末端',
  first: '首条',
  last: '末条',
  sha256: '文件摘要',
  upTo: '事件号',
  root: '目录摘要',
  documents: '信息条数',
  setAside: '搁置',
  triggers: '触发器',
  signedBy: '签收人',
  fileNumber: '案卷号',
  publicId: '公开信息编号',
  document: '公开信息',
  year: '年份',
  source: '依据或来源',
  moved: '重算的期限数',
  days: '放假和调休',
  day: '日期',
  receivedAt: '收到时间',
  department: '部门',
  fromOrgan: '来文机关',
  toOrgan: '主送机关',
  documentNumber: '发文字号',
  copies: '份数',
  secrecy: '密级',
  urgency: '紧急程度',
  writtenOn: '成文日期',
  dueOn: '办理期限',
  relay: '转载',
  relayDueAt: '转载期限',
  disclosure: '公开属性',
  disclosureDueOn: '公开期限',
  notes: '办理情况',
  measure: '按什么算',
  amount: '数量',
  unit: '单位',
  note: '说明',
  position: '次序',
  version: '修改次数',
  column: '栏目',
  columnCode: '栏目',
  departmentCode: '部门',
  titlePattern: '标题样式',
  body: '正文',
  code: '代码',
  freshWithinDays: '更新期限（天）',
  description: '说明',
  keywords: '关键词',
  columnType: '栏目类别',
  duties: '职责',
  address: '地址',
  phone: '电话',
  officeHours: '办公时间',
  leaders: '领导',
  why: '原因',
  ip: '来自地址',
  agent: '浏览器',
  by: '由谁更换',
  ended: '结束的登录数',
  changed: '改动的项目',
  codeToCome: '还要验证码',
  locks: '第几次锁定',
  dueAt: '到期时间',
  error: '错误',
  automatic: '自动办理',
  repealedBy: '被哪条信息废止',
  missing: '缺少的文件',
  mentions: '提到的人',
  principal: '被代理人',
  deputy: '代理人',
  added: '加入的词',
  removed: '删去的词',
  result: '结论',
  basis: '依据',
  list: '词表',
  word: '词',
  key: '来源行',
  row: '行号',
  line: '行号',
};

export const detailWord = (name: string): string => DETAIL[name] ?? name;

/** Values that are words of the system's own, by their key. */
const SAID: Record<string, Record<string, string>> = {
  why: { unknown: '没有这个账号', password: '密码不对', inactive: '账号已停用', locked: '账号已锁定' },
  kind: { ...WITHDRAWAL_KINDS, code: '验证码', recovery: '恢复码' },
};

/** A value in words: states by name, yes and no, nothing as a dash. */
export const shownValue = (name: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const said = typeof value === 'string' ? SAID[name]?.[value] : undefined;
  if (said) return said;
  if (name === 'from' || name === 'to') return stateName(value) || String(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join('、') || '—';
  if (name === 'days' && Array.isArray(value)) return (value as { day: string; kind: string; name: string }[]).map(({ day, kind, name: of }) => `${day} ${of}${kind === 'work' ? '（上班）' : ''}`).join('\n');
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
};
