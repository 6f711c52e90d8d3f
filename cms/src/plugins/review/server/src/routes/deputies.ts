import type { Core } from '@strapi/strapi';
import { accountOf, actorOf } from '../actors';
import { nameDeputy, revokeDeputy } from '../commands/deputies';
import { REPRESENTED_ROLES } from '../decisions/deputies';
import { ownRoles, ROLES } from '../decisions/roles';
import type { Deputyship } from '../tables/deputies';
import { allDeputyships } from '../tables/deputies';
import type { AdminContext } from './panel';

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

const standing = (row: Deputyship, now: string): 'revoked' | 'over' | 'ahead' | 'now' => {
  if (row.revoked_at !== null) return 'revoked';
  if (row.until_at <= now) return 'over';
  return row.from_at > now ? 'ahead' : 'now';
};

const shown = (row: Deputyship, now: string, mayRevoke: boolean) => ({
  id: row.id,
  principal: row.principal_name,
  deputy: row.deputy_name,
  role: row.role,
  roleLabel: ROLES[row.role],
  from: row.from_at,
  until: row.until_at,
  reason: row.reason,
  namedBy: row.named_by_name,
  namedAt: row.named_at,
  standing: standing(row, now),
  mayRevoke: mayRevoke && row.revoked_at === null && row.until_at > now,
});

/** Accounts of the reviewers, to choose from. */
const reviewers = async (strapi: Core.Strapi) => {
  const rows = (await strapi.db.query('admin::user').findMany({ where: { isActive: true }, populate: ['roles'], orderBy: 'id' })) as { id: number }[];
  const accounts = await Promise.all(rows.map((row) => accountOf(strapi, String(row.id))));
  return accounts.flatMap((account) => {
    const roles = account?.roles.filter((role) => (REPRESENTED_ROLES as readonly string[]).includes(role)) ?? [];
    return account && roles.length > 0 ? [{ id: account.id, name: account.name, roles }] : [];
  });
};

export const deputyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/deputies: all of them, newest first, and whom one may choose from. */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const now = new Date().toISOString();
    const isAdministrator = ownRoles(actor).includes('system-admin');
    const rows = await allDeputyships(strapi.db.connection);
    const own = ownRoles(actor).filter((role) => (REPRESENTED_ROLES as readonly string[]).includes(role));
    ctx.body = {
      deputies: rows.map((row) => shown(row, now, isAdministrator || row.principal_id === actor.id)),
      people: await reviewers(strapi),
      self: actor.id,
      mayNameFor: isAdministrator ? 'anybody' : own.length > 0 ? 'self' : 'nobody',
      roles: REPRESENTED_ROLES.map((code) => ({ code, label: ROLES[code] })),
    };
  },
  /** POST /review/deputies, body {principal?, deputy, role, from, until, reason}; without principal: for oneself. */
  async name(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const { principal, deputy, role, from, until, reason } = ctx.request.body;
    const row = await nameDeputy(strapi, actor, {
      principal: text(principal) || actor.id,
      deputy: text(deputy),
      role: text(role),
      from: text(from),
      until: text(until),
      reason: text(reason),
    });
    ctx.body = { id: row.id };
  },
  /** POST /review/deputies/:id/revoke */
  async revoke(ctx: AdminContext) {
    await revokeDeputy(strapi, await actorOf(strapi, ctx.state.user), ctx.params.id ?? '');
    ctx.body = { revoked: true };
  },
});
