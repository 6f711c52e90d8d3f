import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { toDataURL } from 'qrcode';
import type { Passage } from '../../../../review/server/src/door';
import { throughDoor } from '../../../../review/server/src/door';
import { forbidden, invalid } from '../../../../review/server/src/errors';
import { enrolmentAddress, newRecoveryCodes, newSecret, plainRecoveryCode, stepOf } from '../codes';
import { needsSecondFactor } from '../decisions/stage';
import type { Person } from '../people';
import { decrypted, encrypted, recoveryHash } from '../seals';
import { changeAccount, readAccount } from '../tables/accounts';
import type { SessionRow } from '../tables/sessions';
import { endSessions, markFamily } from '../tables/sessions';
import { mustBeTaken, tryCode } from './give-code';

export interface Enrolment {
  /** In groups of four, to be typed where no camera is. */
  key: string;
  address: string;
  /** Picture of the address, made here: no secret is shown to a service that draws codes. */
  qr: string;
}

const mustNotBeEnrolled = async (knex: Knex, userId: number): Promise<void> => {
  if ((await readAccount(knex, userId))?.totp_enrolled_at) throw forbidden('ENROLLED', '已经绑定了验证器。', '换手机请用恢复码登录，或请安全管理员重置。');
};

/** Begins to set up an authenticator: a secret that counts once a code has proved that the person holds it. */
export const beginEnrolment = async (strapi: Core.Strapi, { user, actor }: Person): Promise<Enrolment> => {
  const secret = newSecret();
  await throughDoor(strapi, actor, async ({ trx }) => {
    await mustNotBeEnrolled(trx, user.id);
    await changeAccount(trx, user.id, { totp_pending: encrypted(secret, user.id) });
  });
  const address = enrolmentAddress(secret, user.email);
  return { key: secret.match(/.{1,4}/g)?.join(' ') ?? secret, address, qr: await toDataURL(address, { margin: 1, width: 240 }) };
};

const replaceRecoveryCodes = async ({ trx }: Passage, userId: number): Promise<string[]> => {
  const codes = newRecoveryCodes();
  await trx('accounts_recovery').where({ user_id: userId }).delete();
  await trx('accounts_recovery').insert(codes.map((code) => ({ user_id: userId, hash: recoveryHash(plainRecoveryCode(code), userId), used_at: null })));
  return codes;
};

/** Ends the setting-up with a first code. @returns the recovery codes, which are shown this once */
export const finishEnrolment = async (strapi: Core.Strapi, { user, actor }: Person, session: SessionRow, code: string): Promise<string[]> =>
  throughDoor(strapi, actor, async (passage) => {
    const { trx, at, audit } = passage;
    await mustNotBeEnrolled(trx, user.id);
    const pending = (await readAccount(trx, user.id))?.totp_pending;
    if (!pending) throw invalid('INVALID', '还没有开始绑定。', '请刷新页面，重新扫码。');
    const step = stepOf(decrypted(pending, user.id), code.replace(/\s/g, ''), Date.parse(at));
    if (step === null) throw invalid('WRONG_CODE', '验证码不正确。', '请核对手机时间是否准确，再输入验证器现在显示的号码。');
    await changeAccount(trx, user.id, { totp_secret: pending, totp_pending: null, totp_enrolled_at: at, totp_last_step: step, told: null });
    await markFamily(trx, session.family, { verified_at: at });
    await endSessions(strapi, trx, user.id, 'second-factor', { but: session.family });
    audit('second-factor-enrol', `account:${user.id}`, {});
    return replaceRecoveryCodes(passage, user.id);
  });

/** New recovery codes in the place of the old, for somebody who gives a code. */
export const renewRecoveryCodes = async (strapi: Core.Strapi, { user, actor }: Person, code: string): Promise<string[]> => {
  const { outcome, codes } = await throughDoor(strapi, actor, async (passage) => {
    const outcome = await tryCode(strapi, passage, user.id, { kind: 'code', code });
    if (outcome !== 'taken') return { outcome, codes: [] };
    passage.audit('recovery-codes', `account:${user.id}`, {});
    return { outcome, codes: await replaceRecoveryCodes(passage, user.id) };
  });
  mustBeTaken(outcome);
  return codes;
};

/** What is forgotten when a second factor goes. */
export const forgetSecondFactor = async (trx: Knex, userId: number): Promise<void> => {
  await changeAccount(trx, userId, { totp_secret: null, totp_pending: null, totp_enrolled_at: null, totp_last_step: null });
  await trx('accounts_recovery').where({ user_id: userId }).delete();
};

/** Gives up the second factor, where it is a choice, with a code. */
export const giveUpSecondFactor = async (strapi: Core.Strapi, { user, actor, roles, breakGlass }: Person, code: string): Promise<void> => {
  if (needsSecondFactor(roles, breakGlass)) throw forbidden('MAY_NOT', '您的角色必须使用双因素登录。', '换手机请联系安全管理员重置。');
  const outcome = await throughDoor(strapi, actor, async (passage) => {
    const tried = await tryCode(strapi, passage, user.id, { kind: 'code', code });
    if (tried !== 'taken') return tried;
    await forgetSecondFactor(passage.trx, user.id);
    passage.audit('second-factor-off', `account:${user.id}`, {});
    return tried;
  });
  mustBeTaken(outcome);
};
