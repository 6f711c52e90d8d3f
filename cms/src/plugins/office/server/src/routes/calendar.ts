import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import { shanghaiDay } from '../../../../review/server/src/decisions/calendar';
import { invalid } from '../../../../review/server/src/errors';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { keepCalendar } from '../commands/keep-calendar';
import { addWorkingDays, isDay } from '../decisions/calendar';
import { isOffice } from '../decisions/register';
import { readCalendar, readYears } from '../tables/calendar';
import { calendarFields } from './input';

const MOST_DAYS = 500;

export const calendarController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /office/calendar: the years entered; which of this and the next are missing. */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const years = await readYears(strapi.db.connection);
    const thisYear = Number(shanghaiDay(new Date().toISOString()).slice(0, 4));
    const missing = [String(thisYear), String(thisYear + 1)].filter((year) => !years.some((known) => known.year === year));
    ctx.body = { years, missing, mayKeep: isOffice(actor) };
  },
  /** PUT /office/calendar/:year, body {source, days, version} */
  async put(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    ctx.body = await keepCalendar(strapi, actor, calendarFields(ctx.params.year ?? '', ctx.request.body));
  },
  /** GET /office/calendar/term?from=&days=: the counting, day by day. */
  async term(ctx: AdminContext) {
    const { from, days } = ctx.query;
    const count = Number(days);
    if (!isDay(from) || !Number.isInteger(count) || count < 1 || count > MOST_DAYS) throw invalid('INVALID', '请给出起算日和 1 到 500 个工作日。', '');
    ctx.body = addWorkingDays(await readCalendar(strapi.db.connection), from, count);
  },
});
