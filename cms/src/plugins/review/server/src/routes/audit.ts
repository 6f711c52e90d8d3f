import type { Core } from '@strapi/strapi';
import { environment } from '../../../../../environment';
import { actorOf } from '../actors';
import { throughDoor } from '../door';
import { anchorFile } from '../stores';
import { newestEntries } from '../tables/audit';
import { verifyChain } from '../tables/verify-chain';
import type { AdminContext } from './panel';

const PAGE = 50;

export const auditController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/audit?before=&action=&actor=: a page of entries, newest first. */
  async list(ctx: AdminContext) {
    const { before, action, actor } = ctx.query;
    const entries = await newestEntries(strapi.db.connection, {
      limit: PAGE,
      ...(before ? { before: Number(before) } : {}),
      ...(action ? { action } : {}),
      ...(actor ? { actor } : {}),
    });
    ctx.body = { entries, next: entries.length === PAGE ? entries.at(-1)?.seq : null };
  },
  /** POST /review/audit/verify: recomputes the chain; that somebody looked is itself recorded. */
  async verify(ctx: AdminContext) {
    const verification = await verifyChain(strapi.db.connection, environment().auditKey, anchorFile());
    const actor = await actorOf(strapi, ctx.state.user);
    // Nothing is appended behind a broken chain: the state in which the fault was found is kept as it is.
    if (verification.ok) {
      await throughDoor(strapi, actor, async ({ audit }) => audit('verify', 'audit', { entries: verification.entries, head: verification.head?.hash ?? '' }));
    }
    ctx.body = verification;
  },
});
