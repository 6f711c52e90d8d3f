import type { Actor } from '../../../../review/server/src/decisions/roles';
import type { Day } from './calendar';

/** 收发文登记: what comes in and goes out is numbered, signed for, counted and put in order (seed: "Management"). */
export const KINDS = { in: '收文', out: '发文' } as const;
export type Kind = keyof typeof KINDS;

/**
 * 密级. State secrets may not be kept in a system that is not built for them (保守国家秘密法), and this one is not: of the last three
 * only number, organs and copies are registered here, the rest in the register of the confidential office.
 */
export const SECRECY = { none: '非涉密', internal: '工作秘密（内部）', confidential: '秘密', secret: '机密', 'top-secret': '绝密' } as const;
export type Secrecy = keyof typeof SECRECY;
export const STATE_SECRETS: readonly Secrecy[] = ['confidential', 'secret', 'top-secret'];
export const SECRET_TITLE = '（涉密文件，标题不录入本系统）';

/** 紧急程度, the words of 《党政机关公文处理工作条例》第九条. */
export const URGENCY = { normal: '平件', urgent: '加急', 'most-urgent': '特急' } as const;
export type Urgency = keyof typeof URGENCY;

export const RELAY = { 'state-council': '国务院信息', province: '省政府信息' } as const;
export type Relay = keyof typeof RELAY;

export const DISCLOSURE = { open: '主动公开', 'on-request': '依申请公开', closed: '不予公开' } as const;
export type Disclosure = keyof typeof DISCLOSURE;

/** What a person fills in. */
export interface RegisterFields {
  /** Day of receipt or of sending. */
  day: Day;
  /** Instant of receipt; hours are counted from it. */
  receivedAt: string | null;
  department: string;
  fromOrgan: string;
  toOrgan: string;
  documentNumber: string;
  title: string;
  copies: number;
  secrecy: Secrecy;
  urgency: Urgency;
  writtenOn: Day | null;
  dueOn: Day | null;
  relay: Relay | null;
  disclosure: Disclosure | null;
  notes: string;
}

export interface RegisterEntry extends RegisterFields {
  id: string;
  kind: Kind;
  year: string;
  number: number;
  relayDueAt: string | null;
  disclosureDueOn: Day | null;
  signedBy: string | null;
  signedAt: string | null;
  fileNumber: string | null;
  filedAt: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  version: number;
  createdByName: string;
  createdAt: string;
  changedByName: string;
  changedAt: string;
  /** Public ids of what was published from it. */
  links: string[];
  /** Whether one of them is public now. */
  published: boolean;
}

/** `收文〔2026〕12号`: how people call an entry. */
export const registerNumber = ({ kind, year, number }: Pick<RegisterEntry, 'kind' | 'year' | 'number'>): string => `${KINDS[kind]}〔${year}〕${number}号`;

const OFFICE: readonly string[] = ['releaser', 'deputy-head', 'head'];

/** The head's office keeps the whole register. */
export const isOffice = (actor: Actor): boolean => actor.roles.some((role) => OFFICE.includes(role));

/** Who sees an entry of this department. */
export const mayRead = (actor: Actor, department: string): boolean =>
  isOffice(actor) || actor.roles.includes('auditor') || (actor.roles.includes('uploader') && actor.departments.includes(department));

/** Who registers, changes, signs for and puts in order. */
export const mayWrite = (actor: Actor, department: string): boolean =>
  isOffice(actor) || (actor.roles.includes('uploader') && actor.departments.includes(department));

/** Voiding takes a number out of use for good: the head's office only. */
export const mayVoid = (actor: Actor): boolean => isOffice(actor);

/** Departments whose entries a person sees; null: all of them. */
export const departmentsSeen = (actor: Actor): string[] | null => (isOffice(actor) || actor.roles.includes('auditor') ? null : actor.departments);

const MOST_COPIES = 100_000;

/** What is wrong with the fields, one sentence each, in the order of the form. */
export const faultsOf = (kind: Kind, fields: RegisterFields, today: Day): { field: keyof RegisterFields; message: string }[] => {
  const faults: { field: keyof RegisterFields; message: string }[] = [];
  const fault = (field: keyof RegisterFields, message: string) => void faults.push({ field, message });
  const secret = STATE_SECRETS.includes(fields.secrecy);
  if (!fields.day) fault('day', kind === 'in' ? '请填写收文日期。' : '请填写发文日期。');
  else if (fields.day > today) fault('day', `${kind === 'in' ? '收文' : '发文'}日期不能晚于今天。`);
  if (!fields.department) fault('department', '请选择登记部门。');
  if (kind === 'in' && !fields.fromOrgan) fault('fromOrgan', '请填写来文机关。');
  if (kind === 'out' && !fields.toOrgan) fault('toOrgan', '请填写主送机关。');
  if (!secret && !fields.title) fault('title', '请填写标题。');
  if (secret && fields.title !== SECRET_TITLE) fault('title', '本系统不是涉密系统：涉密文件的标题不得录入，请清空。');
  if (secret && (fields.documentNumber || fields.notes)) fault('documentNumber', '本系统不是涉密系统：涉密文件的文号和办理情况不得录入，请清空。');
  if (secret && (fields.relay || fields.disclosure === 'open')) fault('secrecy', '涉密文件不能转载或主动公开。');
  if (!Number.isInteger(fields.copies) || fields.copies < 1 || fields.copies > MOST_COPIES) fault('copies', '份数应为 1 以上的整数。');
  if (fields.writtenOn && fields.writtenOn > fields.day) fault('writtenOn', '成文日期不能晚于收发日期。');
  if (fields.dueOn && fields.dueOn < fields.day) fault('dueOn', '办理期限不能早于收发日期。');
  if (fields.relay && kind === 'out') fault('relay', '只有收文才有转载时限。');
  if (fields.relay && !fields.receivedAt) fault('receivedAt', '需转载的文件请写明收到的时间（到分钟）：24 小时从这时算起。');
  if (fields.disclosure === 'open' && kind === 'out' && !fields.writtenOn) fault('writtenOn', '主动公开的发文请填写成文日期：20 个工作日从这天算起。');
  return faults;
};
