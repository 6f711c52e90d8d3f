import type { Core } from '@strapi/strapi';
import { environment } from '../../../../../environment';
import { actorOf } from '../actors';
import { exportAudit, MOST_EXPORTED } from '../commands/export-audit';
import { exportPublicKey, fingerprintOf } from '../decisions/audit-export';
import { invalid, missing } from '../errors';
import type { AuditFilter } from '../tables/audit-search';
import { actorsOfAudit, entryAt, searchEntries } from '../tables/audit-search';
import { startVerification, verificationOf, verifyAndRecord } from '../verifications';
import type { AdminContext } from './panel';

const PAGE = 50;

const WORDS = ['action', 'actor', 'object', 'text'] as const;

const instant = (value: string | undefined): string | null => {
  if (!value) return null;
  const moment = Date.parse(value);
  if (Number.isNaN(moment)) throw invalid('INVALID', `「${value}」不是时间。`, '请用日期框选择。');
  return new Date(moment).toISOString();
};

const filterOf = (query: Record<string, string | undefined>): AuditFilter => {
  const [from, to] = [instant(query.from), instant(query.to)];
  return {
    limit: PAGE,
    ...Object.fromEntries(WORDS.filter((word) => query[word]?.trim()).map((word) => [word, query[word]?.trim()])),
    ...(Number(query.before) > 0 ? { before: Number(query.before) } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
};

interface FileContext extends AdminContext {
  type: string;
  set(name: string, value: string): void;
}

/** Numbers a range asks for: by number, or by day. */
const rangeOf = async (strapi: Core.Strapi, query: Record<string, string | undefined>): Promise<[number, number]> => {
  const knex = strapi.db.connection;
  const head = (await knex('review_audit_head').where({ id: 1 }).first('seq')) as { seq: number | string };
  const [from, to] = [instant(query.from), instant(query.to)];
  const firstAt = from ? ((await knex('review_audit').where('at', '>=', from).orderBy('at').first('seq')) as { seq: number | string } | undefined) : undefined;
  const lastAt = to ? ((await knex('review_audit').where('at', '<=', to).orderBy('at', 'desc').first('seq')) as { seq: number | string } | undefined) : undefined;
  const first = Math.max(Number(query.first) || 1, from ? Number(firstAt?.seq ?? Number(head.seq) + 1) : 1);
  const last = Math.min(Number(query.last) || Number(head.seq), to ? Number(lastAt?.seq ?? 0) : Number(head.seq));
  return [first, last];
};

export const auditController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/audit?before=&action=&actor=&object=&text=&from=&to=: a page of entries, newest first. */
  async list(ctx: AdminContext) {
    ctx.body = await searchEntries(strapi.db.connection, filterOf(ctx.query));
  },
  /** GET /review/audit/entries/:seq */
  async entry(ctx: AdminContext) {
    const entry = await entryAt(strapi.db.connection, Number(ctx.params.seq) || 0);
    if (!entry) throw missing(`没有第 ${ctx.params.seq ?? ''} 号审计记录。`, '请核对序号。');
    ctx.body = { entry };
  },
  /** GET /review/audit/actors: everybody who stands in it, for the filter; and the key exports are checked with. */
  async actors(ctx: AdminContext) {
    const publicKey = exportPublicKey(environment().auditKey);
    ctx.body = { actors: await actorsOfAudit(strapi.db.connection), publicKey, fingerprint: fingerprintOf(publicKey), mostExported: MOST_EXPORTED };
  },
  /** POST /review/audit/verify: recomputes the chain; that somebody looked is itself recorded. */
  async verify(ctx: AdminContext) {
    ctx.body = await verifyAndRecord(strapi, await actorOf(strapi, ctx.state.user));
  },
  /** POST /review/audit/verifications: the same in the background, for a long chain. */
  async startVerification(ctx: AdminContext) {
    ctx.body = await startVerification(strapi, await actorOf(strapi, ctx.state.user));
  },
  /** GET /review/audit/verifications/:id: how far it is. */
  async verification(ctx: AdminContext) {
    const job = verificationOf(ctx.params.id ?? '');
    if (!job) throw missing('没有这次核对，可能系统重新启动过。', '请重新核对。');
    ctx.body = job;
  },
  /** GET /review/audit/export?first=&last=&from=&to=: a zip of the stretch and its proof. */
  async export(ctx: FileContext) {
    const [first, last] = await rangeOf(strapi, ctx.query);
    const { name, bytes } = await exportAudit(strapi, await actorOf(strapi, ctx.state.user), first, last);
    ctx.set('Content-Disposition', `attachment; filename="${name}"`);
    ctx.type = 'application/zip';
    ctx.body = Buffer.from(bytes);
  },
});
