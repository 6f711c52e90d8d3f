import type { Role } from '../../../../review/server/src/decisions/roles';

/** 双因素: whoever approves, releases or administers gives a code besides the password; for uploaders it is their choice. */
const REQUIRED_FOR: readonly Role[] = ['deputy-head', 'head', 'releaser', 'system-admin', 'security-admin', 'auditor'];

export const needsSecondFactor = (roles: Role[], breakGlass: boolean): boolean => breakGlass || roles.some((role) => REQUIRED_FOR.includes(role));

/** What a session still lacks before it may do anything: a code, a new password, a second factor to be set up. */
export type Stage = 'code' | 'password' | 'enrolment';

export interface Standing {
  /** False where the demonstration runs without. */
  secondFactorOn: boolean;
  enrolled: boolean;
  /** This session gave its code. */
  verified: boolean;
  required: boolean;
  mustChangePassword: boolean;
}

/**
 * The next step of a session; null: it may go on. The code comes first: somebody who has only the password must not get so far as to
 * change it. A second factor is set up last, behind a password nobody else has seen.
 */
export const stageOf = ({ secondFactorOn, enrolled, verified, required, mustChangePassword }: Standing): Stage | null => {
  if (secondFactorOn && enrolled && !verified) return 'code';
  if (mustChangePassword) return 'password';
  if (secondFactorOn && required && !enrolled) return 'enrolment';
  return null;
};

export const REFUSALS: Record<Stage, { code: string; message: string; hint: string }> = {
  code: { code: 'SECOND_FACTOR_REQUIRED', message: '请先输入动态验证码。', hint: '打开手机上的验证器，输入六位数字。' },
  enrolment: { code: 'SECOND_FACTOR_REQUIRED', message: '您的角色须启用双因素登录。', hint: '请先绑定验证器。' },
  password: { code: 'PASSWORD_CHANGE_REQUIRED', message: '请先更换密码。', hint: '首次登录和密码到期时须更换。' },
};
