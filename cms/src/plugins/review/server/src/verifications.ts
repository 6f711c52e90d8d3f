import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { environment } from '../../../../environment';
import type { Actor } from './decisions/roles';
import { throughDoor } from './door';
import { anchorFile } from './stores';
import type { Verification } from './tables/verify-chain';
import { verifyChain } from './tables/verify-chain';

/** A check of the audit chain under way; a long chain takes longer than a request may. */
export interface Running {
  id: string;
  checked: number;
  total: number;
  verification: Verification | null;
  error: string | null;
}

let running: Running | null = null;

/** Verifies the chain and records that somebody looked; behind a broken chain nothing is appended, it is kept as it was found. */
export const verifyAndRecord = async (strapi: Core.Strapi, actor: Actor, onProgress?: (checked: number) => void): Promise<Verification> => {
  const verification = await verifyChain(strapi.db.connection, environment().auditKey, anchorFile(), onProgress);
  if (verification.ok) {
    await throughDoor(strapi, actor, async ({ audit }) => audit('verify', 'audit', { entries: verification.entries, head: verification.head?.hash ?? '' }));
  }
  return verification;
};

/** Begins a check, or joins the one under way. */
export const startVerification = async (strapi: Core.Strapi, actor: Actor): Promise<Running> => {
  if (running && !running.verification && !running.error) return running;
  const head = (await strapi.db.connection('review_audit_head').where({ id: 1 }).first('seq')) as { seq: number | string } | undefined;
  const job: Running = { id: randomUUID(), checked: 0, total: Number(head?.seq ?? 0), verification: null, error: null };
  running = job;
  verifyAndRecord(strapi, actor, (checked) => (job.checked = checked))
    .then((verification) => (job.verification = verification))
    .catch((error: unknown) => {
      job.error = error instanceof Error ? error.message : String(error);
      strapi.log.error(`核对审计链失败：${job.error}`);
    });
  return job;
};

export const verificationOf = (id: string): Running | null => (running?.id === id ? running : null);
