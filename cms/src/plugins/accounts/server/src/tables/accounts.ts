import type { Knex } from 'knex';
import type { Attempts } from '../decisions/lockout';

/** What is kept of an account beside Strapi's own row. */
export interface AccountRow {
  user_id: number;
  password_changed_at: string;
  must_change: number;
  failures: number;
  failed_at: string | null;
  locks: number;
  locked_until: string | null;
  last_login_at: string | null;
  last_login_ip: string | null;
  totp_secret: string | null;
  totp_pending: string | null;
  totp_enrolled_at: string | null;
  totp_last_step: number | string | null;
  link_until: string | null;
  /** What the owner is to be told at the next login, such as a reset of the second factor. */
  told: string | null;
}

const TABLE = 'accounts_account';

export const readAccount = async (knex: Knex, userId: number): Promise<AccountRow | undefined> => (await knex(TABLE).where({ user_id: userId }).first()) as AccountRow | undefined;

export const changeAccount = async (knex: Knex, userId: number, changes: Partial<AccountRow>): Promise<void> => {
  await knex(TABLE).where({ user_id: userId }).update(changes);
};

/** Writes what we keep of a new account. @param mustChange whether the first login changes the password */
export const beginAccount = async (knex: Knex, userId: number, at: string, mustChange: boolean): Promise<void> => {
  await knex(TABLE)
    .insert({ user_id: userId, password_changed_at: at, must_change: mustChange ? 1 : 0, failures: 0, locks: 0 })
    .onConflict('user_id')
    .ignore();
};

/** Accounts from before this plugin keep their password until it is 90 days old, counted from now. */
export const beginMissingAccounts = async (knex: Knex, at: string): Promise<void> => {
  const missing = (await knex('admin_users').leftJoin(TABLE, `${TABLE}.user_id`, 'admin_users.id').whereNull(`${TABLE}.user_id`).select('admin_users.id')) as { id: number }[];
  for (const { id } of missing) await beginAccount(knex, id, at, false);
};

export const attemptsOf = (row: AccountRow): Attempts => ({ failures: row.failures, failedAt: row.failed_at, locks: row.locks, lockedUntil: row.locked_until });

export const attemptColumns = ({ failures, failedAt, locks, lockedUntil }: Attempts): Partial<AccountRow> => ({
  failures,
  failed_at: failedAt,
  locks,
  locked_until: lockedUntil,
});

/** Hashes of the newest passwords, the present one first. */
export const earlierPasswords = async (knex: Knex, userId: number, count: number): Promise<string[]> =>
  ((await knex('accounts_password').where({ user_id: userId }).orderBy('set_at', 'desc').limit(count).select('hash')) as { hash: string }[]).map(({ hash }) => hash);

/** Remembers a password's hash; those beyond `keep` are forgotten. */
export const rememberPassword = async (trx: Knex, userId: number, hash: string, at: string, keep: number): Promise<void> => {
  await trx('accounts_password').insert({ user_id: userId, set_at: at, hash });
  const kept = (await trx('accounts_password').where({ user_id: userId }).orderBy('set_at', 'desc').limit(keep).select('set_at')) as { set_at: string }[];
  const oldest = kept.at(-1)?.set_at;
  if (oldest) await trx('accounts_password').where({ user_id: userId }).where('set_at', '<', oldest).delete();
};
