import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import { invalid } from '../../../../review/server/src/errors';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { isNoticeKind, NOTICES } from '../decisions/notices';
import { mailState } from '../mail';
import type { Choice } from '../tables/notices';
import { choicesOf, chooseNotices, countUnread, markRead, noticesOf } from '../tables/notices';

const PAGE = 50;

const isChoice = (value: unknown): value is Choice => {
  const given = value as Partial<Choice> | null;
  return typeof given === 'object' && given !== null && isNoticeKind(given.kind) && typeof given.onScreen === 'boolean' && typeof given.byMail === 'boolean';
};

/** Everybody sees and marks the own notices only: the account is that of the session, never one in the request. */
export const noticesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /office/notices/count: what the bell shows. */
  async count(ctx: AdminContext) {
    ctx.body = { unread: await countUnread(strapi.db.connection, String(ctx.state.user.id)) };
  },
  /** GET /office/notices?before=&unread= */
  async list(ctx: AdminContext) {
    const notices = await noticesOf(strapi.db.connection, String(ctx.state.user.id), {
      limit: PAGE,
      ...(ctx.query.before ? { before: ctx.query.before } : {}),
      ...(ctx.query.unread === 'true' ? { unread: true } : {}),
    });
    const last = notices.at(-1);
    const actor = await actorOf(strapi, ctx.state.user);
    ctx.body = {
      notices: notices.map((notice) => ({ ...notice, kindText: NOTICES[notice.kind] ?? notice.kind })),
      next: notices.length === PAGE && last ? `${last.createdAt} ${last.id}` : null,
      mail: actor.roles.length > 0 ? await mailState(strapi) : null,
    };
  },
  /** POST /office/notices/read, body {id?}: one, or all of the person's. */
  async read(ctx: AdminContext) {
    const { id } = ctx.request.body;
    ctx.body = { read: await markRead(strapi.db.connection, String(ctx.state.user.id), typeof id === 'string' ? id : null, new Date().toISOString()) };
  },
  /** GET /office/notices/choices */
  async choices(ctx: AdminContext) {
    const choices = await choicesOf(strapi.db.connection, String(ctx.state.user.id));
    ctx.body = { choices: choices.map((choice) => ({ ...choice, kindText: NOTICES[choice.kind] })) };
  },
  /** PUT /office/notices/choices, body {choices} */
  async choose(ctx: AdminContext) {
    const { choices } = ctx.request.body;
    if (!Array.isArray(choices) || !choices.every(isChoice)) throw invalid('INVALID', '通知的选择不完整。', '请刷新页面。');
    await chooseNotices(strapi.db.connection, String(ctx.state.user.id), choices);
    ctx.body = { choices: await choicesOf(strapi.db.connection, String(ctx.state.user.id)) };
  },
});
