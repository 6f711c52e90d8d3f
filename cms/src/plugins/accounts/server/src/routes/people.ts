import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ROLES } from '../../../../review/server/src/decisions/roles';
import { missing } from '../../../../review/server/src/errors';
import { changeRoles } from '../commands/change-roles';
import { createAccount } from '../commands/create-account';
import { issueLink } from '../commands/issue-link';
import { rename, setActive } from '../commands/keep-account';
import { asParty } from '../commands/look-after';
import { resetSecondFactor } from '../commands/reset-second-factor';
import { revokeSessions } from '../commands/revoke-sessions';
import { unlock } from '../commands/unlock';
import { isLocked } from '../decisions/lockout';
import { daysLeft } from '../decisions/password';
import { decideCreation, decideKeeping, decideProtection, decideRoles } from '../decisions/separation';
import { needsSecondFactor } from '../decisions/stage';
import type { Person, UserRow } from '../people';
import { personOf } from '../people';
import type { AccountRow } from '../tables/accounts';
import type { SessionRow } from '../tables/sessions';
import { openSessions } from '../tables/sessions';
import type { AccountsContext } from './context';
import { bodyOf, idIn, personIn } from './context';

const MOST = 1000;

/** One line of the list: what there is to know, and what the reader may do. The server decides again when it is done. */
const lineOf = (reader: Person, person: Person, account: AccountRow | undefined, sessions: SessionRow[]) => {
  const now = Date.now();
  const [by, about] = [asParty(reader), asParty(person)];
  const { user, actor, roles, breakGlass } = person;
  return {
    id: user.id,
    name: actor.name,
    email: user.email,
    active: user.isActive,
    invited: !user.password,
    breakGlass,
    roles: roles.map((role) => ({ code: role, name: ROLES[role] })),
    lastLoginAt: account?.last_login_at ?? null,
    lastLoginIp: account?.last_login_ip ?? null,
    lockedUntil: account && isLocked({ lockedUntil: account.locked_until }, now) ? account.locked_until : null,
    passwordDaysLeft: account && user.password ? daysLeft(account.password_changed_at, now) : null,
    mustChange: account?.must_change === 1,
    secondFactor: account?.totp_enrolled_at ? 'enrolled' : needsSecondFactor(roles, breakGlass) ? 'missing' : 'none',
    sessions: sessions.map((row) => ({ beganAt: row.began_at, seenAt: row.seen_at, ip: row.ip, agent: row.agent })),
    may: {
      keep: decideKeeping(by, about).allowed,
      protect: decideProtection(by, about).allowed,
      // What may be granted is decided for the roles wanted; a button is shown where some may.
      grant: decideRoles(by, about, roles).allowed || decideRoles(by, about, []).allowed,
    },
  };
};

const sessionsByUser = async (knex: Knex): Promise<Map<number, SessionRow[]>> => {
  const sessions = new Map<number, SessionRow[]>();
  for (const row of await openSessions(knex)) sessions.set(row.user_id, [...(sessions.get(row.user_id) ?? []), row]);
  return sessions;
};

/** 账号: what the system and the security administrator do for others. */
export const peopleController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /accounts/people */
  async list(ctx: AccountsContext) {
    const reader = await personIn(strapi, ctx);
    const knex = strapi.db.connection;
    const users = (await strapi.db.query('admin::user').findMany({ populate: ['roles'], orderBy: { id: 'asc' }, limit: MOST })) as UserRow[];
    const accounts = new Map(((await knex('accounts_account')) as AccountRow[]).map((row) => [row.user_id, row]));
    const sessions = await sessionsByUser(knex);
    const people = [];
    for (const user of users) people.push(lineOf(reader, await personOf(strapi, user), accounts.get(user.id), sessions.get(user.id) ?? []));
    ctx.body = {
      people,
      mayCreate: decideCreation(asParty(reader)).allowed,
      roles: Object.entries(ROLES).map(([code, name]) => ({ code, name })),
    };
  },
  /** POST /accounts/people {email, name} */
  async create(ctx: AccountsContext) {
    ctx.body = await createAccount(strapi, await personIn(strapi, ctx), bodyOf(ctx));
  },
  /** POST /accounts/people/:id/:action, body {reason, …} */
  async act(ctx: AccountsContext) {
    const by = await personIn(strapi, ctx);
    const [id, given] = [idIn(ctx), bodyOf(ctx)];
    const ACTIONS: Record<string, () => Promise<unknown>> = {
      unlock: () => unlock(strapi, by, id, given),
      revoke: () => revokeSessions(strapi, by, id, given),
      'second-factor-reset': () => resetSecondFactor(strapi, by, id, given),
      roles: () => changeRoles(strapi, by, id, given),
      link: () => issueLink(strapi, by, id, given),
      activate: () => setActive(strapi, by, id, true, given),
      deactivate: () => setActive(strapi, by, id, false, given),
      rename: () => rename(strapi, by, id, given),
    };
    const action = Object.hasOwn(ACTIONS, ctx.params.action ?? '') ? ACTIONS[ctx.params.action ?? ''] : undefined;
    if (!action) throw missing(`没有「${ctx.params.action}」这个操作。`, '请刷新页面。');
    const done = await action();
    ctx.body = typeof done === 'object' && done !== null ? done : {};
  },
});
