import { timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { environment } from '../../../../../environment';
import { SYSTEM } from '../actors';
import { checkExport } from '../commands/check-export';
import { importRows } from '../commands/import';
import type { ImportBatch } from '../commands/import-row';
import { makeAccounts, putReference } from '../commands/prepare';
import { forbidden } from '../errors';
import { anchorFile } from '../stores';
import { standingAlarms } from '../tables/alarms';
import { verifyChain } from '../tables/verify-chain';

interface Context {
  request: { body: unknown; headers: Record<string, string | undefined> };
  body: unknown;
  status: number;
}

/** Compares a bearer token in constant time. */
export const bears = (header: string | undefined, token: string): boolean => {
  const given = Buffer.from((header ?? '').replace(/^Bearer /, ''));
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const operatorOnly = (ctx: Context): void => {
  if (!bears(ctx.request.headers.authorization, environment().operatorToken)) {
    throw forbidden('MAY_NOT', '需要运维令牌（OPERATOR_TOKEN）。', '用 npm run gongkai 的命令办理，它会带上令牌。');
  }
};

/** What the operators' command asks for, on loopback, with its token. */
export const operatorController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async import(ctx: Context) {
    operatorOnly(ctx);
    ctx.body = await importRows(strapi, SYSTEM, ctx.request.body as ImportBatch);
  },
  async verify(ctx: Context) {
    operatorOnly(ctx);
    ctx.body = await verifyChain(strapi.db.connection, environment().auditKey, anchorFile());
  },
  /** Whether a proof of an export was made here and the chain still stands as exported. */
  async verifyExport(ctx: Context) {
    operatorOnly(ctx);
    ctx.body = await checkExport(strapi.db.connection, environment().auditKey, ctx.request.body);
  },
  /** For monitoring: what is late or went wrong. Titles of what leaked are not for logs of other systems. */
  async alarms(ctx: Context) {
    operatorOnly(ctx);
    const alarms = await standingAlarms(strapi.db.connection, new Date().toISOString());
    ctx.body = { alarms: alarms.map(({ kind, label, documentId, since, dueAt, overdue }) => ({ kind, label, documentId, since, dueAt, overdue })) };
  },
  async accounts(ctx: Context) {
    operatorOnly(ctx);
    ctx.body = await makeAccounts(strapi, ctx.request.body as Parameters<typeof makeAccounts>[1]);
  },
  async reference(ctx: Context) {
    operatorOnly(ctx);
    ctx.body = await putReference(strapi, ctx.request.body as Parameters<typeof putReference>[1]);
  },
});
