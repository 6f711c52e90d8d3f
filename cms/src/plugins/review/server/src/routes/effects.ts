import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import { surroundingsOf } from '../content/surroundings';
import { effectsOf } from '../decisions/effects';
import { WITHDRAWAL_KINDS, type WithdrawalKind } from '../decisions/states';
import type { Action } from '../decisions/transitions';
import { ACTIONS } from '../decisions/transitions';
import { missing } from '../errors';
import type { AdminContext } from './panel';
import { rowFor } from './panel';

const isKind = (kind: string | undefined): kind is WithdrawalKind => kind !== undefined && Object.hasOwn(WITHDRAWAL_KINDS, kind);

export const effectsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/documents/:documentId/effects?action=&kind=&column=: what it will do, before it does. */
  async show(ctx: AdminContext) {
    const { action, kind, column } = ctx.query;
    if (!action || !Object.hasOwn(ACTIONS, action)) throw missing(`没有「${action ?? ''}」这个操作。`, '请刷新页面。');
    const row = await rowFor(strapi, await actorOf(strapi, ctx.state.user), ctx.params.documentId ?? '');
    const surroundings = await surroundingsOf(strapi.db.connection, row, column ?? null);
    ctx.body = { action, effects: effectsOf(action as Action, isKind(kind) ? kind : row.withdrawal_kind, surroundings) };
  },
});
