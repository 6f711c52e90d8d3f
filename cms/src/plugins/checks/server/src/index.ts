import type { Core } from '@strapi/strapi';
import { addGate } from '../../../review/server/src/gates';
import { definePlainTables } from '../../../review/server/src/tables/definitions';
import { seedWords } from './commands/change-words';
import { checksGate } from './gates/checks-gate';
import { secrecyBeforeRelease, secrecyWithApproval } from './gates/secrecy-gate';
import { routes } from './routes';
import { documentsController } from './routes/documents';
import { wordsController } from './routes/words';
import { TABLES } from './tables/definitions';
import { forgetLists } from './tables/words';

const ACTIONS = [{ section: 'plugins', displayName: '维护词表和领导名单', uid: 'words', subCategory: '检查', pluginName: 'checks' }];

/** 检查: 送审和发布前的检查、保密审查、词表. */
export default {
  register() {
    // The secrecy review first: what was refused there need not be read again.
    addGate(secrecyWithApproval);
    addGate(secrecyBeforeRelease);
    addGate(checksGate);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    forgetLists();
    await definePlainTables(strapi.db.connection, TABLES);
    const { actionProvider } = strapi.service('admin::permission') as { actionProvider: { registerMany(actions: object[]): Promise<void> } };
    await actionProvider.registerMany(ACTIONS);
    await seedWords(strapi);
  },
  destroy() {},
  controllers: { documents: documentsController, words: wordsController },
  routes,
};
