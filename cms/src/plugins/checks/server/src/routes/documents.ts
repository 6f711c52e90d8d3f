import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import { invalid } from '../../../../review/server/src/errors';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { rowFor } from '../../../../review/server/src/routes/panel';
import { IN_REVIEW } from '../../../../review/server/src/decisions/states';
import type { StateRow } from '../../../../review/server/src/tables/state';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { reviewSecrecy } from '../commands/review-secrecy';
import { subjectOf } from '../content';
import { judge } from '../decisions/acceptance';
import { runChecks } from '../decisions/registry';
import { mayReviewSecrecy, readSecrecy, secrecyStanding } from '../decisions/secrecy';
import { acceptancesFor } from '../tables/acceptances';
import { secrecyRecords } from '../tables/secrecy';

const secrecyOf = async (strapi: Core.Strapi, actor: Actor, row: StateRow) => {
  const records = await secrecyRecords(strapi.db.connection, row.document_id);
  const standing = secrecyStanding(records, row.content_hash);
  const present = records.filter((record) => record.contentHash === row.content_hash).at(-1) ?? null;
  return {
    required: IN_REVIEW.includes(row.state),
    passed: standing.passed,
    record: present,
    earlier: records.filter((record) => record !== present),
    mayReview: IN_REVIEW.includes(row.state) && mayReviewSecrecy(actor, row.authors).allowed,
    contentHash: row.content_hash,
  };
};

export const documentsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /checks/documents/:documentId: what the checks find now, with the reasons already given for this content. */
  async show(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const { subject, listVersion } = await subjectOf(strapi, row);
    const findings = runChecks(subject);
    const { accepted } = judge(findings, await acceptancesFor(strapi.db.connection, row.document_id, row.content_hash));
    ctx.body = { findings, accepted: accepted.map(({ key, reason }) => ({ finding: key, reason })), listVersion, checkedAt: new Date().toISOString() };
  },
  /** GET /checks/documents/:documentId/secrecy */
  async secrecy(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    ctx.body = await secrecyOf(strapi, actor, await rowFor(strapi, actor, ctx.params.documentId ?? ''));
  },
  /** POST /checks/documents/:documentId/secrecy, body {result, basis, note?, contentHash?} */
  async review(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const documentId = ctx.params.documentId ?? '';
    await rowFor(strapi, actor, documentId);
    const input = readSecrecy(ctx.request.body);
    if (!input) throw invalid('INVALID', '保密审查要写明结果和依据。', '请选择结果，并写明依据。');
    const { contentHash } = ctx.request.body;
    await reviewSecrecy(strapi, actor, documentId, typeof contentHash === 'string' ? contentHash : null, input);
    ctx.body = await secrecyOf(strapi, actor, await rowFor(strapi, actor, documentId));
  },
});
