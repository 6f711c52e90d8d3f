import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import { shanghaiDay } from '../../../../review/server/src/decisions/calendar';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { dropPromise, keepPromise } from '../commands/keep-promises';
import { dropTemplate, keepTemplate } from '../commands/keep-templates';
import { MEASURES } from '../decisions/promises';
import { isOffice } from '../decisions/register';
import { publishedSince, readPromises } from '../tables/promises';
import { readTemplates } from '../tables/templates';
import { promiseFields, textOf, versionOf } from './input';

/** Midnight in Shanghai of a day, as an instant. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

export const promisesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /office/promises: each with what has been reached so far, where that is counted (`reached` null: it is not). */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const knex = strapi.db.connection;
    const today = shanghaiDay(new Date().toISOString());
    const promises = await readPromises(knex);
    const needed = new Set(promises.map(({ measure }) => measure));
    const day = needed.has('items-per-day') ? await publishedSince(knex, startOf(today)) : new Map<string, number>();
    const month = needed.has('items-per-month') ? await publishedSince(knex, startOf(`${today.slice(0, 7)}-01`)) : new Map<string, number>();
    const counts: Partial<Record<string, Map<string, number>>> = { 'items-per-day': day, 'items-per-month': month };
    ctx.body = {
      promises: promises.map((promise) => {
        const counted = counts[promise.measure];
        return { ...promise, measureText: MEASURES[promise.measure], reached: counted ? (counted.get(promise.department) ?? 0) : null };
      }),
      measures: MEASURES,
      mayKeep: isOffice(actor),
    };
  },
  /** POST /office/promises and PUT /office/promises/:id */
  async put(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const id = ctx.params.id ?? null;
    ctx.body = { id: await keepPromise(strapi, actor, id, id ? versionOf(ctx.request.body) : 0, promiseFields(ctx.request.body)) };
  },
  async drop(ctx: AdminContext) {
    await dropPromise(strapi, await actorOf(strapi, ctx.state.user), ctx.params.id ?? '');
    ctx.body = { dropped: true };
  },
});

export const templatesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /office/templates?column= */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    ctx.body = { templates: await readTemplates(strapi.db.connection, ctx.query.column), mayKeep: isOffice(actor) };
  },
  /** POST /office/templates and PUT /office/templates/:id */
  async put(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const { name, column, titlePattern, body } = ctx.request.body;
    const id = ctx.params.id ?? null;
    const given = {
      name: textOf(name, 120),
      column: textOf(column, 20),
      titlePattern: textOf(titlePattern, 390),
      body: typeof body === 'string' ? body : '',
      version: id ? versionOf(ctx.request.body) : 0,
    };
    ctx.body = { id: await keepTemplate(strapi, actor, id, given) };
  },
  async drop(ctx: AdminContext) {
    await dropTemplate(strapi, await actorOf(strapi, ctx.state.user), ctx.params.id ?? '');
    ctx.body = { dropped: true };
  },
});
