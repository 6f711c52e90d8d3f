import type { Core } from '@strapi/strapi';
import { addFollower, addLiveFollower } from '../../../review/server/src/gates';
import { definePlainTables } from '../../../review/server/src/tables/definitions';
import { startCalendar } from './commands/keep-calendar';
import { startPromises } from './commands/keep-promises';
import { tellAfterCommand } from './follow';
import { tellAfterRelease } from './live';
import { startMails } from './mail';
import { startOverdue } from './overdue';
import { registerPermissions } from './permissions';
import { routes } from './routes';
import { calendarController } from './routes/calendar';
import { noticesController } from './routes/notices';
import { promisesController, templatesController } from './routes/promises';
import { registerController } from './routes/register';
import { TABLES } from './tables/definitions';

let stop: (() => void)[] = [];

/** 办公: 收发文登记、工作日历、督办、承诺、文稿模板、通知. */
export default {
  register() {
    addFollower(tellAfterCommand);
    addLiveFollower(tellAfterRelease);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await definePlainTables(strapi.db.connection, TABLES);
    await registerPermissions(strapi);
    await startCalendar(strapi);
    await startPromises(strapi);
    stop = [startOverdue(strapi), startMails(strapi)];
  },
  destroy() {
    stop.forEach((end) => end());
    stop = [];
  },
  controllers: {
    register: registerController,
    calendar: calendarController,
    promises: promisesController,
    templates: templatesController,
    notices: noticesController,
  },
  routes,
};
