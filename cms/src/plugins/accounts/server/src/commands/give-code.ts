import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { environment } from '../../../../../environment';
import type { Passage } from '../../../../review/server/src/door';
import { throughDoor } from '../../../../review/server/src/door';
import { forbidden, invalid } from '../../../../review/server/src/errors';
import { plainRecoveryCode, stepOf } from '../codes';
import { isLocked, NO_ATTEMPTS } from '../decisions/lockout';
import type { Person } from '../people';
import { whence } from '../people';
import { decrypted, recoveryHash } from '../seals';
import type { AccountRow } from '../tables/accounts';
import { attemptColumns, changeAccount, readAccount } from '../tables/accounts';
import type { SessionRow } from '../tables/sessions';
import { endSessions, markFamily } from '../tables/sessions';
import { countFailure } from './count-failure';

export interface GivenCode {
  kind: 'code' | 'recovery';
  code: string;
}

/** Takes a code of the authenticator: of the right step or one beside it, and of none that was used before. */
const takeCode = async (trx: Knex, account: AccountRow, code: string, now: number): Promise<boolean> => {
  if (!account.totp_secret) return false;
  const step = stepOf(decrypted(account.totp_secret, account.user_id), code.replace(/\s/g, ''), now);
  if (step === null || step <= Number(account.totp_last_step ?? 0)) return false;
  await changeAccount(trx, account.user_id, { totp_last_step: step });
  return true;
};

/** Takes a recovery code, which is good once. */
const takeRecovery = async (trx: Knex, account: AccountRow, code: string, at: string): Promise<boolean> => {
  const hash = recoveryHash(plainRecoveryCode(code), account.user_id);
  return (await trx('accounts_recovery').where({ user_id: account.user_id, hash }).whereNull('used_at').update({ used_at: at })) === 1;
};

/**
 * Checks a code within the door and counts a failure.
 * @returns `taken`, `wrong`, or `locked` when the account is
 */
export const tryCode = async (strapi: Core.Strapi, passage: Passage, userId: number, { kind, code }: GivenCode): Promise<'taken' | 'wrong' | 'locked'> => {
  const { trx, audit, at } = passage;
  const account = await readAccount(trx, userId);
  if (!account || isLocked({ lockedUntil: account.locked_until }, Date.parse(at))) return 'locked';
  const taken = kind === 'code' ? await takeCode(trx, account, code, Date.parse(at)) : await takeRecovery(trx, account, code, at);
  if (taken) return 'taken';
  audit('second-factor-failed', `account:${userId}`, { kind, ip: whence(strapi).ip });
  return (await countFailure(strapi, passage, userId)) ? 'locked' : 'wrong';
};

/** @throws unless the code was taken */
export const mustBeTaken = (outcome: 'taken' | 'wrong' | 'locked'): void => {
  if (outcome === 'wrong') throw invalid('WRONG_CODE', '验证码不正确，或已经用过。', '请等验证器显示下一个号码再输入；连续输错 5 次，账号会被锁定。');
  if (outcome === 'locked') throw forbidden('LOCKED', '输错次数太多，账号已锁定。', '请稍后再登录，或请安全管理员解锁。');
};

/** Lets a session through that gives its second factor; sessions before it end. The fifth wrong code ends this one and locks the account. */
export const giveCode = async (strapi: Core.Strapi, { user, actor }: Person, session: SessionRow, given: GivenCode): Promise<void> => {
  const outcome = await throughDoor(strapi, actor, async (passage) => {
    const { trx, at, audit } = passage;
    const tried = await tryCode(strapi, passage, user.id, given);
    if (tried === 'locked') await endSessions(strapi, trx, user.id, 'locked', { only: session.family });
    if (tried !== 'taken') return tried;
    await markFamily(trx, session.family, { verified_at: at });
    await changeAccount(trx, user.id, attemptColumns(NO_ATTEMPTS));
    const ended = environment().oneSession === 'required' ? await endSessions(strapi, trx, user.id, 'elsewhere', { but: session.family }) : 0;
    audit(given.kind === 'code' ? 'second-factor' : 'second-factor-recovery', `account:${user.id}`, { ip: whence(strapi).ip, ended });
    return tried;
  });
  mustBeTaken(outcome);
};
