import type { Core } from '@strapi/strapi';
import { throughDoor } from '../../../../review/server/src/door';
import { environment } from '../../../../../environment';
import { changeOwnPassword } from '../commands/change-own-password';
import { beginEnrolment, finishEnrolment, giveUpSecondFactor, renewRecoveryCodes } from '../commands/enrol';
import { daysLeft, PASSWORD_RULES } from '../decisions/password';
import { needsSecondFactor } from '../decisions/stage';
import { changeAccount, readAccount } from '../tables/accounts';
import { openSessions } from '../tables/sessions';
import type { AccountsContext } from './context';
import { personIn, sessionIn, textIn } from './context';

/** 安全: somebody's own account. */
export const ownController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /accounts/me */
  async show(ctx: AccountsContext) {
    const { user, actor, roles, breakGlass } = await personIn(strapi, ctx);
    const knex = strapi.db.connection;
    const account = await readAccount(knex, user.id);
    const [left] = (await knex('accounts_recovery').where({ user_id: user.id }).whereNull('used_at').count({ count: '*' })) as { count: number | string }[];
    ctx.body = {
      name: actor.name,
      email: user.email,
      password: { changedAt: account?.password_changed_at ?? null, daysLeft: account ? daysLeft(account.password_changed_at, Date.now()) : 0, rules: PASSWORD_RULES },
      secondFactor: {
        on: environment().secondFactor === 'required',
        required: needsSecondFactor(roles, breakGlass),
        enrolledAt: account?.totp_enrolled_at ?? null,
        recoveryCodesLeft: Number(left?.count ?? 0),
      },
      sessions: (await openSessions(knex, user.id)).map((row) => ({ beganAt: row.began_at, seenAt: row.seen_at, ip: row.ip, agent: row.agent, own: row.family === sessionIn(ctx).family })),
      told: account?.told ?? null,
    };
  },
  /** POST /accounts/me/password {current, wanted} */
  async password(ctx: AccountsContext) {
    const given = { current: textIn(ctx, 'current', '现在的密码'), wanted: textIn(ctx, 'wanted', '新密码') };
    await changeOwnPassword(strapi, await personIn(strapi, ctx), sessionIn(ctx), given);
    ctx.body = {};
  },
  /** POST /accounts/me/second-factor */
  async enrolment(ctx: AccountsContext) {
    ctx.body = await beginEnrolment(strapi, await personIn(strapi, ctx));
  },
  /** POST /accounts/me/second-factor/confirm {code} */
  async confirm(ctx: AccountsContext) {
    ctx.body = { recoveryCodes: await finishEnrolment(strapi, await personIn(strapi, ctx), sessionIn(ctx), textIn(ctx, 'code', '验证码')) };
  },
  /** POST /accounts/me/second-factor/off {code} */
  async giveUp(ctx: AccountsContext) {
    await giveUpSecondFactor(strapi, await personIn(strapi, ctx), textIn(ctx, 'code', '验证码'));
    ctx.body = {};
  },
  /** POST /accounts/me/recovery-codes {code} */
  async recoveryCodes(ctx: AccountsContext) {
    ctx.body = { recoveryCodes: await renewRecoveryCodes(strapi, await personIn(strapi, ctx), textIn(ctx, 'code', '验证码')) };
  },
  /** POST /accounts/me/told: the notice was read. */
  async told(ctx: AccountsContext) {
    const { user, actor } = await personIn(strapi, ctx);
    await throughDoor(strapi, actor, async ({ trx }) => changeAccount(trx, user.id, { told: null }));
    ctx.body = {};
  },
});
