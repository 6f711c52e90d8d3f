import type { Core } from '@strapi/strapi';
import { changeOwnPassword } from '../commands/change-own-password';
import { beginEnrolment, finishEnrolment } from '../commands/enrol';
import { giveCode } from '../commands/give-code';
import { daysLeft, PASSWORD_RULES } from '../decisions/password';
import { stageOfSession } from '../gate';
import { readAccount } from '../tables/accounts';
import type { AccountsContext } from './context';
import { bodyOf, personIn, sessionIn, textIn } from './context';
import { freshStage, mustBeAt } from './stage';

/** What a session may ask while it is not through; the gate lets nothing else pass. */
export const gateController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /accounts/gate: the step that is next, null when there is none. */
  async show(ctx: AccountsContext) {
    const session = sessionIn(ctx);
    const { user, actor } = await personIn(strapi, ctx);
    const account = await readAccount(strapi.db.connection, user.id);
    ctx.body = {
      stage: await stageOfSession(strapi, session),
      name: actor.name,
      email: user.email,
      rules: PASSWORD_RULES,
      expired: account ? daysLeft(account.password_changed_at, Date.now()) < 0 : false,
      told: account?.told ?? null,
    };
  },
  /** POST /accounts/gate/code {code, kind: 'code' | 'recovery'} */
  async code(ctx: AccountsContext) {
    const kind = bodyOf(ctx).kind === 'recovery' ? 'recovery' : 'code';
    await giveCode(strapi, await personIn(strapi, ctx), sessionIn(ctx), { kind, code: textIn(ctx, 'code', '验证码') });
    ctx.body = { stage: await freshStage(strapi, ctx) };
  },
  /** POST /accounts/gate/password {current, wanted} */
  async password(ctx: AccountsContext) {
    const given = { current: textIn(ctx, 'current', '现在的密码'), wanted: textIn(ctx, 'wanted', '新密码') };
    await mustBeAt(strapi, ctx, 'password');
    await changeOwnPassword(strapi, await personIn(strapi, ctx), sessionIn(ctx), given);
    ctx.body = { stage: await freshStage(strapi, ctx) };
  },
  /** POST /accounts/gate/enrolment: key and QR code of a new authenticator. */
  async enrolment(ctx: AccountsContext) {
    await mustBeAt(strapi, ctx, 'enrolment');
    ctx.body = await beginEnrolment(strapi, await personIn(strapi, ctx));
  },
  /** POST /accounts/gate/enrolment/confirm {code} → recovery codes, this once */
  async confirm(ctx: AccountsContext) {
    await mustBeAt(strapi, ctx, 'enrolment');
    const recoveryCodes = await finishEnrolment(strapi, await personIn(strapi, ctx), sessionIn(ctx), textIn(ctx, 'code', '验证码'));
    ctx.body = { recoveryCodes, stage: await freshStage(strapi, ctx) };
  },
});
