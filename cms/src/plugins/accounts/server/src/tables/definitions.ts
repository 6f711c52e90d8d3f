import type { TableDefinitions } from '../../../../review/server/src/tables/definitions';

/** What Strapi does not keep about accounts and sessions. Plain tables, for the same reasons as those of the review plugin. */
export const TABLES: TableDefinitions = {
  accounts_account: (t) => {
    t.integer('user_id').primary();
    t.string('password_changed_at', 30).notNullable();
    t.integer('must_change').notNullable();
    t.integer('failures').notNullable();
    t.string('failed_at', 30);
    t.integer('locks').notNullable();
    t.string('locked_until', 30);
    t.string('last_login_at', 30);
    t.string('last_login_ip', 60);
    // Encrypted (seals.ts); `pending` until a first code has proved that the person holds it.
    t.text('totp_secret');
    t.text('totp_pending');
    t.string('totp_enrolled_at', 30);
    t.bigInteger('totp_last_step');
    t.string('link_until', 30);
    t.string('told', 1000);
  },
  accounts_password: (t) => {
    t.integer('user_id').notNullable();
    t.string('set_at', 30).notNullable();
    t.string('hash', 100).notNullable();
    t.index(['user_id', 'set_at'], 'accounts_password_user_idx');
  },
  accounts_recovery: (t) => {
    t.integer('user_id').notNullable();
    t.string('hash', 64).notNullable();
    t.string('used_at', 30);
    t.primary(['user_id', 'hash']);
  },
  accounts_session: (t) => {
    t.string('session_id', 64).primary();
    // Renewing a token gives the session a new id; all ids of one login are one family.
    t.string('family', 64).notNullable();
    t.integer('user_id').notNullable();
    t.string('began_at', 30).notNullable();
    t.string('seen_at', 30).notNullable();
    t.string('verified_at', 30);
    t.string('ip', 60).notNullable();
    t.string('agent', 300).notNullable();
    t.string('ended_at', 30);
    t.string('ended_why', 20);
    t.index(['user_id', 'ended_at'], 'accounts_session_user_idx');
    t.index(['family'], 'accounts_session_family_idx');
  },
};
