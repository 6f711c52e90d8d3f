import type { Actor, Role } from './roles';
import { isRole, ownRoles, ROLES } from './roles';

/** Roles that may be taken over: the reviewers'. An uploader's department has other uploaders, and 三员 may not be mixed. */
export const REPRESENTED_ROLES = ['deputy-head', 'head', 'releaser'] as const satisfies readonly Role[];
const NEVER_DEPUTIES: readonly Role[] = ['system-admin', 'security-admin', 'auditor'];

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 180;

export interface DeputyRequest {
  role: string;
  from: string;
  until: string;
  reason: string;
}

type Account = Pick<Actor, 'id' | 'name'> & { roles: readonly Role[] };

/**
 * Whether `actor` may name `deputy` to act for `principal`. The absent person names the deputy; where nobody did so in time, the system
 * administrator does, with the reason on record. A deputy does not hand the role on.
 * @param now - ISO 8601 in UTC
 * @returns what is wrong, with a hint; null: nothing
 */
export const faultOfDeputy = (
  actor: Actor,
  principal: Account | null,
  deputy: Account | null,
  request: DeputyRequest,
  now: string,
): { code: 'MAY_NOT' | 'INVALID'; message: string; hint: string } | null => {
  const wrong = (message: string, hint: string) => ({ code: 'INVALID' as const, message, hint });
  const roles: readonly string[] = REPRESENTED_ROLES;
  const { role } = request;
  const isOwn = principal?.id === actor.id && ownRoles(actor).some((own) => roles.includes(own));
  if (!isOwn && !ownRoles(actor).includes('system-admin')) {
    return { code: 'MAY_NOT', message: '代理人由离岗人员本人指定，或者由系统管理员指定。', hint: '受托代理的角色不能再转托他人。' };
  }
  if (!isRole(role) || !roles.includes(role)) return wrong('这个角色不能代理。', `可以代理的有${REPRESENTED_ROLES.map((each) => ROLES[each]).join('、')}。`);
  if (!principal?.roles.includes(role)) return wrong(`离岗人员不是${ROLES[role]}。`, '请重新选择角色或人员。');
  if (!deputy) return wrong('没有这个代理人，或者账号已停用。', '请从列表中选择。');
  if (deputy.id === principal.id) return wrong('不能由本人代理本人。', '请选择另一个人。');
  if (deputy.roles.some((each) => NEVER_DEPUTIES.includes(each))) return wrong('系统、安全、审计三员不能代理审核。', '请选择审核人员。');
  if (!deputy.roles.some((each) => roles.includes(each))) return wrong('代理人须是副站长、站长或发布员。', '信息上传员起草的稿件不能由自己审核。');
  if (deputy.roles.includes(role)) return wrong(`${deputy.name}本来就是${ROLES[role]}，不需要代理。`, '请选择其他人。');
  if (request.reason.trim().length < 2) return wrong('没有写明理由。', '例如：年休假、外出学习。');
  const [from, until] = [Date.parse(request.from), Date.parse(request.until)];
  if (Number.isNaN(from) || Number.isNaN(until)) return wrong('没有写明起止时间。', '请选择日期和时间（北京时间）。');
  if (until <= from) return wrong('结束时间必须晚于开始时间。', '请重新选择。');
  if (until <= Date.parse(now)) return wrong('这段时间已经过去。', '请重新选择。');
  if (until - from > LONGEST_DAYS * DAY_MS) return wrong(`代理最长 ${LONGEST_DAYS} 天。`, '时间更长请调整角色。');
  return null;
};
