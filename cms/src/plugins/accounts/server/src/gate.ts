import type { Core } from '@strapi/strapi';
import { environment } from '../../../../environment';
import type { Role } from '../../../review/server/src/decisions/roles';
import { isRole } from '../../../review/server/src/decisions/roles';
import { ROLE_PREFIX } from '../../../review/server/src/actors';
import { throughDoor } from '../../../review/server/src/door';
import { forbidden, Refusal } from '../../../review/server/src/errors';
import { mustBeFit } from './commands/set-password';
import { daysLeft } from './decisions/password';
import type { Stage } from './decisions/stage';
import { needsSecondFactor, REFUSALS, stageOf } from './decisions/stage';
import { BREAK_GLASS, findPerson } from './people';
import { outlived } from './session-age';
import { sessionNamedBy } from './strapi/session-manager';
import { readAccount } from './tables/accounts';
import type { Ended, SessionRow } from './tables/sessions';
import { endSessions, markFamily, readSession } from './tables/sessions';

export interface GateContext {
  method: string;
  path: string;
  status: number;
  body: unknown;
  request: { header: Record<string, string | undefined>; body?: unknown };
  cookies: { get(name: string): string | undefined };
  set(name: string, value: string): void;
  state: { admitted?: boolean; accountsSession?: SessionRow };
}

const SEEN_EVERY_MS = 60_000;
const REFRESH_COOKIE = 'strapi_admin_refresh';

/** What a session may ask before it is through, to the letter: what Koa's router would also take for these is refused. */
const BEFORE_THROUGH = [
  ...['POST /admin/login', 'POST /admin/access-token', 'POST /admin/logout', 'GET /admin/init', 'GET /admin/project-type'],
  ...['GET /accounts/gate', 'POST /accounts/gate/code', 'POST /accounts/gate/password', 'POST /accounts/gate/enrolment', 'POST /accounts/gate/enrolment/confirm'],
];

/** Closed to everybody: what they do is done by commands, or not at all. Compared as Koa's router does, without case and final slash. */
const CLOSED: [method: RegExp, path: RegExp, code: string, message: string][] = [
  [/./, /^\/admin\/(api-tokens|admin-tokens|transfer)(\/|$)/, 'NOT_BY_THIS_DOOR', '本系统不使用接口令牌。'],
  [/^(?!GET|HEAD)/, /^\/admin\/(roles|webhooks|providers)(\/|$)/, 'NOT_BY_THIS_DOOR', '角色和权限由程序规定，不能在后台更改。'],
  [/^(?!GET|HEAD)/, /^\/admin\/users(?!\/me$|\/me\/)(\/|$)/, 'NOT_BY_THIS_DOOR', '账号由系统管理员、角色由安全管理员，在「账号」页办理。'],
  [/^(?!GET|HEAD)/, /^\/content-type-builder(\/|$)/, 'NOT_BY_THIS_DOOR', '内容类型由程序规定。'],
  [/./, /^\/admin\/forgot-password$/, 'PASSWORD_BY_LINK', '本系统不发邮件。忘记密码请联系系统管理员，领取一次性链接。'],
];

const ENDED: Record<Ended, string> = {
  elsewhere: '您的账号在别处登录，这里已退出。不是您本人，请立即更换密码并报告安全管理员。',
  idle: '很久没有操作，已自动退出。请重新登录。',
  maximum: '登录时间已到上限，请重新登录。',
  revoked: '安全管理员结束了您的登录，请重新登录。',
  roles: '您的角色有变动，请重新登录。',
  password: '密码已更换，请用新密码登录。',
  locked: '输错次数太多，账号已锁定。请稍后再登录，或请安全管理员解锁。',
  deactivated: '账号已停用。',
  logout: '已退出。',
  'second-factor': '双因素验证有变动，请重新登录。',
};

const sessionEnded = (why: Ended): Refusal => new Refusal(401, 'SESSION_ENDED', ENDED[why], '', { why });

/** The bearer token as Strapi's own strategy reads it. */
const tokenOf = (ctx: GateContext): string | null => {
  const parts = ctx.request.header.authorization?.split(/\s+/) ?? [];
  return parts.length === 2 && parts[0]?.toLowerCase() === 'bearer' ? (parts[1] ?? null) : null;
};

interface AccessTokens {
  validateAccessToken(token: string): { isValid: boolean; payload: { userId: string; sessionId: string } | null };
}

const roleCodes = async (strapi: Core.Strapi, userId: number): Promise<string[]> =>
  (
    (await strapi.db
      .connection('admin_users_roles_lnk')
      .join('admin_roles', 'admin_roles.id', 'admin_users_roles_lnk.role_id')
      .where({ user_id: userId })
      .select('code')) as { code: string }[]
  ).map(({ code }) => code);

const rolesIn = (codes: string[]): Role[] =>
  codes
    .filter((code) => code.startsWith(ROLE_PREFIX))
    .map((code) => code.slice(ROLE_PREFIX.length))
    .filter((code): code is Role => isRole(code));

/** What a session still lacks. An account we keep nothing of has to begin with its password. */
export const stageOfSession = async (strapi: Core.Strapi, session: SessionRow): Promise<Stage | null> => {
  const account = await readAccount(strapi.db.connection, session.user_id);
  const secondFactorOn = environment().secondFactor === 'required';
  const enrolled = account?.totp_enrolled_at != null;
  const codes = secondFactorOn && !enrolled ? await roleCodes(strapi, session.user_id) : [];
  return stageOf({
    secondFactorOn,
    enrolled,
    verified: session.verified_at !== null,
    required: needsSecondFactor(rolesIn(codes), codes.includes(BREAK_GLASS)),
    mustChangePassword: !account || account.must_change === 1 || daysLeft(account.password_changed_at, Date.now()) < 0,
  });
};

/** The session a token stands for. @throws when it is over; an unknown one is over, too */
const sessionFor = async (strapi: Core.Strapi, sessionId: string): Promise<SessionRow> => {
  const knex = strapi.db.connection;
  const session = await readSession(knex, sessionId);
  if (!session) throw sessionEnded('maximum');
  if (session.ended_why) throw sessionEnded(session.ended_why);
  const now = Date.now();
  const over = outlived(session, now);
  if (over) {
    await endSessions(strapi, knex, session.user_id, over, { only: session.family });
    throw sessionEnded(over);
  }
  if (now - Date.parse(session.seen_at) > SEEN_EVERY_MS) await markFamily(knex, session.family, { seen_at: new Date(now).toISOString() });
  return session;
};

/** Strapi's profile page throws all sessions away before it asks whether the password is fit: asked here, before. */
const checkOwnPassword = async (strapi: Core.Strapi, ctx: GateContext, path: string, session: SessionRow): Promise<void> => {
  const { password } = (ctx.request.body ?? {}) as { password?: unknown };
  if (ctx.method !== 'PUT' || path !== '/admin/users/me' || typeof password !== 'string') return;
  const person = await findPerson(strapi, session.user_id);
  if (person) await mustBeFit(strapi, person, password);
};

/** Strapi forgets all sessions of an account that logs out; so do we. */
const logOut = async (strapi: Core.Strapi, session: SessionRow): Promise<void> => {
  const person = await findPerson(strapi, session.user_id);
  if (!person) return;
  await throughDoor(strapi, person.actor, async ({ trx, audit }) => {
    await endSessions(strapi, trx, session.user_id, 'logout');
    audit('logout', `account:${session.user_id}`, {});
  });
};

/** A browser whose token ran out asks for a new one; why there is none, it is told here. */
const tellWhyNotRenewed = async (strapi: Core.Strapi, ctx: GateContext): Promise<void> => {
  const session = await readSession(strapi.db.connection, sessionNamedBy(ctx.cookies.get(REFRESH_COOKIE) ?? ''));
  const why = session && (session.ended_why ?? outlived(session, Date.now()));
  if (why) throw sessionEnded(why);
};

/**
 * Stands before every route: whatever a token of the admin opens, it opens only when its session is through (password given, code
 * given, no password due). It looks at the token, not at the address, so that there is no address to walk round it by.
 */
export const gate = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => async (ctx: GateContext, next: () => Promise<unknown>) => {
  const path = ctx.path.toLowerCase().replace(/\/+$/, '');
  for (const [method, closed, code, message] of CLOSED) if (method.test(ctx.method) && closed.test(path)) throw forbidden(code, message);
  const token = tokenOf(ctx);
  const manager = strapi.sessionManager as unknown as (origin: string) => AccessTokens;
  const payload = token && manager('admin').validateAccessToken(token).payload;
  if (!payload) {
    await next();
    if (ctx.status === 401 && path === '/admin/access-token') await tellWhyNotRenewed(strapi, ctx);
    return;
  }
  const asked = `${ctx.method} ${ctx.path}`;
  const logsIn = asked === 'POST /admin/login' || asked === 'POST /admin/access-token';
  if (logsIn) return next();
  const session = await sessionFor(strapi, payload.sessionId);
  const stage = await stageOfSession(strapi, session);
  if (stage !== null && !BEFORE_THROUGH.includes(asked)) {
    const { code, message, hint } = REFUSALS[stage];
    throw forbidden(code, message, hint, { stage });
  }
  ctx.state.accountsSession = session;
  ctx.state.admitted = stage === null;
  if (stage === null) await checkOwnPassword(strapi, ctx, path, session);
  if (environment().secondFactor === 'off') ctx.set('x-gongkai-second-factor', 'off');
  await next();
  if (asked === 'POST /admin/logout' && ctx.status === 200) await logOut(strapi, session);
};
