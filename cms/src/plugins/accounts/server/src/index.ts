import type { Core } from '@strapi/strapi';
import { definePlainTables } from '../../../review/server/src/tables/definitions';
import { gate } from './gate';
import { routes } from './routes';
import { gateController } from './routes/gate';
import { ownController } from './routes/own';
import { peopleController } from './routes/people';
import { guardUsers } from './strapi/close';
import { watchSessions } from './strapi/session-manager';
import { guardAuthService, guardUserService } from './strapi/user-service';
import { beginMissingAccounts } from './tables/accounts';
import { TABLES } from './tables/definitions';
import { forgetOldSessions, startForgetting } from './tables/sessions';

interface ActionProvider {
  registerMany(actions: object[]): Promise<void>;
}

let stopForgetting = (): void => undefined;

/** 账号: 密码、锁定、双因素、会话、三员分立. */
export default {
  register() {},
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await definePlainTables(strapi.db.connection, TABLES);
    await beginMissingAccounts(strapi.db.connection, new Date().toISOString());
    const { actionProvider } = strapi.service('admin::permission') as { actionProvider: ActionProvider };
    await actionProvider.registerMany([{ section: 'plugins', displayName: '管理账号', uid: 'people', subCategory: '账号', pluginName: 'accounts' }]);
    guardUsers(strapi);
    guardUserService(strapi);
    guardAuthService(strapi);
    watchSessions(strapi);
    await forgetOldSessions(strapi.db.connection, Date.now());
    stopForgetting = startForgetting(strapi);
  },
  destroy() {
    stopForgetting();
  },
  controllers: { gate: gateController, own: ownController, people: peopleController },
  routes,
  middlewares: { gate },
};
