import type { Core } from '@strapi/strapi';
import { actorOf, ROLE_PREFIX } from '../actors';
import { mentionsIn } from '../decisions/mentions';
import type { Role } from '../decisions/roles';
import { isRole, ROLES } from '../decisions/roles';
import { throughDoor } from '../door';
import { forbidden, invalid } from '../errors';
import { appendNote, notesOf } from '../tables/notes';
import type { AdminContext } from './panel';
import { rowFor } from './panel';

const LONGEST = 2000;

/** Whoever has a part in the review may write; an auditor only reads. */
const WRITERS: readonly Role[] = ['uploader', 'deputy-head', 'head', 'releaser'];

interface AdminUser {
  id: number;
  firstname: string | null;
  lastname: string | null;
  email: string;
  roles: { code: string }[];
}

interface Colleague {
  id: string;
  name: string;
  role: string;
}

/** Accounts that take part in the review. */
const colleaguesOf = async (strapi: Core.Strapi): Promise<Colleague[]> => {
  const codes = WRITERS.map((role) => `${ROLE_PREFIX}${role}`);
  const users = (await strapi.db.query('admin::user').findMany({
    where: { isActive: true, roles: { code: { $in: codes } } },
    populate: ['roles'],
    limit: 500,
  })) as AdminUser[];
  return users.map(({ id, firstname, lastname, email, roles }) => ({
    id: String(id),
    name: [lastname, firstname].filter(Boolean).join('') || email,
    role: roles
      .map(({ code }) => code.slice(ROLE_PREFIX.length))
      .filter(isRole)
      .map((role) => ROLES[role])
      .join('、'),
  }));
};

/** 内部意见: between colleagues, never public, only added to. */
export const notesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/notes/:documentId, oldest first. */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    ctx.body = { notes: await notesOf(strapi.db.connection, row.document_id), mayWrite: actor.roles.some((role) => WRITERS.includes(role)) };
  },

  /** POST /review/notes/:documentId, body {text} */
  async add(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    if (!actor.roles.some((role) => WRITERS.includes(role))) throw forbidden('MAY_NOT', '内部意见由参与审核的人填写，您的账号只能查看。', '');
    const text = typeof ctx.request.body.text === 'string' ? ctx.request.body.text.trim() : '';
    if (text === '' || text.length > LONGEST) throw invalid('INVALID', `意见要有内容，不超过 ${LONGEST} 字。`, '请修改后再提交。');
    const mentions = text.includes('@') ? mentionsIn(text, await colleaguesOf(strapi)).map(({ id, name }) => ({ id, name })) : [];
    await throughDoor(strapi, actor, async ({ trx, at, audit }) => {
      const seq = await appendNote(trx, { documentId: row.document_id, revision: row.revision, authorId: actor.id, author: actor.name, at, text, mentions });
      audit('note', `document:${row.document_id}`, { note: seq, title: row.title, mentions: mentions.map(({ name }) => name) });
    });
    ctx.body = { notes: await notesOf(strapi.db.connection, row.document_id), mayWrite: true };
  },

  /** GET /review/colleagues: whom a note can call by `@`. */
  async colleagues(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    ctx.body = { colleagues: actor.roles.length === 0 ? [] : await colleaguesOf(strapi) };
  },
});
