import type { Core } from '@strapi/strapi';
import { forbidden } from '../../../../review/server/src/errors';
import type { Stage } from '../decisions/stage';
import { REFUSALS } from '../decisions/stage';
import { stageOfSession } from '../gate';
import { readSession } from '../tables/sessions';
import type { AccountsContext } from './context';
import { sessionIn } from './context';

/** The step of this session now, after what this request did. */
export const freshStage = async (strapi: Core.Strapi, ctx: AccountsContext): Promise<Stage | null> => {
  const session = await readSession(strapi.db.connection, sessionIn(ctx).session_id);
  return session ? stageOfSession(strapi, session) : null;
};

/** Steps are not skipped: without the code nobody gets to the password. @throws when another step, or none, is next */
export const mustBeAt = async (strapi: Core.Strapi, ctx: AccountsContext, stage: Stage): Promise<void> => {
  const next = await freshStage(strapi, ctx);
  if (next === stage) return;
  if (next === null) throw forbidden('NOT_NEXT', '这一步已经完成。', '请刷新页面。');
  const { code, message, hint } = REFUSALS[next];
  throw forbidden(code, message, hint, { stage: next });
};
