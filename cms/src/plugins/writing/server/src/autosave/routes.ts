import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { forbidden, invalid } from '../../../../review/server/src/errors';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { rowFor } from '../../../../review/server/src/routes/panel';
import type { DocumentState } from './document-state';
import { documentStateOf } from './document-state';
import type { Fields, Typed } from './store';
import { forgetAutosave, keepAutosave, newForms, readAutosave } from './store';

const NEW = /^new:[a-z0-9-]{8,50}$/;
const LONGEST = 8 * 1024 * 1024;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;

const typedFrom = (form: string, { after, tab, baseVersion, changed, base }: Record<string, unknown>): Typed => {
  const valid =
    isCount(after) && typeof tab === 'string' && /^[a-z0-9-]{8,40}$/.test(tab) && (baseVersion === null || isCount(baseVersion)) && isFields(changed) && isFields(base);
  if (!valid) throw invalid('INVALID', '自动保存的内容不完整，没有存到服务器。', '内容还在本机。请刷新页面后再试。');
  if (JSON.stringify(changed).length > LONGEST) throw invalid('TOO_LONG', '内容太长，没有自动保存到服务器。', '请点「保存」。');
  return { form, after, tab, baseVersion, changed, base };
};

/** What was typed is asked for and kept by whoever may write; the others have nothing to lose here. */
const mustWrite = (actor: Actor): void => {
  if (!actor.roles.includes('uploader')) throw forbidden('MAY_NOT', '起草和修改由信息上传员办理，您的账号没有这个角色。', '');
};

/** Own text of forms, newest and private: every answer is about the account that asks, whatever it asks for. */
export const autosaveController = ({ strapi }: { strapi: Core.Strapi }) => {
  const knex = () => strapi.db.connection;
  const formOf = async (ctx: AdminContext, since: number | null): Promise<{ actor: Actor; form: string; document: DocumentState | null }> => {
    const actor = await actorOf(strapi, ctx.state.user);
    mustWrite(actor);
    const form = ctx.params.form ?? '';
    if (NEW.test(form)) return { actor, form, document: null };
    const row = await rowFor(strapi, actor, form);
    return { actor, form, document: await documentStateOf(knex(), row, actor.id, since) };
  };
  return {
    /** GET /writing/autosaves: own text of documents that were never saved. */
    async list(ctx: AdminContext) {
      const actor = await actorOf(strapi, ctx.state.user);
      mustWrite(actor);
      ctx.body = { autosaves: await newForms(knex(), actor.id) };
    },
    /** GET /writing/autosaves/:form?since=: own text of a form, and what became of its document since a version. */
    async show(ctx: AdminContext) {
      const since = ctx.query.since === undefined ? null : Number(ctx.query.since);
      const { actor, form, document } = await formOf(ctx, isCount(since) ? since : null);
      ctx.body = { autosave: await readAutosave(knex(), actor.id, form), document };
    },
    /** PUT /writing/autosaves/:form: keeps what was typed; `kept: false` hands back newer text of another window instead. */
    async keep(ctx: AdminContext) {
      const baseVersion = ctx.request.body.baseVersion;
      const { actor, form, document } = await formOf(ctx, isCount(baseVersion) ? baseVersion : null);
      const typed = typedFrom(form, ctx.request.body);
      const at = new Date().toISOString();
      const kept = await knex().transaction((trx) => keepAutosave(trx, actor.id, typed, at));
      ctx.body = kept.kept ? { kept: true, seq: kept.autosave.seq, savedAt: at, document } : { ...kept, document };
    },
    /** DELETE /writing/autosaves/:form?upTo=: forgets it up to this number. */
    async forget(ctx: AdminContext) {
      const actor = await actorOf(strapi, ctx.state.user);
      const upTo = Number(ctx.query.upTo);
      if (!isCount(upTo)) throw invalid('INVALID', '缺少序号（upTo）。', '请刷新页面。');
      await forgetAutosave(knex(), actor.id, ctx.params.form ?? '', upTo);
      ctx.body = { forgotten: true };
    },
  };
};
