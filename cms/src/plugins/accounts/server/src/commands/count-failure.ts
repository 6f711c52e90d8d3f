import type { Core } from '@strapi/strapi';
import type { Passage } from '../../../../review/server/src/door';
import { afterFailure } from '../decisions/lockout';
import { whence } from '../people';
import { attemptColumns, attemptsOf, changeAccount, readAccount } from '../tables/accounts';

/**
 * Counts a failed password or code against an account, within the door; the fifth in a row locks it. Attempts at the second factor
 * count with the passwords, or somebody with the password could go on guessing codes.
 * @returns whether this failure locked the account
 */
export const countFailure = async (strapi: Core.Strapi, { trx, audit, at }: Passage, userId: number): Promise<boolean> => {
  const row = await readAccount(trx, userId);
  if (!row) return false;
  const { attempts, locked } = afterFailure(attemptsOf(row), Date.parse(at));
  await changeAccount(trx, userId, attemptColumns(attempts));
  if (locked) audit('account-lock', `account:${userId}`, { until: attempts.lockedUntil, locks: attempts.locks, ip: whence(strapi).ip });
  return locked;
};
