import type { Core } from '@strapi/strapi';
import { guardDocuments, guardTables, guardUploads } from './guard';
import { registerPermissions } from './permissions';
import { mediaGate } from './media-gate';
import { alarmController } from './routes/alarms';
import { auditController } from './routes/audit';
import { deputyController } from './routes/deputies';
import { effectsController } from './routes/effects';
import { documentsController } from './routes/documents';
import { homeController } from './routes/home';
import { decisionController } from './routes/decision';
import { historyController } from './routes/history';
import { inboxController } from './routes/inbox';
import { notesController } from './routes/notes';
import { operatorController } from './routes/operator';
import { panelController } from './routes/panel';
import { referenceController } from './routes/reference';
import { routes } from './routes';
import { addFollower, addGate, clearGates } from './gates';
import { marksFollower, marksGate } from './commands/marked-passages';
import { SYSTEM } from './actors';
import { throughDoor } from './door';
import { answerInChinese } from './answers-in-chinese';
import { answerRefusals } from './errors';
import { listGate } from './list-gate';
import { defineIndexes } from './tables/indexes';
import { indexAudit } from './tables/audit-search';
import { defineTables, isOurs } from './tables/definitions';
import { startDueChanges } from './due-changes';

let stopDueChanges = (): void => undefined;

/** 审核: the door, its commands and the guard; see docs/architecture.md. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    for (const [name, type] of [['column-code', 'string'], ['department-code', 'string'], ['document-links', 'json'], ['particulars', 'json']] as const) {
      strapi.customFields.register({ name, plugin: 'review', type });
    }
    guardDocuments(strapi);
    addGate(marksGate);
    addFollower(marksFollower);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const { removedTriggers } = await defineTables(strapi.db.connection);
    await defineIndexes(strapi.db.connection);
    if (await isOurs(strapi.db.connection, 'review_audit')) await indexAudit(strapi.db.connection);
    guardTables(strapi);
    guardUploads(strapi);
    await registerPermissions(strapi);
    if (removedTriggers.length > 0) {
      strapi.log.error(`审计表的触发器曾被删除，已重建：${removedTriggers.join('、')}。请运行 npm run gongkai -- verify 核对。`);
      await throughDoor(strapi, SYSTEM, async ({ audit }) => audit('triggers-restored', 'audit', { triggers: removedTriggers }));
    }
    stopDueChanges = startDueChanges(strapi);
  },
  destroy() {
    clearGates();
    stopDueChanges();
  },
  controllers: {
    panel: panelController,
    inbox: inboxController,
    documents: documentsController,
    home: homeController,
    decision: decisionController,
    notes: notesController,
    history: historyController,
    reference: referenceController,
    audit: auditController,
    operator: operatorController,
    alarms: alarmController,
    deputies: deputyController,
    effects: effectsController,
  },
  routes,
  middlewares: { 'media-gate': mediaGate, refusals: answerRefusals, 'in-chinese': answerInChinese, 'list-gate': listGate },
};
