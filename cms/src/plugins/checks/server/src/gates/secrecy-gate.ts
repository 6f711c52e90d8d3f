import { forbidden, invalid } from '../../../../review/server/src/errors';
import type { Action } from '../../../../review/server/src/decisions/transitions';
import { ACTIONS } from '../../../../review/server/src/decisions/transitions';
import type { Gate } from '../../../../review/server/src/gates';
import { reading } from '../../../../review/server/src/tables/reading';
import { keepSecrecy, mustReviewSecrecy } from '../commands/review-secrecy';
import { readSecrecy, secrecyStanding } from '../decisions/secrecy';
import { secrecyRecords } from '../tables/secrecy';

/** Every approval, whichever lane it is in: the one who approves may record the secrecy review with it. */
const APPROVALS = (Object.keys(ACTIONS) as Action[]).filter((action) => action.endsWith('approve'));

/** Keeps a secrecy review that comes with an approval. Approving what is not to be public is a contradiction and refused. */
export const secrecyWithApproval: Gate = {
  before: APPROVALS,
  async check({ strapi, actor, row, input }) {
    const given = input.secrecy === undefined ? null : readSecrecy(input.secrecy);
    if (input.secrecy !== undefined && !given) throw invalid('INVALID', '保密审查要写明结果和依据。', '请选择结果，并写明依据。');
    if (given) {
      mustReviewSecrecy(row, actor);
      if (given.result === 'not-publishable') throw invalid('SECRECY_NOT_PUBLISHABLE', '保密审查结果是“不予公开”，不能通过审核。', '请退回起草人，或只记录保密审查结果。');
      return { detail: { secrecy: given.result }, within: (passage, after) => keepSecrecy(passage, { ...after, content_hash: row.content_hash, revision: row.revision }, given) };
    }
    const standing = secrecyStanding(await secrecyRecords(await reading(strapi), row.document_id), row.content_hash);
    if (!standing.passed && standing.code === 'SECRECY_NOT_PUBLISHABLE') throw forbidden(standing.code, standing.message, standing.hint);
    return undefined;
  },
};

/** Nothing is released without a secrecy review of exactly this content (条例 第十七条; 保守国家秘密法 第三十五条). */
export const secrecyBeforeRelease: Gate = {
  before: ['release'],
  async check({ strapi, row }) {
    const standing = secrecyStanding(await secrecyRecords(await reading(strapi), row.document_id), row.content_hash);
    if (!standing.passed) throw forbidden(standing.code, standing.message, standing.hint);
    const { by, byName, at, basis, result } = standing.record;
    return { detail: { secrecy: { result, basis, by, byName, at } } };
  },
};
