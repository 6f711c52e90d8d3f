import { forbidden, invalid } from '../../../../review/server/src/errors';
import type { Action } from '../../../../review/server/src/decisions/transitions';
import { ACTIONS } from '../../../../review/server/src/decisions/transitions';
import type { Gate } from '../../../../review/server/src/gates';
import { reading } from '../../../../review/server/src/tables/reading';
import { keepSecrecy, mustReviewSecrecy } from '../commands/review-secrecy';
import { mayReviewSecrecy, readSecrecy, secrecyStanding } from '../decisions/secrecy';
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

/**
 * An urgent release has no first review to record it with: the head who sends it out records it in the same step, for the content that
 * goes out. @throws when it is not said, or says that it may not be public
 */
const withUrgentRelease: Gate['check'] = async ({ row, actor, input }) => {
  const given = readSecrecy(input.secrecy);
  if (!given) throw invalid('SECRECY_MISSING', '应急发布也要先做保密审查：请写明结果和依据。', '保密审查记在应急发布的同一步里。');
  const may = mayReviewSecrecy(actor, row.authors);
  if (!may.allowed) throw forbidden(may.code, may.message, may.hint);
  if (given.result === 'not-publishable') throw invalid('SECRECY_NOT_PUBLISHABLE', '保密审查结果是“不予公开”，不能发布。', '请退回起草人。');
  return { detail: { secrecy: given.result }, within: (passage, after) => keepSecrecy(passage, after, given) };
};

/** Nothing is released without a secrecy review of exactly this content (条例 第十七条; 保守国家秘密法 第三十五条). */
export const secrecyBeforeRelease: Gate = {
  before: ['release'],
  async check(context) {
    const { strapi, row, command, input } = context;
    if (command === 'urgent-release' && input.secrecy !== undefined) return withUrgentRelease(context);
    const standing = secrecyStanding(await secrecyRecords(await reading(strapi), row.document_id), row.content_hash);
    if (!standing.passed) throw forbidden(standing.code, standing.message, standing.hint);
    const { by, byName, at, basis, result } = standing.record;
    return { detail: { secrecy: { result, basis, by, byName, at } } };
  },
};
