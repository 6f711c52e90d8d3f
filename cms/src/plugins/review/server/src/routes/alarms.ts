import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import type { Actor } from '../decisions/roles';
import type { Alarm } from '../tables/alarms';
import { standingAlarms } from '../tables/alarms';
import type { AdminContext } from './panel';

/** An uploader is told of the own departments only. */
export const alarmsFor = async (strapi: Core.Strapi, actor: Actor): Promise<Alarm[]> => {
  const all = await standingAlarms(strapi.db.connection, new Date().toISOString());
  const seesAll = actor.roles.some((role) => ['deputy-head', 'head', 'releaser', 'auditor'].includes(role));
  return seesAll ? all : all.filter((alarm) => actor.departments.includes(alarm.department));
};

export const alarmController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/alarms: what went wrong or is late, until it is put right. */
  async list(ctx: AdminContext) {
    ctx.body = { alarms: await alarmsFor(strapi, await actorOf(strapi, ctx.state.user)) };
  },
});
